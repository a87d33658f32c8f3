import { CodeActionKind } from 'vscode';
import type { SnippetKind } from '../../core/snippets/snippet-catalog';
import type { L10n } from '../../core/text/language';
import type { Knowledge } from '../knowledge/knowledge';
import type { CallActions } from './call-actions';

/** The kinds of our code actions: a contract of other extensions and of `editor.codeActionsOnSave`-like settings. */
export const kinds: Readonly<Record<SnippetKind, CodeActionKind>> = {
  retry: CodeActionKind.RefactorRewrite.append('apiTroubleshooter.retry'),
  tokenRefresh: CodeActionKind.RefactorRewrite.append('apiTroubleshooter.tokenRefresh'),
};

/** Not below the kind of retry: who binds a key to that gets one action, which asks nothing. */
export const retryInModule = CodeActionKind.RefactorRewrite.append('apiTroubleshooter.retryInModule');

/** What it takes to offer actions. */
export interface Offering {
  readonly actions: CallActions;
  readonly knowledge: Knowledge;
  readonly l10n: L10n;
}
