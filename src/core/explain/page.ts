import type { Api, Problem } from '../catalog/catalog';
import type { CatalogIndex } from '../catalog/catalog-index';
import { MarkdownBuilder } from '../markdown/markdown';
import type { L10n } from '../text/language';
import { writeChecks } from './checks';
import { titleOf } from './explain';
import { apiPagePath, pagePath } from './page-path';
import { writeSupport } from './support';

/** A problem with everything that a hover leaves out, as Markdown. */
export function problemPage(problem: Problem, api: Api, index: CatalogIndex, l10n: L10n): string {
  const { language } = l10n;
  const page = new MarkdownBuilder();
  page.section(problem.title[language], 1);
  const { status, codes = [], names = [], messages = [] } = problem;
  page.links([{ text: api.name, href: apiPagePath(api.id) }]);
  const marks = [...status.map(String), ...codes, ...names].map((mark) => `\`${mark}\``);
  if (marks.length > 0) page.paragraph(marks.join(' · '));
  page.paragraph(problem.summary[language]);
  if (problem.retry) page.paragraph(retryAdvice(problem.retry, l10n));

  if (messages.length > 0) page.section(l10n.t('Messages'), 2).code(messages.join('\n'));
  if (problem.causes.length > 0) page.section(l10n.t('Causes'), 2);
  for (const cause of problem.causes) {
    page.section(cause.title[language], 3);
    page.paragraph(cause.explanation[language]);
    page.leadList([
      { lead: l10n.t('Fix'), rest: cause.fix[language] },
      ...(cause.test ? [{ lead: l10n.t('How to tell'), rest: cause.test[language] }] : []),
    ]);
  }
  if (problem.steps?.length) page.section(l10n.t('What to do'), 2);
  for (const step of problem.steps ?? []) {
    page.list([step[language]]);
    if (step.code) page.code(step.code, step.language);
  }
  if (problem.checks?.length) page.section(l10n.t('Requests that tell more'), 2);
  writeChecks(page, problem.checks ?? [], l10n);
  if (problem.examples?.length) page.section(l10n.t('Examples'), 2);
  for (const example of problem.examples ?? []) {
    if (example.title) page.paragraph(example.title[language]);
    page.code(example.code, example.language);
  }
  related(page, problem, index, l10n);
  writeSupport(page, api, l10n);
  page.rule();
  page.paragraph(l10n.t('Source: {0}', titleOf(problem.source)));
  if (typeof problem.source === 'object')
    page.links([{ text: problem.source.url, href: problem.source.url }]);
  return `${page.toString()}\n`;
}

function retryAdvice(retry: NonNullable<Problem['retry']>, l10n: L10n): string {
  switch (retry) {
    case 'never':
      return l10n.t('Sending the same request again does not help.');
    case 'backoff':
      return l10n.t('The same request may be sent again, with exponential backoff and jitter.');
    case 'after-reset':
      return l10n.t('The same request may be sent again when the rate-limit window has reset.');
    case 'after-refresh':
      return l10n.t('The same request may be sent again once, with a fresh token.');
  }
}

function related(page: MarkdownBuilder, problem: Problem, index: CatalogIndex, l10n: L10n): void {
  const links = (problem.related ?? []).flatMap((reference) => {
    const [api = '', id = ''] = reference.includes('/') ? reference.split('/') : [problem.api, reference];
    const ref = index.find(api, id);
    return ref === undefined
      ? []
      : [{ text: index.problem(ref).title[l10n.language], href: pagePath(api, id) }];
  });
  if (links.length > 0) page.section(l10n.t('See also'), 2).links(links);
}
