import assert from 'node:assert/strict';
import { samplesWorkbench } from './suite-workbench';

describe('In Brazilian Portuguese', () => {
  const workbench = samplesWorkbench('portuguese', { locale: 'pt-br' });

  it('hovers explain', async () => {
    await workbench().editor.open('token-expired.json');
    const text = await workbench().editor.hover('TOKEN_EXPIRED', 'StateSet API');
    await workbench().screenshot('portuguese-hover');
    assert.match(text, /Causas prováveis/);
    assert.match(text, /Mais/);
  });

  it('a diagnosis is told', async () => {
    await workbench().editor.open('stateset.http');
    await workbench().editor.clickLens('Diagnosticar');
    await workbench().webview().getByText('TOKEN_EXPIRED').first().waitFor();
    await workbench().screenshot('portuguese-diagnosis');
    const text = await workbench().webview().locator('body').innerText();
    assert.match(text, /Confirmad/);
    assert.match(text, /relógio do servidor/);
    assert.doesNotMatch(text, /Confirmed|Evidence|Next steps|Run again/);
  });
});
