import {
  commands as vscodeCommands,
  type Disposable,
  l10n,
  type TerminalLink,
  type TerminalLinkProvider,
  window,
} from 'vscode';
import type { MentionKind } from '../../core/recognize/mention';
import { commands } from '../ids';
import type { Services } from '../services';
import { setting } from '../settings';

interface ProblemLink extends TerminalLink {
  readonly page: { api: string; problem: string };
}

/** Longer lines are no output that anybody reads. */
const longestLine = 2000;

/** A valid token and a header field are no failure. */
function isFailure(kind: MentionKind, status: readonly number[]): boolean {
  const fails = status.some((each) => each >= 400);
  return kind === 'status'
    ? fails
    : (kind === 'code' || kind === 'message') && (fails || status.length === 0);
}

/** Codes, messages and failing statuses in the terminal are links to their page. */
export function registerTerminalLinks(services: Services): Disposable {
  const provider: TerminalLinkProvider<ProblemLink> = {
    async provideTerminalLinks({ line }, token) {
      if (!setting('hover.enabled') || line.length > longestLine) return [];
      const { explainAll } = await services.knowledge();
      if (token.isCancellationRequested) return [];
      const kinds = setting('hover.kinds');
      return explainAll(line, services.l10n)
        .filter(
          ({ mention, problem }) => kinds.includes(mention.kind) && isFailure(mention.kind, problem.status),
        )
        .map(({ mention, api, problem }) => ({
          startIndex: mention.start,
          length: mention.end - mention.start,
          tooltip: l10n.t('{0}: open its page', problem.title),
          page: { api: api.id, problem: problem.id },
        }));
    },
    handleTerminalLink: ({ page }) => vscodeCommands.executeCommand(commands.showProblem, page),
  };
  return window.registerTerminalLinkProvider(provider);
}
