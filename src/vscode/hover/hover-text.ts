import type { Explanation } from '../../core/explain/explanation';
import { commandHref, MarkdownBuilder } from '../../core/markdown/markdown';
import type { L10n } from '../../core/text/language';
import { commands, writableLanguages } from '../ids';

/** Causes that a hover has room for; the page has them all. */
const shownCauses = 3;

/** What there is to do where the hover is. */
export interface HoverPlace {
  languageId: string;
  /** Whether a `.http` file of the workspace has a request for the API that is explained. */
  hasRequest: boolean;
}

/** A hover as Markdown: what it means, why, what to do first, and where to go on. */
export function hoverText(explanation: Explanation, place: HoverPlace, l10n: L10n): string {
  const { api, problem, causes, steps, others } = explanation;
  const builder = new MarkdownBuilder();
  const subtitle = [api.name, problem.status.join('/'), ...problem.codes.slice(0, 1)]
    .filter(Boolean)
    .join(' · ');
  builder.heading(`${problem.title} — ${subtitle}`);
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
    ...codeAction(explanation, place, l10n),
    ...diagnose(explanation, place, l10n),
    ...others.map((other) => ({
      text: l10n.t('In {0}', other.api.name === api.name ? other.problem.title : other.api.name),
      href: commandHref(commands.showProblem, { api: other.api.id, problem: other.problem.id }),
      title: other.problem.title,
    })),
  ]);
  return builder.toString();
}

type Link = { text: string; href: string };

function codeAction({ retry }: Explanation, { languageId }: HoverPlace, l10n: L10n): Link[] {
  if (!writableLanguages.includes(languageId)) return [];
  if (retry === 'after-refresh')
    return [{ text: l10n.t('Refresh the token'), href: `command:${commands.insertTokenRefresh}` }];
  if (retry === 'backoff' || retry === 'after-reset')
    return [{ text: l10n.t('Insert retry'), href: `command:${commands.insertRetry}` }];
  return [];
}

/** The request at the cursor, or one of the workspace's for the same API. */
function diagnose({ api }: Explanation, { languageId, hasRequest }: HoverPlace, l10n: L10n): Link[] {
  const text = l10n.t('Diagnose');
  if (languageId === 'http') return [{ text, href: `command:${commands.diagnoseRequest}` }];
  return hasRequest ? [{ text, href: commandHref(commands.diagnoseWorkspaceRequest, { api: api.id }) }] : [];
}
