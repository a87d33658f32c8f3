/** Words that name an environment, in hosts, claims and the names that people give their own. */
const environments: Readonly<Record<string, string>> = {
  prod: 'production', production: 'production', live: 'production', prd: 'production',
  staging: 'staging', stage: 'staging', stg: 'staging',
  dev: 'development', develop: 'development', development: 'development', local: 'local',
  test: 'test', testing: 'test', qa: 'test', uat: 'uat', sandbox: 'sandbox', preprod: 'pre-production',
  hml: 'staging', hmlg: 'staging', homolog: 'staging', homologacao: 'staging', producao: 'production',
}; // prettier-ignore

/** The one environment that the words of a name speak of, such as `staging` in `https://api.staging.example.com`. */
export function environmentIn(name: string): string | undefined {
  const words = name
    .toLowerCase()
    .slice(0, 500)
    .split(/[^a-z]+/);
  const found = new Set(
    words.flatMap((word) => (Object.hasOwn(environments, word) ? [environments[word]] : [])),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

export const isProduction = (environment: string): boolean => environment === 'production';

/** What an issuer writes before a key to tell live ones from those for tests. */
const keyMark = /^\$?(?:[a-z]{2,12}[_-]){0,2}([a-z]{3,12})[_-]/i;

/** The mark at the beginning of a key and the environment that it names: `sk_live_`, `TEST-`, `access-sandbox-`. */
export function markOfKey(key: string): { readonly text: string; readonly environment: string } | undefined {
  const [text, word = ''] = keyMark.exec(key.slice(0, 60)) ?? [];
  const environment = environmentIn(word);
  return text === undefined || environment === undefined ? undefined : { text, environment };
}

/** The host is this machine, whatever the name of the environment says. */
export const isThisMachine = (host: string): boolean =>
  /^(?:localhost|.*\.localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/i.test(host);
