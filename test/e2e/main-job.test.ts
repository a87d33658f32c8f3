import assert from 'node:assert/strict';
import { samplesWorkbench } from './suite-workbench';

const looks = [
  { name: 'dark', theme: 'Default Dark Modern', viewport: { width: 1440, height: 900 } },
  { name: 'light', theme: 'Default Light Modern', viewport: { width: 1440, height: 900 } },
  { name: 'high-contrast', theme: 'Default High Contrast', viewport: { width: 1280, height: 800 } },
] as const;

for (const { name, theme, viewport } of looks) {
  describe(`The main job, ${name}`, () => {
    const workbench = samplesWorkbench(name, { theme, viewport });

    it('explains a code on hover in TypeScript', async () => {
      await workbench().editor.open('orders.ts');
      await workbench().editor.goTo(88);
      const text = await workbench().editor.hover('TOKEN_EXPIRED', 'StateSet API');
      await workbench().screenshot(`${name}-hover-typescript`);
      assert.match(text, /More/);
      assert.match(text, /Refresh the token/);
    });

    it('explains a message on hover in a log', async () => {
      await workbench().editor.open('stateset.log');
      const text = await workbench().editor.hover('database is locked', 'StateSet API');
      await workbench().screenshot(`${name}-hover-log`);
      assert.match(text, /SQLite/);
    });

    it('opens the problem’s page from the hover', async () => {
      await workbench().editor.open('token-expired.json');
      const hover = await workbench().editor.hoverOn('TOKEN_EXPIRED', 'StateSet API');
      await hover.getByText('More', { exact: true }).click();
      await workbench().webview().getByRole('heading', { level: 1 }).waitFor();
      await workbench().screenshot(`${name}-page`);
    });

    it('diagnoses a request for the API that a log names, from the hover', async () => {
      await workbench().editor.open('stateset.log');
      const hover = await workbench().editor.hoverOn('database is locked', 'StateSet API');
      await hover.getByText('Diagnose', { exact: true }).click();
      const requests = workbench().page.locator('.quick-input-widget .monaco-list-row');
      await requests.filter({ hasText: 'stateset.http:' }).first().waitFor();
      await workbench().screenshot(`${name}-pick-request`);
      assert.doesNotMatch((await requests.allInnerTexts()).join('\n'), /celigo|dumont/);
      await workbench().page.keyboard.type('expiredToken');
      await requests.first().click();
      await workbench().webview().getByText('TOKEN_EXPIRED').first().waitFor();
    });

    it('diagnoses a request from its lens: verdict, evidence, masked token, Problems entry', async () => {
      await workbench().editor.open('stateset.http');
      await workbench().editor.clickLens('Diagnose');
      const panel = workbench().webview();
      await panel.getByText('TOKEN_EXPIRED').first().waitFor();
      await workbench().screenshot(`${name}-diagnosis`);
      const text = await panel.locator('body').innerText();
      assert.match(text, /Confirmed/i);
      assert.match(text, /exp.*2025-11-05/);
      await panel.getByRole('tab', { name: 'Request' }).click();
      assert.match(await panel.locator('body').innerText(), /Bearer eyJ…\(…, \d+ chars\)/);
      await workbench().screenshot(`${name}-request`);
      await panel.getByRole('tab', { name: 'Timings' }).click();
      await workbench().screenshot(`${name}-timings`);
      await panel.getByRole('tab', { name: 'Answer' }).click();
      await workbench().screenshot(`${name}-response`);
      assert.match((await workbench().problems('401')).join('\n'), /stateset\.http|401/);
    });

    it('diagnoses the request at the cursor from the palette', async () => {
      await workbench().editor.open('stateset.http');
      await workbench().editor.goTo(13);
      await workbench().palette.run('API Troubleshooter: Diagnose Request');
      await workbench().webview().getByText('No credential was sent').first().waitFor();
      await workbench().screenshot(`${name}-diagnosis-missing`);
    });

    it('writes retry from the lightbulb on fetch', async () => {
      await workbench().editor.open('orders.ts');
      await workbench().editor.goTo(39, 30);
      const offered = await workbench().editor.lightbulb('Retry with exponential backoff');
      assert.ok(
        offered.some((title) => title.includes('Refresh the token on 401')),
        offered.join(', '),
      );
      await workbench().editor.applyCodeAction('Retry with exponential backoff');
      await workbench().screenshot(`${name}-retry-typescript`);
    });

    it('writes token refresh from the lightbulb on requests.get', async () => {
      await workbench().editor.open('client.py');
      await workbench().editor.goTo(30, 25);
      await workbench().editor.applyCodeAction('Refresh the token on 401');
      await workbench().screenshot(`${name}-refresh-python`);
    });
  });
}
