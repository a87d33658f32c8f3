import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { type L10n, type Language, plainL10n } from '../core/text/language';

/** The texts of a language that is not the display's, from the bundle that VS Code would have loaded for it. */
export async function l10nOf(language: Language, { extensionPath }: ExtensionContext): Promise<L10n> {
  if (language === 'en') return plainL10n('en');
  const file = join(extensionPath, 'l10n', `bundle.l10n.${language.toLowerCase()}.json`);
  return plainL10n(language, JSON.parse(await readFile(file, 'utf8')) as Record<string, string>);
}
