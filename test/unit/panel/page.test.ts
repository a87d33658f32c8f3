import assert from 'node:assert/strict';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { plainL10n } from '../../../src/core/text/language';
import { panelHtml } from '../../../src/vscode/panel/html';
import type { HostMessage, PanelState } from '../../../src/vscode/panel/protocol';
import { toView } from '../../../src/vscode/panel/view';
import { type Chromium, findChromium } from '../../runtime/chromium';
import { answer, cause, diagnosisOf, expiredToken, type Sample } from './samples';

const origin = 'http://panel.test';
const hostile = '<img src=x onerror="document.title=\'ran\'"><script>document.title="ran"</script>\u202Egnp';

describe('the page of the panel in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let page: Page;
  const files = new Map<string, string>();

  before(async function () {
    let found: Chromium;
    try {
      found = await findChromium();
    } catch {
      return this.skip();
    }
    const { executablePath, args, env } = found;
    browser = await chromium.launch({ executablePath, args, env: env as Record<string, string> });
    const entry = join(__dirname, '../../../src/vscode/panel/webview/main.ts');
    const bundle = { bundle: true, write: false, format: 'iife', outfile: 'panel.js' } as const;
    const { outputFiles } = await build({ entryPoints: [entry], ...bundle });
    for (const { path, text } of outputFiles)
      files.set(path.endsWith('.css') ? '/panel.css' : '/panel.js', text);
  });

  after(() => browser?.close());
  beforeEach(async () => {
    page = await open();
  });
  afterEach(() => page?.context().close());

  /** The page as VS Code serves it, with what VS Code puts into it: the way back to the host, and a kept state. */
  async function open(state?: PanelState): Promise<Page> {
    const opened = await (await browser.newContext()).newPage();
    await opened.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      const body = files.get(pathname);
      if (body === undefined) return route.fulfill({ contentType: 'text/html', body: html() });
      return route.fulfill({ contentType: pathname.endsWith('.css') ? 'text/css' : 'text/javascript', body });
    });
    await opened.addInitScript(`
      window.sent = [];
      window.state = ${JSON.stringify(state) ?? 'undefined'};
      window.acquireVsCodeApi = () => ({
        postMessage: (message) => window.sent.push(message),
        getState: () => window.state,
        setState: (state) => { window.state = state; },
      });
    `);
    await opened.goto(origin);
    return opened;
  }

  const html = (): string =>
    panelHtml({
      nonce: 'abc123',
      cspSource: origin,
      script: `${origin}/panel.js`,
      style: `${origin}/panel.css`,
      title: 'Diagnosis',
      language: 'en',
    });

  /** Comes back when the page has seen the message: its own listener was there before this one. */
  const post = (message: HostMessage): Promise<void> =>
    page.evaluate(`new Promise((resolve) => {
      window.addEventListener('message', () => resolve(), { once: true });
      window.postMessage(${JSON.stringify(message)});
    })`);
  const sent = (): Promise<unknown> => page.evaluate('window.sent.splice(0)');
  const kept = (): Promise<PanelState> => page.evaluate('window.state');

  async function show({ diagnosis, exchange }: Sample): Promise<void> {
    await post({ type: 'show', view: toView(diagnosis, exchange, plainL10n()) });
  }

  it('tells the host when it listens', async () => {
    assert.deepEqual(await sent(), [{ type: 'ready' }]);
  });

  it('shows the verdict first: the problem as heading, the confirmed cause open, the others folded', async () => {
    await show(expiredToken());
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Access token expired');
    assert.equal(await page.getByRole('status').textContent(), '401 Unauthorized. Access token expired.');
    const folds = await page.evaluate(`[...document.querySelectorAll('details')].map(({ open }) => open)`);
    assert.deepEqual(folds, [true, false, false, false]);
    assert.ok(await page.getByText('2 h 20 min before the request').isVisible());
    await page.getByText('Ruled out (5)').click();
    assert.ok(await page.getByText('All three parts decode.').isVisible());
  });

  it('goes through the tabs by arrows, Home and End, with one stop of the Tab key', async () => {
    await show(expiredToken());
    const selected = (): Promise<string | null> =>
      page.locator('[role=tab][aria-selected=true]').textContent();
    await page.getByRole('tab', { name: 'Diagnosis' }).focus();
    const walk: [key: string, tab: string][] = [
      ['ArrowRight', 'Answer'],
      ['ArrowRight', 'Request'],
      ['End', 'Timings'],
      ['ArrowRight', 'Diagnosis'],
      ['ArrowLeft', 'Timings'],
      ['Home', 'Diagnosis'],
      ['ArrowRight', 'Answer'],
    ];
    for (const [key, tab] of walk) {
      await page.keyboard.press(key);
      assert.equal(await selected(), tab, key);
      assert.equal(await page.evaluate('document.activeElement.textContent'), tab);
      assert.equal(await page.getByRole('tabpanel').count(), 1);
      assert.ok(await page.getByRole('tabpanel', { name: tab }).isVisible());
    }
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.id'), 'panel-response');
  });

  it('asks the host for what its buttons say', async () => {
    await show(expiredToken());
    await sent();
    for (const name of ['Run again', 'Copy support report', 'Open guide page']) {
      await page.getByRole('button', { name }).click();
    }
    await page.getByRole('tab', { name: 'Answer' }).click();
    await page.getByRole('button', { name: 'Open as document' }).click();
    assert.deepEqual(await sent(), [
      { type: 'runAgain' },
      { type: 'copyReport' },
      { type: 'openPage' },
      { type: 'openBody', body: 'response' },
    ]);
  });

  it('shows progress only once it takes half a second, and keeps the keyboard in place over it', async () => {
    await show(expiredToken());
    await page.getByRole('button', { name: 'Run again' }).focus();
    await sent();
    const cancel = { label: 'Cancel', message: { type: 'cancel' } } as const;
    const progress = {
      method: 'GET',
      url: `${origin}/slow`,
      text: 'Waiting for the answer…',
      elapsed: 'Waiting for {0}…',
      cancel,
    };
    await post({ type: 'progress', progress });
    assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 0);
    assert.equal(await page.getByRole('status').textContent(), 'Waiting for the answer…');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Cancel');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    assert.deepEqual(await sent(), [{ type: 'cancel' }, { type: 'cancel' }]);
    await show(expiredToken());
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Run again');
  });

  it('counts the seconds of a request that takes long, without announcing each', async () => {
    await page.clock.install();
    const cancel = { label: 'Cancel', message: { type: 'cancel' } } as const;
    const progress = { method: 'GET', url: `${origin}/slow`, text: 'Waiting…', elapsed: 'For {0}', cancel };
    await post({ type: 'progress', progress });
    await page.clock.runFor(600);
    await page.clock.runFor(3000);
    assert.match((await page.locator('#elapsed').textContent()) ?? '', /^For [34] s$/);
    assert.equal(await page.getByRole('status').textContent(), 'Waiting…');
  });

  it('counts a wait down above the verdict, and takes it away when it is over', async () => {
    await show(expiredToken());
    await sent();
    const wait = {
      until: Date.now() + 65_000,
      text: 'Again in {0}.',
      announcement: 'Sent again at noon.',
      cancel: { label: 'Cancel', message: { type: 'stopWaiting' } },
    } as const;
    await post({ type: 'wait', wait });
    assert.match((await page.locator('#wait-left').textContent()) ?? '', /^Again in 1 min [45] s\.$/);
    assert.equal(await page.getByRole('status').textContent(), 'Sent again at noon.');
    assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
    await page.keyboard.press('Escape');
    assert.deepEqual(await sent(), [{ type: 'stopWaiting' }]);
    await page.getByRole('button', { name: 'Cancel' }).focus();
    await post({ type: 'wait' });
    assert.equal(await page.locator('#wait').count(), 0);
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'BUTTON');
  });

  it('draws pictures that say in words what they show', async () => {
    const now = Date.UTC(2026, 10, 20, 8, 14, 5);
    const token = { issuedAt: now - 7_200_000, expiresAt: now - 3_600_000, localNow: now };
    const { diagnosis, exchange } = expiredToken();
    await post({ type: 'show', view: toView(diagnosis, exchange, plainL10n(), { glance: { token } }) });
    assert.ok(await page.getByRole('img', { name: /^Expired for 1 h\. Valid from/ }).isVisible());
    assert.ok(await page.getByRole('img', { name: /most of it: Waiting/ }).isVisible());
    const outside = await page.evaluate(`[...document.querySelectorAll('.picture text')].filter((text) => {
      const { left, right } = text.getBoundingClientRect();
      const frame = text.ownerSVGElement.getBoundingClientRect();
      return left < frame.left - 1 || right > frame.right + 1;
    }).length`);
    assert.equal(outside, 0, 'a text is cut off');
  });

  it('folds a body by its layout, by keyboard too, and its text stays whole', async () => {
    const text = JSON.stringify({ first: { a: 1, b: { c: [1, 2, 3], d: null } }, last: 'x' });
    const exchange = answer({ text });
    await show({ exchange, diagnosis: diagnosisOf(exchange) });
    await page.getByRole('tab', { name: 'Answer' }).click();
    const code = page.locator('pre code');
    assert.deepEqual(JSON.parse((await code.textContent()) ?? ''), JSON.parse(text));
    const region = page.locator('.region > summary').first();
    await region.focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.getByText('"d": null').isVisible(), false);
    assert.ok(await page.getByText('"last": "x"').isVisible());
  });

  it('shows a long body at once, in as many folds as a page can bear', async () => {
    const rows = Array.from({ length: 60_000 }, (_, id) => ({ id, name: 'Ada', tags: ['a', 'b'], ok: true }));
    const exchange = answer({ text: JSON.stringify(rows) });
    await show({ exchange, diagnosis: diagnosisOf(exchange) });
    await page.getByRole('tab', { name: 'Answer' }).click();
    assert.ok(await page.getByText('Only the first part is shown here.').isVisible());
    assert.ok((await page.locator('.region').count()) <= 400);
  });

  it('brings a tab to the front that the host names', async () => {
    const { diagnosis, exchange } = expiredToken();
    await post({ type: 'show', view: toView(diagnosis, exchange, plainL10n()), tab: 'timings' });
    assert.equal(await page.locator('[role=tab][aria-selected=true]').textContent(), 'Timings');
  });

  it('says in one sentence why there is no diagnosis', async () => {
    await post({ type: 'error', error: { text: 'There is no request at this line.', actions: [] } });
    assert.equal(await page.locator('main').textContent(), 'There is no request at this line.');
    assert.equal(await page.getByRole('status').textContent(), 'There is no request at this line.');
  });

  it('shows hostile text as text, wherever it comes from', async () => {
    const exchange = answer({
      status: 500,
      reason: hostile,
      text: JSON.stringify({ message: hostile }),
      headers: [[hostile, hostile]],
    });
    const body = { text: hostile, size: 1 };
    const request = {
      ...exchange.request,
      method: hostile,
      url: hostile,
      headers: [[hostile, hostile] as const],
      body,
    };
    await show({
      exchange: { ...exchange, request },
      diagnosis: diagnosisOf(
        { ...exchange, request },
        {
          api: { id: 'x', name: hostile },
          environment: hostile,
          problem: { id: 'x', title: hostile, summary: hostile, code: hostile },
          requestId: hostile,
          causes: (['confirmed', 'possible', 'ruled-out'] as const).map((verdict) =>
            cause(hostile, verdict, {
              title: hostile,
              explanation: hostile,
              evidence: [hostile],
              fix: hostile,
            }),
          ),
          nextSteps: [hostile],
        },
      ),
    });
    for (const tab of ['Answer', 'Request', 'Timings', 'Diagnosis']) {
      await page.getByRole('tab', { name: tab }).click();
    }
    const text = (await page.locator('main').textContent()) ?? '';
    assert.ok(text.split('<script>').length > 20);
    assert.ok(text.includes('[U+202E]gnp') && !text.includes('\u202E'));
    assert.equal(await page.locator('main script, main img, [onerror], [style]').count(), 0);
    assert.equal(await page.title(), 'Diagnosis');
  });

  it('runs nothing and loads nothing but its own, whatever gets into it', async () => {
    assert.match(html(), /script-src 'nonce-abc123'/);
    assert.doesNotMatch(html(), /unsafe-(inline|eval)|<style|\son\w+=/);
    const refused = page.evaluate(`new Promise((resolve) => {
      const seen = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        seen.push(effectiveDirective);
        if (new Set(seen).size === 5) resolve(seen);
      });
      document.querySelector('main').innerHTML =
        '<img src="/x.png" onerror="document.title=1"><p style="color:red"></p><iframe src="/x"></iframe>';
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
    })`);
    const directives = new Set((await refused) as string[]);
    for (const directive of [
      'img-src',
      'frame-src',
      'script-src-elem',
      'script-src-attr',
      'style-src-attr',
    ]) {
      assert.ok(directives.has(directive), directive);
    }
    assert.equal(await page.title(), 'Diagnosis');
  });

  it('comes back after a reload as it was left, without the body', async () => {
    await show(expiredToken());
    await page.getByText('Automatic refresh did not run').click();
    await page.getByRole('tab', { name: 'Answer' }).click();
    const state = await kept();
    await page.context().close();

    page = await open(state);
    await post({ type: 'restore' });
    assert.equal(await page.locator('[role=tab][aria-selected=true]').textContent(), 'Answer');
    assert.ok(await page.getByText('The body is not kept').isVisible());
    assert.equal(await page.getByRole('button', { name: 'Copy support report' }).count(), 0);
    await page.getByRole('tab', { name: 'Diagnosis' }).click();
    assert.ok(await page.getByText('Look in the client for a handler').isVisible());
  });

  it('tells after a reload what could be tried, without the buttons that need more than that', async () => {
    const { diagnosis, exchange } = expiredToken();
    const fix = { id: 'x', title: 'Mend it', certainty: 'blank', causes: [] } as const;
    await show({ diagnosis: { ...diagnosis, fixes: [{ ...fix, causes: [] }] }, exchange });
    assert.equal(await page.getByRole('button', { name: 'Apply' }).count(), 1);
    const state = await kept();
    await page.context().close();

    page = await open(state);
    await post({ type: 'restore' });
    assert.ok(await page.getByText('Mend it').isVisible());
    assert.equal(await page.getByRole('button', { name: 'Apply' }).count(), 0);
  });

  it('shows the verdict of a request with a very long URL without scrolling', async () => {
    const { diagnosis, exchange } = expiredToken();
    const url = `https://api.example.com/${'a-long-segment/'.repeat(400)}`;
    const request = { ...exchange.request, url };
    await show({
      diagnosis: { ...diagnosis, request: { ...diagnosis.request, url } },
      exchange: { ...exchange, request },
    });
    const place = await page.locator('h1').boundingBox();
    assert.ok(place && place.y < 300, JSON.stringify(place));
    assert.ok((await page.locator('.request-line').textContent())?.includes(url));
  });

  it('begins anew with another request', async () => {
    await show(expiredToken());
    await page.getByRole('tab', { name: 'Timings' }).click();
    await show(expiredToken());
    assert.equal(await page.locator('[role=tab][aria-selected=true]').textContent(), 'Timings');
    const other = answer();
    const exchange = { ...other, request: { ...other.request, method: 'POST' } };
    await show({ exchange, diagnosis: diagnosisOf(exchange) });
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'The request succeeded');
    assert.equal(await page.locator('[role=tab][aria-selected=true]').textContent(), 'Diagnosis');
  });
});
