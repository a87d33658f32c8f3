/**
 * A file with variables for environments: JetBrains' `http-client.env.json` and its private twin, a `.env`, or the
 * workspace's `.vscode/settings.json` with those of REST Client and httpYac.
 */
export interface EnvironmentFile {
  readonly uri: string;
  readonly text: string;
}

export const isDotenv = ({ uri }: Pick<EnvironmentFile, 'uri'>): boolean => !uri.endsWith('.json');

/** A file of VS Code's settings, in which environments are one entry of many. */
export const isSettings = ({ uri }: Pick<EnvironmentFile, 'uri'>): boolean =>
  uri.endsWith('/.vscode/settings.json');

/** Settings that define environments; the later ones win. */
export const environmentSettings = [
  'rest-client.environmentVariables',
  'httpyac.environmentVariables',
] as const;
