import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { samplesWorkbench } from './suite-workbench';
import type { Workbench } from './workbench';

describe('From the diagnosis to the fix', () => {
  const workbench = samplesWorkbench('fixes', { viewport: { width: 1440, height: 900 } });

  /** Diagnoses the request of a name in a sample. */
  async function diagnose(file: string, name: string): Promise<ReturnType<Workbench['webview']>> {
    await workbench().editor.open(file);
    const lines = (await readFile(join(workbench().folder, file), 'utf8')).split('\n');
    await workbench().editor.goTo(lines.indexOf(`# @name ${name}`) + 1);
    await workbench().palette.run('API Troubleshooter: Diagnose Request');
    return workbench().webview();
  }

  it('applies the fix of the panel, runs the request again and says that it helped', async () => {
    const panel = await diagnose('celigo.http', 'quotedKey');
    await panel.getByText('Remove the quotation marks from').waitFor();
    await workbench().screenshot('fix-offered');
    await panel.getByRole('button', { name: 'Apply and run again' }).first().click();
    await panel.getByText('The fix helped: 401 Unauthorized became 200 OK.').waitFor();
    await workbench().screenshot('fix-helped');
  });

  it('sends a test once it is confirmed, and shows what it told', async () => {
    const panel = await diagnose('interflow.http', 'unknownKey');
    await panel.getByText('Try it without the credential').waitFor();
    await panel.getByRole('button', { name: 'Test it…' }).first().click();
    const dialog = workbench().page.getByRole('dialog');
    await dialog.getByText('Authorization is left out.', { exact: false }).waitFor();
    await workbench().screenshot('probe-asked');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await panel.getByText('Without the credential', { exact: false }).nth(1).waitFor();
    await workbench().screenshot('probe-told');
    assert.ok(await panel.getByText('Without the credential', { exact: false }).count());
  });
});
