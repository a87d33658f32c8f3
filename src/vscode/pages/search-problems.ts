import { l10n as vscodeL10n, type QuickPickItem, window } from 'vscode';
import { pagePath } from '../../core/explain/page';
import type { L10n } from '../../core/text/language';
import type { Knowledge } from '../knowledge/knowledge';

/** Lets the user search over codes, titles, messages and keywords in both languages; answers the page's path. */
export async function pickProblem({ index }: Knowledge, { language }: L10n): Promise<string | undefined> {
  const items: (QuickPickItem & { path: string })[] = [];
  for (let ref = 0; ref < index.size; ref++) {
    const problem = index.problem(ref);
    const api = index.apiOf(ref);
    const other = language === 'en' ? 'pt-BR' : 'en';
    items.push({
      label: problem.title[language],
      description: [api.name, ...problem.status, ...(problem.codes ?? [])].join(' · '),
      detail: [...(problem.messages ?? []), ...(problem.keywords ?? []), problem.title[other]].join(' · '),
      path: pagePath(problem.api, problem.id),
    });
  }
  const picked = await window.showQuickPick(items, {
    title: vscodeL10n.t('Search Problems'),
    placeHolder: vscodeL10n.t('A code, a status, a message or a symptom'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.path;
}
