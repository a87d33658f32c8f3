import type { Api, Problem } from '../catalog/catalog';
import type { CatalogIndex } from '../catalog/catalog-index';
import type { Check } from '../catalog/format';

import { MarkdownBuilder } from '../markdown/markdown';
import type { L10n } from '../text/language';
import { titleOf } from './explain';

/** The path of a problem's page. */
export const pagePath = (api: string, problem: string): string => `/${api}/${problem}.md`;

/** A problem with everything that a hover leaves out, as Markdown. */
export function problemPage(problem: Problem, api: Api, index: CatalogIndex, l10n: L10n): string {
  const { language } = l10n;
  const page = new MarkdownBuilder();
  page.section(problem.title[language], 1);
  page.paragraph([api.name, ...problem.status.map(String), ...(problem.codes ?? [])].join(' · '));
  page.paragraph(problem.summary[language]);
  if (problem.retry) page.paragraph(retryAdvice(problem.retry, l10n));

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
  for (const check of problem.checks ?? []) {
    page.list([check.unsafe ? l10n.t('{0} (changes data)', check.title[language]) : check.title[language]]);
    page.code(requestOf(check), 'http');
    if (check.expect) page.paragraph(check.expect[language]);
  }
  if (problem.examples?.length) page.section(l10n.t('Examples'), 2);
  for (const example of problem.examples ?? []) {
    if (example.title) page.paragraph(example.title[language]);
    page.code(example.code, example.language);
  }
  related(page, problem, index, l10n);
  support(page, api, l10n);
  page.rule();
  page.paragraph(l10n.t('Source: {0}', titleOf(problem.source)));
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

/** A check as it would stand in an `.http` file. */
function requestOf({ request, headers = {}, body }: Check): string {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [request, ...fields, ...(body === undefined ? [] : ['', JSON.stringify(body, null, 2)])].join('\n');
}

function support(page: MarkdownBuilder, api: Api, l10n: L10n): void {
  const { email, links = [], note } = api.support ?? {};
  if (!email && links.length === 0 && !note) return;
  page.section(l10n.t('Support'), 2);
  if (email) page.paragraph(email);
  page.links(links.map(({ title, url }) => ({ text: title, href: url })));
  if (note) page.paragraph(note[l10n.language]);
}
