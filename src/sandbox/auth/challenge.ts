/** The parameters of a Bearer challenge (RFC 6750 §3); a request without credentials gets none but the realm. */
export interface BearerChallenge {
  readonly realm: string;
  readonly error?: 'invalid_request' | 'invalid_token' | 'insufficient_scope';
  readonly description?: string;
  readonly scope?: string;
}

/** The value of `WWW-Authenticate`. */
export function bearerChallenge({ realm, error, description, scope }: BearerChallenge): string {
  const parameters = { realm, error, error_description: description, scope };
  return `Bearer ${Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ')}`;
}
