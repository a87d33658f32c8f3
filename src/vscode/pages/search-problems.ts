import { l10n as vscodeL10n, type QuickPickItem, window } from 'vscode';
import type { ProblemRef } from '../../core/catalog/catalog';
import { pagePath } from '../../core/explain/page-path';
import { buildSearchIndex } from '../../core/explain/search';
import type { L10n } from '../../core/text/language';
import type { Knowledge } from '../knowledge/knowledge';

type Item = QuickPickItem & { path: string };

/** Lets the user search over codes, statuses, titles, messages and symptoms in both languages; answers the page's path. */
export function pickProblem({ index }: Knowledge, l10n: L10n): Promise<string | undefined> {
  const search = buildSearchIndex(index);
  const all = Array.from({ length: index.size }, (_, ref) => ref);
  const pick = window.createQuickPick<Item>();
  pick.title = vscodeL10n.t('Search Problems');
  // Else VS Code puts those first whose label begins with the question, whatever the search thought best
  // (https://github.com/microsoft/vscode/issues/73904). Where it does not know the property, it stays as it was.
  Object.assign(pick, { sortByLabel: false });
  pick.placeholder = vscodeL10n.t('A code, a status, a message or a symptom');
  const show = (refs: readonly ProblemRef[]): void => {
    pick.items = refs.map(itemOf);
  };
  const itemOf = (ref: ProblemRef): Item => {
    const problem = index.problem(ref);
    const { title, status, codes = [], names = [], messages = [] } = problem;
    return {
      label: title[l10n.language],
      description: [index.apiOf(ref).name, ...status, ...codes, ...names].join(' · '),
      detail: messages.slice(0, 2).join(' · '),
      path: pagePath(problem.api, problem.id),
      // The search has ranked already, misspellings and both languages included: nothing is filtered again.
      alwaysShow: true,
    };
  };
  show(all);
  return new Promise((settle) => {
    pick.onDidChangeValue((question) => show(question.trim() === '' ? all : search.find(question)));
    pick.onDidAccept(() => {
      settle(pick.selectedItems[0]?.path);
      pick.hide();
    });
    pick.onDidHide(() => {
      settle(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
