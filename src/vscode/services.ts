import { env, type ExtensionContext, l10n as vscodeL10n, type LogOutputChannel, window } from 'vscode';
import { type L10n, type Language, languageOf } from '../core/text/language';
import type { SourceCode } from './code-actions/source-code';
import type { Knowledge } from './knowledge/knowledge';
import { provideKnowledge } from './knowledge/provide-knowledge';

/** What the features share. Everything in it is made when it is first asked for. */
export interface Services {
  readonly context: ExtensionContext;
  readonly l10n: L10n;
  readonly log: LogOutputChannel;
  knowledge(): Promise<Knowledge>;
  sourceCode(): Promise<SourceCode>;
  /** The texts in one of our languages, whatever the display language is: for what others are to read. */
  l10nIn(language: Language): Promise<L10n>;
}

export function createServices(context: ExtensionContext): Services {
  const log = window.createOutputChannel('API Troubleshooter', { log: true });
  const l10n: L10n = {
    language: languageOf(env.language),
    t: (template, ...values) => vscodeL10n.t(template, ...values),
  };
  context.subscriptions.push(log);
  const l10nIn = async (language: Language): Promise<L10n> =>
    language === l10n.language ? l10n : (await import('./other-language.js')).l10nOf(language, context);
  return {
    context,
    l10n,
    log,
    l10nIn,
    knowledge: provideKnowledge(context, log),
    sourceCode: provideSourceCode(context),
  };
}

function provideSourceCode(context: ExtensionContext): () => Promise<SourceCode> {
  let opened: Promise<SourceCode> | undefined;
  const open = async (): Promise<SourceCode> => {
    const { openSourceCode } = await import('./code-actions/code-actions.js');
    const sourceCode = openSourceCode(context.asAbsolutePath('dist'));
    context.subscriptions.push(sourceCode);
    return sourceCode;
  };
  return () =>
    (opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));
}
