import type { Explanation } from '../../core/explain/explanation';
import { commandHref, MarkdownBuilder } from '../../core/markdown/markdown';
import type { L10n } from '../../core/text/language';
import { commands, writableLanguages } from '../ids';

/** Causes that a hover has room for; the page has them all. */
const shownCauses = 3;

/** A hover as Markdown: what it means, why, what to do first, and where to go on. */
export function hoverText(explanation: Explanation, languageId: string, l10n: L10n): string {
  const { api, problem, causes, steps, others } = explanation;
  const builder = new MarkdownBuilder();
  const place = [api.name, problem.status.join('/'), ...problem.codes.slice(0, 1)]
    .filter(Boolean)
    .join(' · ');
  builder.heading(`${problem.title} — ${place}`);
  builder.paragraph(problem.summary);
  builder.list(explanation.computed);
  if (causes.length > 0) {
    builder.leadParagraph(
      l10n.t('Likely causes'),
      causes
        .slice(0, shownCauses)
        .map(({ title }) => title)
        .join(' · '),
    );
  }
  const [first] = steps;
  if (first) builder.leadParagraph(l10n.t('Do first'), first);
  builder.links([
    { text: l10n.t('More'), href: commandHref(commands.showProblem, { api: api.id, problem: problem.id }) },
    ...actions(explanation, languageId, l10n),
    ...others.map((other) => ({
      text: l10n.t('In {0}', other.api.name === api.name ? other.problem.title : other.api.name),
      href: commandHref(commands.showProblem, { api: other.api.id, problem: other.problem.id }),
      title: other.problem.title,
    })),
  ]);
  return builder.toString();
}

function actions({ retry }: Explanation, languageId: string, l10n: L10n): { text: string; href: string }[] {
  if (languageId === 'http')
    return [{ text: l10n.t('Diagnose'), href: `command:${commands.diagnoseRequest}` }];
  if (!writableLanguages.includes(languageId)) return [];
  if (retry === 'after-refresh')
    return [{ text: l10n.t('Refresh the token'), href: `command:${commands.insertTokenRefresh}` }];
  if (retry === 'backoff' || retry === 'after-reset')
    return [{ text: l10n.t('Insert retry'), href: `command:${commands.insertRetry}` }];
  return [];
}
