import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GateServer, startGateServer } from '../runtime/gate-server';
import { openWorkbench, type Workbench } from './workbench';

const refused =
  '{"error":{"code":"TOKEN_EXPIRED","message":"Access token has expired","request_id":"req_1"}}';

describe('A diagnosis that does not come to its end', () => {
  let server: GateServer;
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    server = await startGateServer();
    folder = await mkdtemp(join(tmpdir(), 'closed-'));
    const requests = ['/slow', '/asks?name={{$prompt name}}', '/api/v1/orders'].map(
      (path) =>
        `###\nGET ${server.origin}${path}\nAuthorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x`,
    );
    await writeFile(join(folder, 'slow.http'), requests.join('\n\n'));
    workbench = await openWorkbench({ folder, settings: { 'apiTroubleshooter.apis': ['stateset'] } });
    await workbench.editor.open('slow.http');
    await workbench.page.locator('.codelens-decoration a', { hasText: 'Diagnose' }).first().waitFor();
  });
  after(async () => {
    await workbench?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const diagnose = async (line: number): Promise<void> => {
    await workbench.page.locator('.tab[data-resource-name="slow.http"]').first().click();
    await workbench.editor.goTo(line);
    await workbench.palette.run('API Troubleshooter: Diagnose Request');
  };
  const cancelInPanel = (): Promise<void> =>
    workbench.webview().getByRole('button', { name: 'Cancel' }).click();
  const cancelNotification = async (): Promise<void> => {
    const toast = workbench.page.locator('.notification-toast').filter({ has: workbench.page.locator('.monaco-progress-container.active') });
    await toast.first().hover();
    await toast.getByRole('button', { name: 'Cancel' }).first().click();
  }; // prettier-ignore
  /** The panel says that there is nothing, and nothing is left of it. */
  const isOver = async (): Promise<void> => {
    await workbench.webview().locator('#panel').getByText('The request was cancelled.').waitFor();
    await server.quiet();
  };

  it('leaves no connection where the user cancels it in the panel', async () => {
    await diagnose(2);
    const answer = await server.arrival('/slow');
    await cancelInPanel();
    await isOver();
    assert.equal(answer.writableEnded, false);
  });

  it('closes its question where it is cancelled before it was sent', async () => {
    await diagnose(6);
    const question = workbench.page.locator('.quick-input-widget input').first();
    await question.waitFor();
    await cancelInPanel();
    await question.waitFor({ state: 'hidden' });
    await isOver();
    assert.ok(!server.received.some((line) => line.includes('/asks')));
  });

  it('sends nothing again where the refresh of its token is cancelled', async () => {
    await diagnose(10);
    const answer = await server.arrival('/api/v1/orders');
    answer.writeHead(401, { 'Content-Type': 'application/json' }).end(refused);
    await workbench.webview().getByRole('button', { name: 'Refresh the token and send again' }).click();
    const before = server.received.length;
    const box = workbench.page.locator('.quick-input-widget input[type=password]');
    await box.fill('a-refresh-token');
    await workbench.page.keyboard.press('Enter');
    await server.arrival('/api/v1/auth/refresh');
    await cancelNotification();
    await server.quiet();
    assert.deepEqual(server.received.slice(before), ['POST /api/v1/auth/refresh']);
  });

  it('shows no table where a health check is cancelled', async () => {
    await workbench.palette.run('API Troubleshooter: Check the Health of an API');
    const rows = workbench.page.locator('.quick-input-widget .monaco-list-row');
    await rows.filter({ hasText: server.origin }).first().click();
    await rows.filter({ hasText: 'GET /health' }).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await server.arrival('/health');
    await cancelNotification();
    await server.quiet();
    assert.equal(await workbench.webview().getByText('checks passed').count(), 0);
  });

  it('leaves no connection where the window is loaded anew', async () => {
    await diagnose(2);
    await server.arrival('/slow');
    await workbench.page.reload();
    await server.quiet();
  });

  it('leaves neither a connection nor a process where VS Code is closed', async () => {
    await workbench.page.locator('.codelens-decoration a', { hasText: 'Diagnose' }).first().waitFor();
    await diagnose(2);
    await server.arrival('/slow');
    await workbench.end();
    await server.quiet();
    assert.deepEqual(await processesOf(workbench.profile), []);
  });
});

/** Command lines of the processes that were started with a folder. Where the system does not tell, there are none. */
async function processesOf(profile: string): Promise<string[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(
    ids.map((id) => readFile(join('/proc', id, 'cmdline'), 'utf8').catch(() => '')),
  );
  return commands.filter((command) => command.includes(profile)).map((line) => line.replaceAll('\0', ' '));
}
