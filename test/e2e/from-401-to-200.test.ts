import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplesWorkbench } from './suite-workbench';

const looks = [
  { name: 'dark', theme: 'Default Dark Modern', viewport: { width: 1600, height: 1000 } },
  { name: 'light', theme: 'Default Light Modern', viewport: { width: 1440, height: 900 } },
  { name: 'high-contrast', theme: 'Default High Contrast', viewport: { width: 1440, height: 900 } },
] as const;

for (const { name, theme, viewport } of looks) {
  describe(`From 401 to 200, ${name}`, () => {
    const workbench = samplesWorkbench(`fixing-${name}`, { theme, viewport });

    before(async () => {
      await workbench().editor.open('stateset.http');
      // The extension is up, and its commands are offered.
      await workbench().page.locator('.codelens-decoration a', { hasText: 'Diagnose' }).first().waitFor();
      assert.ok(await workbench().palette.offers('API Troubleshooter: Diagnose Request'));
    });

    /** Diagnoses the request below the comment that begins with `title`. */
    async function diagnose(title: string): Promise<void> {
      const lines = readFileSync(join(workbench().folder, 'stateset.http'), 'utf8').split('\n');
      const line = lines.findIndex((each) => each.startsWith(`### ${title}`));
      assert.ok(line >= 0, title);
      await lookAtRequests();
      await workbench().editor.goTo(line + 1);
      await workbench().palette.run('API Troubleshooter: Diagnose Request');
    }
    /** Gives the file with the requests the focus, wherever that was. */
    async function lookAtRequests(): Promise<void> {
      const tab = workbench().page.locator('.tab[data-resource-name="stateset.http"]').first();
      await tab.click();
      // What is asked of the palette before the focus has arrived is closed by it.
      await workbench().page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    }
    const heading = (text: string) =>
      workbench().webview().getByRole('heading', { level: 1, name: text }).waitFor();

    it('draws the token’s lifetime beside the verdict', async () => {
      await diagnose('Authentication: the access token has expired');
      const picture = workbench()
        .webview()
        .getByRole('img', { name: /^Expired for/ });
      await picture.waitFor();
      await workbench().screenshot(`${name}-verdict`);
    });

    it('refreshes the token by the catalog’s request, and sends again', async () => {
      const tokens = await fetch(`${workbench().sandbox.origin}/_sandbox/tokens`);
      const { refresh = '' } = (await tokens.json()) as Record<string, string>;
      await workbench().webview().getByRole('button', { name: 'Refresh the token and send again' }).click();
      const box = workbench().page.locator('.quick-input-widget input[type=password]');
      await box.waitFor();
      await workbench().screenshot(`${name}-refresh-token`);
      await box.fill(refresh);
      await workbench().page.keyboard.press('Enter');
      await heading('The request succeeded');
      const text = await workbench().webview().locator('body').innerText();
      assert.ok(!text.includes(refresh));
    });

    it('says what changed since it worked', async () => {
      await diagnose('Authentication: the access token has expired');
      await workbench()
        .webview()
        .getByRole('tab', { name: /^Changes/ })
        .click();
      await workbench().webview().getByText('Compared with the last time it worked').waitFor();
      await workbench().screenshot(`${name}-changes`);
      const rows = await workbench().webview().locator('table tr').allInnerTexts();
      assert.ok(
        rows.some((row) => /^Token: exp/.test(row)),
        rows.join('\n'),
      );
    });

    it('waits with a countdown until the rate limit allows it, and can be called off', async () => {
      await diagnose('Rate limit');
      await workbench().webview().getByRole('button', { name: 'Wait and send again' }).click();
      await workbench()
        .webview()
        .getByText(/^Sending again in \d+ s\.$/)
        .waitFor();
      const item = workbench().page.locator('.statusbar-item', { hasText: /Sending again in \d+ s/ });
      await item.waitFor();
      await workbench().screenshot(`${name}-waiting`);
      await item.click();
      await item.waitFor({ state: 'detached' });
      assert.equal(
        await workbench()
          .webview()
          .getByText(/^Sending again/)
          .count(),
        0,
      );
    });

    it('folds and colours the answer', async () => {
      await diagnose('The same list as above');
      await heading('The request succeeded');
      await workbench().webview().getByRole('tab', { name: 'Answer' }).click();
      await workbench().webview().locator('.region summary').first().click();
      await workbench().screenshot(`${name}-folded`);
    });

    it('checks the health of the API, after it showed what it sends', async () => {
      await workbench().palette.run('API Troubleshooter: Check the Health of an API');
      const rows = workbench().page.locator('.quick-input-widget .monaco-list-row');
      await rows.filter({ hasText: workbench().sandbox.origin }).first().click();
      await rows
        .filter({ hasText: 'GET /health/readiness' })
        .locator('input[type=checkbox], .monaco-checkbox, .monaco-custom-toggle')
        .first()
        .waitFor();
      await workbench().screenshot(`${name}-health-question`);
      await workbench().page.keyboard.press('Enter');
      await heading('StateSet API: 3 of 3 checks passed');
      await workbench().screenshot(`${name}-health`);
    });

    it('shows the environment in the status bar, and lets it be chosen', async () => {
      await lookAtRequests();
      await workbench().page.locator('.statusbar-item', { hasText: 'Automatic' }).first().click();
      await workbench()
        .page.locator('.quick-input-widget .monaco-list-row', { hasText: 'sandbox' })
        .first()
        .click();
      await workbench().page.locator('.statusbar-item', { hasText: 'sandbox' }).first().waitFor();
    });

    it('opens the report, with the request as a command and no secret', async () => {
      await diagnose('Authentication: the access token has expired');
      await heading('The access token has expired');
      await workbench().webview().getByRole('button', { name: 'Open report' }).click();
      await workbench().page.locator('.view-line', { hasText: 'curl -i -X GET' }).first().waitFor();
      await workbench().screenshot(`${name}-report`);
    });
  });
}
