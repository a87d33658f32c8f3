/** The languages that every text of the product is written in. */
export type Language = 'en' | 'pt-BR';

export const languages: readonly Language[] = ['en', 'pt-BR'];

/** A catalog's text, in every language. */
export type Text = Readonly<Record<Language, string>>;

/** Renders templates in the user's language; `vscode.l10n` and a plain table both fit. */
export interface L10n {
  readonly language: Language;
  /** Looks `template` up in the current language and fills `{0}` … in. */
  t(template: string, ...values: (string | number)[]): string;
}

/** The closest of our languages for a display language such as `pt`, `pt-br` or `en-GB`. */
export function languageOf(displayLanguage: string): Language {
  return /^pt\b/i.test(displayLanguage) ? 'pt-BR' : 'en';
}

/** English, or a given table of translations: for command lines and tests. */
export function plainL10n(language: Language = 'en', table: Readonly<Record<string, string>> = {}): L10n {
  return {
    language,
    t: (template, ...values) =>
      (table[template] ?? template).replace(/\{(\d+)\}/g, (hole, index: string) =>
        String(values[Number(index)] ?? hole),
      ),
  };
}
