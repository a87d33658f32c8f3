import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { type EnvironmentFile, environmentSettings, isDotenv, isSettings } from './environment-files';
import { linesOf } from './request-source';
import { type Definition, unitsOf, type ValueUnit } from './variable-definitions';

/** What all environments of a setting share. */
const shared = '$shared';

/** The texts that an environment file defines for these environments; later ones win. Other values are left out. */
export function environmentDefinitions(file: EnvironmentFile, environments: readonly string[]): Definition[] {
  const { uri, text } = file;
  if (isDotenv(file)) return dotenvDefinitions(uri, text);
  return environmentObjects(file, [shared, ...environments]).flatMap(({ object }) =>
    (object.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      typeof key?.value === 'string' && value?.type === 'string'
        ? [{ name: key.value, uri, value: jsonUnits(text, value), json: true }]
        : [],
    ),
  );
}

/** The objects of a JSON file that hold the variables of these environments, in the order in which they win. */
export function environmentObjects(
  file: EnvironmentFile,
  environments: readonly string[],
): { environment: string; object: Node }[] {
  const root = parseTree(file.text);
  const places = isSettings(file) ? environmentSettings.map((setting) => [setting]) : [[]];
  return places.flatMap((place) =>
    environments.flatMap((environment) => {
      const object = root && findNodeAtLocation(root, [...place, environment]);
      return object?.type === 'object' ? [{ environment, object }] : [];
    }),
  );
}

/** The characters of a JSON string, each with its escape. */
function jsonUnits(text: string, { offset, length }: Node): ValueUnit[] {
  const units: ValueUnit[] = [];
  const end = offset + length - 1;
  for (let at = offset + 1; at < end;) {
    const size = text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
    const raw = text.slice(at, at + size);
    const char = size === 1 ? raw : (JSON.parse(`"${raw}"`) as string);
    units.push({ char, start: at, end: at + size });
    at += size;
  }
  return units;
}

function dotenvDefinitions(uri: string, text: string): Definition[] {
  return linesOf(text).flatMap((line) => {
    const [, before, name, quote = '', rest] =
      /^(\s*(?:export\s+)?([\w.-]+)\s*=\s*)(["'`]?)(.*)$/.exec(line.text) ?? [];
    if (before === undefined || name === undefined || rest === undefined) return [];
    const value = quote === '' ? rest.replace(/\s+#.*$/, '').trimEnd() : rest.slice(0, rest.indexOf(quote));
    return [{ name, uri, value: unitsOf(value, line.start + before.length + quote.length) }];
  });
}
