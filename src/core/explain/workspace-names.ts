/** What a file of the workspace says of the APIs that are used there: names and hosts only, never a value of a secret. */
export function namesIn(fileName: string, text: string): string {
  if (/\.(?:http|rest)$/i.test(fileName))
    return (text.match(/\bhttps?:\/\/[\w.-]+(?::\d+)?/gi) ?? []).join('\n');
  if (/\.json$/i.test(fileName)) return keysOfJson(text);
  return keysOfEnv(text);
}

/** `ACME_API_KEY=…` says `ACME API KEY`. */
function keysOfEnv(text: string): string {
  const keys = text.match(/^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)(?=\s*=)/gm) ?? [];
  return keys
    .map((key) =>
      key
        .replace(/^\s*export\s+/, '')
        .replaceAll('_', ' ')
        .trim()
        .toLowerCase(),
    )
    .join('\n');
}

/** The keys of an environment file; of `acmeHost` its parts, too. */
function keysOfJson(text: string): string {
  const keys = [...text.matchAll(/"([\w.-]{1,60})"\s*:/g)].map((match) => match[1] as string);
  return keys.map((key) => `${key} ${key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}`).join('\n');
}
