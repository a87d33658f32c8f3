import { l10n as vscodeL10n } from 'vscode';
import { apiPage } from '../../core/explain/api-page';
import { problemPage } from '../../core/explain/page';
import { apiPageName } from '../../core/explain/page-path';
import type { L10n } from '../../core/text/language';
import type { Knowledge } from '../knowledge/knowledge';

/** The Markdown of the page at `/api/problem.md`, or at `/api/index.md` of the API itself; a sentence where there is no such problem. */
export function pageOf(path: string, { index }: Knowledge, l10n: L10n): string {
  const [, api = '', problem = ''] = /^\/([^/]+)\/([^/]+)\.md$/.exec(path) ?? [];
  const described = index.apis.find(({ id }) => id === api);
  if (described && problem === apiPageName) return apiPage(described, index, l10n);
  const ref = index.find(api, problem);
  if (ref === undefined) return missingProblem({ api, problem }).message;
  return problemPage(index.problem(ref), index.apiOf(ref), index, l10n);
}

/** What `showProblem` takes; command arguments come from links and are not to be trusted. */
export function isProblemName(argument: unknown): argument is { api: string; problem: string } {
  if (typeof argument !== 'object' || argument === null) return false;
  const { api, problem } = argument as Record<string, unknown>;
  return typeof api === 'string' && typeof problem === 'string';
}

/** What to say where a link or a command names a problem that no catalog has. */
export function missingProblem(argument: unknown): Error {
  const name = isProblemName(argument) ? `${argument.api}/${argument.problem}` : String(argument);
  return new Error(
    vscodeL10n.t(
      'No catalog has the problem "{0}": search for it with "Search Problems".',
      name.slice(0, 80),
    ),
  );
}
