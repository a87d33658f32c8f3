/** Words that name an environment, in hosts, claims and the names that people give their own. */
const environments: Readonly<Record<string, string>> = {
  prod: 'production', production: 'production', live: 'production', prd: 'production',
  staging: 'staging', stage: 'staging', stg: 'staging',
  dev: 'development', develop: 'development', development: 'development', local: 'local',
  test: 'test', testing: 'test', qa: 'test', uat: 'uat', sandbox: 'sandbox', preprod: 'pre-production',
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

/** The host is this machine, whatever the name of the environment says. */
export const isThisMachine = (host: string): boolean =>
  /^(?:localhost|.*\.localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/i.test(host);
