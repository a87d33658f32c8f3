import { cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../runtime/browser';
import { Closing } from '../runtime/closing';
import { installExtension } from '../runtime/install-extension';
import { writeUserSettings } from '../runtime/settings';
import { startWorkbenchServer } from '../runtime/workbench-server';
import { Editor } from './editor';
import { Palette } from './palette';

const root = resolve(__dirname, '..', '..');

export interface WorkbenchOptions {
  /** A copy of this folder is opened; default `samples/`. */
  folder?: string;
  /** The package to install; default the one that `npm run package` makes. */
  vsix?: string;
  /** Whether the folder is trusted; default true. */
  trusted?: boolean;
  /** Display language of extensions, `pt-br` for example (the workbench's own texts stay English); default English. */
  locale?: string;
  /** `workbench.colorTheme`, for example `Default Light Modern`. */
  theme?: string;
  /** Further user settings. */
  settings?: Record<string, unknown>;
  /** Environment of the extension host. */
  env?: NodeJS.ProcessEnv;
  /** CSS pixels. */
  viewport?: { width: number; height: number };
}

/** A VS Code with the packaged extension installed, as a user sees it, and what a user does in it. */
export interface Workbench {
  page: Page;
  /** The folder that is open: a copy, so the test may change it. */
  folder: string;
  /** Where VS Code keeps everything of its own: logs, state, backups, extensions. */
  profile: string;
  editor: Editor;
  palette: Palette;
  /** Opens the Problems view and returns its rows' texts, once there is a row that contains `text`. */
  problems(text: string): Promise<string[]>;
  /** The document inside the webview that is shown; locators on it wait until it is there. */
  webview(): ReturnType<Page['frameLocator']>;
  /** Waits for a notification that contains `text`, and returns its whole text. */
  notification(text: string): Promise<string>;
  /** Writes `out/screenshots/<name>.png`, and returns its path. */
  screenshot(name: string): Promise<string>;
  /** Ends VS Code, its window first, and leaves its files until `close`. */
  end(): Promise<void>;
  close(): Promise<void>;
}

/** Starts VS Code, opens `folder` in a headless browser, and waits until the workbench is there. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const scratch = await realpath(await mkdtemp(join(tmpdir(), 'workbench-')));
  const [closing, running] = [new Closing(), new Closing()];
  await closing.add(() => rm(scratch, { recursive: true, force: true, maxRetries: 3 }));
  await closing.add(() => running.close());
  try {
    const folder = join(scratch, 'workspace');
    const userDataDir = join(scratch, 'user-data');
    const extensionsDir = join(scratch, 'extensions');
    await mkdir(folder);
    await cp(options.folder ?? join(root, 'samples'), folder, { recursive: true });
    const theme = options.theme ? { 'workbench.colorTheme': options.theme } : {};
    await writeUserSettings(userDataDir, { ...theme, ...options.settings });
    await installExtension(options.vsix ?? join(root, 'api-troubleshooter.vsix'), {
      userDataDir,
      extensionsDir,
    });
    const { locale, env } = options;
    const server = await startWorkbenchServer({
      userDataDir,
      extensionsDir,
      trusted: options.trusted ?? true,
      locale,
      env,
    });
    await running.add(() => server.close());
    const { browser, context } = await openBrowser({ locale, viewport: options.viewport });
    await running.add(() => browser.close());
    const page = await context.newPage();
    await page.goto(server.address(folder));
    // The status bar's items are the last part to be drawn.
    await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
    const end = (): Promise<void> => running.close();
    return { ...workbench(page, folder), profile: scratch, end, close: () => closing.close() };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

function workbench(page: Page, folder: string): Omit<Workbench, 'profile' | 'end' | 'close'> {
  const palette = new Palette(page);
  return {
    page,
    folder,
    palette,
    editor: new Editor(page, palette),
    async problems(text) {
      const rows = page.locator('.markers-panel .monaco-list-row');
      if (!(await page.locator('.markers-panel').isVisible())) await palette.run('View: Focus Problems');
      await rows.filter({ hasText: text }).first().waitFor();
      return rows.allInnerTexts();
    },
    webview: () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),
    async notification(text) {
      const toast = page.locator('.notification-toast').filter({ hasText: text }).first();
      await toast.waitFor();
      return toast.innerText();
    },
    async screenshot(name) {
      const path = join(root, 'out', 'screenshots', `${name}.png`);
      // A hover is shown while it fades in, and is to be seen as it stays.
      await page.screenshot({ path, animations: 'disabled' });
      return path;
    },
  };
}
