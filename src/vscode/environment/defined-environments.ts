import { type ConfigurationScope, workspace } from 'vscode';
import { environmentSettings } from '../../core/http-file/environment-files';
import type { DefinedEnvironments } from '../../http/environments';

/** The environments that the settings of REST Client and httpYac define, so that their files run here unchanged. */
export function definedEnvironments(scope: ConfigurationScope): DefinedEnvironments {
  const found: Record<string, Record<string, unknown>> = {};
  for (const name of environmentSettings) {
    const [section = '', key = ''] = name.split('.');
    const value: unknown = workspace.getConfiguration(section, scope).get(key);
    if (!isRecord(value)) continue;
    for (const [environment, variables] of Object.entries(value))
      // A name such as `__proto__` is no environment.
      if (isRecord(variables) && !(environment in Object.prototype))
        found[environment] = { ...found[environment], ...variables };
  }
  return found;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
