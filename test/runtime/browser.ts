import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findChromium } from './chromium';

export interface BrowserOptions {
  /** `pt-BR`, for example. */
  locale?: string;
  /** CSS pixels; default 1400 × 900. */
  viewport?: { width: number; height: number };
}

/** A headless browser that reaches loopback only: what a page would ask of another host fails at once. */
export async function openBrowser(
  options: BrowserOptions = {},
): Promise<{ browser: Browser; context: BrowserContext }> {
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({ executablePath, args, env: definedOnly(env), handleSIGINT: false });
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1400, height: 900 },
    locale: options.locale ?? 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== '127.0.0.1' && url.hostname !== 'localhost',
    (route) => route.abort('internetdisconnected'),
  );
  return { browser, context };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
