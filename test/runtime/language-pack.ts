import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes VS Code take `locale` (`pt-br`) as its display language. Language packs come from the gallery, which tests
 * cannot reach: this one is empty. So the workbench's own texts stay English, while `vscode.env.language` and
 * the texts of extensions are in the language.
 */
export async function writeLanguagePack(userDataDir: string, locale: string): Promise<void> {
  await mkdir(userDataDir, { recursive: true });
  const translation = join(userDataDir, `${locale}.i18n.json`);
  await writeFile(translation, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: 'empty',
    label: locale,
    extensions: [{ extensionIdentifier: { id: `test.language-pack-${locale}` }, version: '1.0.0' }],
    translations: { vscode: translation },
  };
  await writeFile(join(userDataDir, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
