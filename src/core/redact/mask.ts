/** How much of a secret may be shown, so that people can tell one from another: a public beginning, no more. */
const publicBeginning =
  /^(?:eyJ|sk_live_|sk_test_|pk_live_|pk_test_|rk_live_|rk_test_|whsec_|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|AKIA|ASIA|AIza|ya29\.|SG\.|npm_|pypi-|dop_v1_|shp(?:at|ca|pa|ss)_|sk-|hf_)/;

/** `eyJ…(…, 212 chars)`, and `…(…, 12 chars)` where nothing of it is public. */
export function mask(secret: string): string {
  return `${secret.length >= 12 ? (publicBeginning.exec(secret)?.[0] ?? '') : ''}…(…, ${secret.length} chars)`;
}

/** Whether a text is already masked. */
export const isMasked = (text: string): boolean => /…\(…, \d+ chars\)/.test(text);

/** `Bearer eyJ…(…, 212 chars)`: the scheme of Authorization is no secret; what follows it is. */
export function maskAuthorization(value: string): string {
  const parts =
    /^(\s*["']?(?:bearer|basic|digest|token|apikey|api-key|key|jwt|dpop|negotiate|ntlm|signature|oauth|hawk|aws4-hmac-sha256)[ \t:]+)([\s\S]+)$/i.exec(
      value,
    );
  if (parts?.[1] !== undefined && parts[2] !== undefined) return parts[1] + maskAuthorization(parts[2]);
  return /^\s*(?:\{\{[^{}]*\}\}\s*)+$/.test(value) || value.trim() === '' ? value : mask(value);
}
