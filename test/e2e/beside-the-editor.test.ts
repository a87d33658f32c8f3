import assert from 'node:assert/strict';
import { suiteWorkbench } from './suite-workbench';
import { openWorkbench } from './workbench';

describe('Beside the editor', () => {
  const workbench = suiteWorkbench('beside', () =>
    openWorkbench({
      viewport: { width: 1440, height: 900 },
      // So that the terminal's text is part of the page.
      settings: { 'terminal.integrated.gpuAcceleration': 'off' },
    }),
  );

  // A file of its language wakes the extension.
  before(() => workbench().editor.open('token-expired.json'));

  it('a code in the terminal is a link that opens its page', async () => {
    const { page, palette } = workbench();
    await palette.run('Terminal: Create New Terminal');
    const terminal = page.locator('.terminal.xterm');
    await terminal.first().waitFor();
    await page.locator('.terminal.xterm.focus').first().waitFor();
    await page.keyboard.type('clear; echo "stateset ERROR TOKEN_EXPIRED"');
    await page.keyboard.press('Enter');
    const line = page.locator('.xterm-rows span', { hasText: /^stateset ERROR TOKEN_EXPIRED$/ }).first();
    await line.waitFor();
    const { x, y, width, height } = (await line.boundingBox()) ?? assert.fail('the line is not shown');
    const middle = x + (width * 'stateset ERROR TOKEN'.length) / 'stateset ERROR TOKEN_EXPIRED'.length;
    await page.mouse.move(middle, y + height / 2, { steps: 4 });
    await page.locator('.terminal-hover, .workbench-hover', { hasText: 'open its page' }).first().waitFor();
    await workbench().screenshot('terminal-link');
    await page.keyboard.down('Control');
    await page.mouse.click(middle, y + height / 2);
    await page.keyboard.up('Control');
    await workbench().webview().getByRole('heading', { level: 1 }).waitFor();
    await workbench().screenshot('terminal-page');
  });

  it('a code in a search editor is explained', async () => {
    const { page, palette, editor } = workbench();
    await page.keyboard.press('Control+1');
    await palette.run('Search Editor: New Search Editor');
    await page.keyboard.type('TOKEN_EXPIRED');
    await page.locator('.search-editor .view-line', { hasText: 'TOKEN_EXPIRED' }).first().waitFor();
    await workbench().screenshot('search-editor');
    const text = await editor.hover('TOKEN_EXPIRED', 'StateSet API');
    assert.match(text, /More/);
  });
});
