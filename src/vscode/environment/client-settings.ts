import { type ConfigurationScope, workspace } from 'vscode';
import type { ClientSettings } from '../../http/environments';

/** What the settings of REST Client and httpYac add to every request, so that their files run here unchanged. */
export function clientSettings(scope: ConfigurationScope): ClientSettings {
  const read = (section: string, key: string): Record<string, unknown> => {
    const value: unknown = workspace.getConfiguration(section, scope).get(key);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  };
  const headers = {
    ...read('rest-client', 'defaultHeaders'),
    ...read('httpyac', 'requestDefaultHeaders'),
  };
  const certificates = read('rest-client', 'certificates');
  return {
    ...(isFilled(headers) ? { defaultHeaders: textsOf(headers) } : {}),
    ...(isFilled(certificates)
      ? {
          clientCertificates: Object.fromEntries(
            Object.entries(certificates).map(([host, files]) => [host, textsOf(files)]),
          ),
        }
      : {}),
  };
}

const isFilled = (value: object): boolean => Object.keys(value).length > 0;

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((value ?? {}) as object).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
