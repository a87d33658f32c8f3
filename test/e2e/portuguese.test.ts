import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { samplesWorkspace, type SamplesWorkspace } from '../../scripts/start/samples-workspace';
import { type Sandbox, startSandbox } from '../../src/sandbox/index';
import { openWorkbench, type Workbench } from './workbench';

describe('In Brazilian Portuguese', () => {
  let sandbox: Sandbox;
  let samples: SamplesWorkspace;
  let workbench: Workbench;

  before(async () => {
    sandbox = await startSandbox();
    samples = await samplesWorkspace(resolve(__dirname, '../../samples'), sandbox);
    workbench = await openWorkbench({ folder: samples.folder, locale: 'pt-br' });
  });
  after(async () => {
    await workbench?.close();
    await samples?.remove();
    await sandbox?.close();
  });

  it('hovers explain', async () => {
    await workbench.editor.open('token-expired.json');
    const text = await workbench.editor.hover('TOKEN_EXPIRED', 'StateSet API');
    await workbench.screenshot('portuguese-hover');
    assert.match(text, /Causas prováveis/);
    assert.match(text, /Mais/);
  });

  it('a diagnosis is told', async () => {
    await workbench.editor.open('stateset.http');
    await workbench.editor.clickLens('Diagnosticar');
    await workbench.webview().getByText('TOKEN_EXPIRED').first().waitFor();
    await workbench.screenshot('portuguese-diagnosis');
    const text = await workbench.webview().locator('body').innerText();
    assert.match(text, /Confirmad/);
    assert.match(text, /relógio do servidor/);
    assert.doesNotMatch(text, /Confirmed|Evidence|Next steps|Run again/);
  });
});
