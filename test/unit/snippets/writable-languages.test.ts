import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { writableLanguages } from '../../../src/vscode/ids';
import { snippets } from './workbench';

interface Manifest {
  contributes: { commands: { command: string; enablement?: string }[] };
}

describe('The languages of the code actions', () => {
  it('are those of the snippets', () => {
    const ids = snippets.languages.flatMap(({ grammars }) => Object.keys(grammars));
    assert.deepEqual([...writableLanguages].sort(), ids.sort());
  });

  it('enable the commands', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
    for (const name of ['insertRetry', 'insertTokenRefresh']) {
      const command = contributes.commands.find((candidate) => candidate.command.endsWith(`.${name}`));
      assert.equal(
        command?.enablement,
        `editorLangId =~ /^(${writableLanguages.join('|')})$/ && !editorReadonly`,
      );
    }
  });
});
