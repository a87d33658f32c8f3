import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { samplesWorkbench } from './suite-workbench';

describe('A retry in a module of its own', () => {
  const workbench = samplesWorkbench('refactor-preview');
  const added = 'fetch-with-retry.ts';
  const textOf = (name: string) =>
    readFile(join(workbench().folder, 'stateset/src', name), 'utf8').catch(() => undefined);
  let before: string | undefined;

  it('is shown in the refactor preview, all of it ticked, before anything changes', async () => {
    const { page, editor, screenshot } = workbench();
    await editor.open('orders.ts');
    before = await textOf('orders.ts');
    await editor.goTo(39, 30);
    await editor.chooseCodeAction('in a module of its own');
    const preview = page.locator('.bulk-edit-panel');
    for (const text of [added, 'orders.ts', 'import { fetchWithRetry }', 'await fetchfetchWithRetry(']) {
      const row = preview.locator('.monaco-list-row', { hasText: text });
      await row.waitFor();
      assert.ok(
        await row.locator('input[type=checkbox], .monaco-checkbox.checked').first().isChecked(),
        text,
      );
    }
    await screenshot('refactor-preview');
    assert.equal(await textOf(added), undefined);
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });

  it('is written by its button: the new file, the import and the call', async () => {
    const { page, editor } = workbench();
    await page.locator('.bulk-edit-panel').getByRole('button', { name: 'Apply' }).click();
    await page.locator('.tab.dirty', { hasText: 'orders.ts' }).waitFor();
    assert.match((await textOf(added)) ?? '', /export async function fetchWithRetry/);
    await editor.save();
    const after = (await textOf('orders.ts')) ?? '';
    assert.match(after, /import \{ fetchWithRetry \} from '\.\/fetch-with-retry';/);
    assert.match(after, /await fetchWithRetry\(/);
  });

  it('is undone at once, and the file is gone', async () => {
    const { page, editor } = workbench();
    await editor.open('orders.ts');
    await page.keyboard.press('Control+Z');
    await page.locator('.tab.dirty', { hasText: 'orders.ts' }).waitFor();
    await editor.save();
    assert.equal(await textOf('orders.ts'), before);
    assert.equal(await textOf(added), undefined);
  });
});
