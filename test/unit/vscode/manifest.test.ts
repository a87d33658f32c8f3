import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commands, contextKeys, section, settingDefaults } from '../../../src/vscode/ids';

interface Manifest {
  contributes: {
    commands: { command: string; enablement?: string }[];
    configuration: { properties: Record<string, { default: unknown }> };
  };
}
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const text = readFileSync('package.json', 'utf8');
const manifest = read('package.json') as Manifest;

describe('package.json', () => {
  it('contributes exactly our commands', () => {
    assert.deepEqual(
      manifest.contributes.commands.map(({ command }) => command).sort(),
      Object.values(commands).sort(),
    );
  });

  it('contributes exactly our settings, with the same defaults', () => {
    const defaults = Object.entries(manifest.contributes.configuration.properties).map(([name, property]) => [
      name,
      property.default,
    ]);
    assert.deepEqual(
      Object.fromEntries(defaults),
      Object.fromEntries(
        Object.entries(settingDefaults).map(([name, value]) => [`${section}.${name}`, value]),
      ),
    );
  });

  it('names only our context keys', () => {
    const named = manifest.contributes.commands.flatMap(
      ({ enablement = '' }) => enablement.match(/apiTroubleshooter\.\w+/g) ?? [],
    );
    for (const key of named) assert.ok((Object.values(contextKeys) as string[]).includes(key), key);
  });

  it('has each of its texts in both languages', () => {
    const used = [...text.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] as string).sort();
    for (const file of ['package.nls.json', 'package.nls.pt-br.json']) {
      assert.deepEqual(Object.keys(read(file) as object).sort(), [...new Set(used)].sort(), file);
    }
  });
});
