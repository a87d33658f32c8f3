import { type Disposable, languages } from 'vscode';
import type { Services } from '../services';
import { setting } from '../settings';

/** Explains error codes, statuses and messages on hover, in documents of every language. */
export function registerHover(services: Services): Disposable {
  return languages.registerHoverProvider([{ scheme: '*' }], {
    async provideHover(document, position, token) {
      if (!setting('hover.enabled', document)) return undefined;
      const knowledge = await services.knowledge();
      if (token.isCancellationRequested) return undefined;
      const { hoverAt } = await import('./hover-at.js');
      return hoverAt(document, position, knowledge, services.l10n);
    },
  });
}
