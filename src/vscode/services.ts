import { env, type ExtensionContext, l10n as vscodeL10n, type LogOutputChannel, window } from 'vscode';
import { type L10n, languageOf } from '../core/text/language';
import type { Knowledge } from './knowledge/knowledge';
import { provideKnowledge } from './knowledge/provide-knowledge';

/** What the features share. Everything in it is made when it is first asked for. */
export interface Services {
  readonly context: ExtensionContext;
  readonly l10n: L10n;
  readonly log: LogOutputChannel;
  knowledge(): Promise<Knowledge>;
}

export function createServices(context: ExtensionContext): Services {
  const log = window.createOutputChannel('API Troubleshooter', { log: true });
  const l10n: L10n = {
    language: languageOf(env.language),
    t: (template, ...values) => vscodeL10n.t(template, ...values),
  };
  context.subscriptions.push(log);
  return { context, l10n, log, knowledge: provideKnowledge(context, log) };
}
