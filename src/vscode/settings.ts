import { type ConfigurationScope, workspace } from 'vscode';
import { section, type settingDefaults } from './ids';

type Settings = { [Name in keyof typeof settingDefaults]: Widened<(typeof settingDefaults)[Name]> };
type Widened<T> = T extends boolean ? boolean : T extends number ? number : T extends string ? string : T;

/** A setting of ours; its default stands in the manifest. */
export function setting<Name extends keyof Settings>(name: Name, scope?: ConfigurationScope): Settings[Name] {
  return workspace.getConfiguration(section, scope).get(name) as Settings[Name];
}
