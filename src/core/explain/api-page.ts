import type { Api } from '../catalog/catalog';
import type { CatalogIndex } from '../catalog/catalog-index';
import type { Authentication, Plan } from '../catalog/format';
import { MarkdownBuilder } from '../markdown/markdown';
import type { L10n } from '../text/language';
import { formatSpan } from '../text/render';
import { writeChecks } from './checks';
import { pagePath } from './page-path';
import { writeSupport } from './support';

/** What a catalog knows of an API as a whole, and every problem of it. */
export function apiPage(api: Api, index: CatalogIndex, l10n: L10n): string {
  const page = new MarkdownBuilder().section(api.name, 1);
  const { match, authentication = [], rateLimits, idempotency, health = [] } = api;
  if (match?.hosts?.length) page.leadParagraph(l10n.t('Hosts'), code(match.hosts));

  if (authentication.length > 0) page.section(l10n.t('Authentication'), 2);
  page.list(authentication.map((each) => describeAuthentication(each, l10n)));
  if (rateLimits) {
    page.section(l10n.t('Rate limits'), 2);
    const fields = [rateLimits.limit, rateLimits.remaining, rateLimits.reset].filter(
      (name) => name !== undefined,
    );
    if (fields.length > 0) page.leadParagraph(l10n.t('Header fields'), code(fields));
    if (rateLimits.wait) page.leadParagraph(l10n.t('Wait, in seconds'), code([rateLimits.wait]));
    page.list((rateLimits.plans ?? []).map((plan) => describePlan(plan, l10n)));
  }
  if (idempotency) {
    page.section(l10n.t('Idempotency'), 2);
    const kept = idempotency.lifetime ? l10n.t('kept for {0}', formatSpan(idempotency.lifetime * 1000)) : '';
    page.paragraph(
      [code([idempotency.header]), idempotency.methods.join(', '), kept].filter(Boolean).join(' · '),
    );
  }
  if (health.length > 0) page.section(l10n.t('Health checks'), 2);
  writeChecks(page, health, l10n);
  listProblems(page, api, index, l10n);
  writeSupport(page, api, l10n);
  return `${page.toString()}\n`;
}

const code = (texts: readonly string[]): string => texts.map((text) => `\`${text}\``).join(', ');

function describeAuthentication(
  { scheme, header, accessLifetime, refreshLifetime, login, refresh, note }: Authentication,
  l10n: L10n,
): string {
  return [
    `\`${header}\`: ${scheme}`,
    accessLifetime ? l10n.t('access token lives {0}', formatSpan(accessLifetime * 1000)) : '',
    refreshLifetime ? l10n.t('refresh token lives {0}', formatSpan(refreshLifetime * 1000)) : '',
    login ? `\`${login.request}\`` : '',
    refresh ? `\`${refresh.request}\`` : '',
    note?.[l10n.language] ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function describePlan({ name, limits, note }: Plan, l10n: L10n): string {
  const units = {
    second: l10n.t('second'),
    minute: l10n.t('minute'),
    hour: l10n.t('hour'),
    day: l10n.t('day'),
  };
  const rates = limits.map(({ requests, per }) => l10n.t('{0} requests per {1}', requests, units[per]));
  return `${[`${name}: ${rates.join(', ')}`, note?.[l10n.language]].filter(Boolean).join(' · ')}`;
}

function listProblems(page: MarkdownBuilder, api: Api, index: CatalogIndex, l10n: L10n): void {
  const problems = index.problemsOf(api.id).map((ref) => index.problem(ref));
  const kinds = [
    [undefined, l10n.t('Problems')],
    ['guide', l10n.t('Symptoms without a code')],
    ['field', l10n.t('Header fields')],
    ['claim', l10n.t('Claims')],
  ] as const;
  for (const [kind, title] of kinds) {
    const some = problems.filter((problem) => problem.kind === kind);
    if (some.length === 0) continue;
    page.section(title, 2).linkList(
      some.map((problem) => ({
        text: problem.title[l10n.language],
        href: pagePath(api.id, problem.id),
        rest: [...problem.status, ...(problem.codes ?? []), ...(problem.names ?? [])].join(' · '),
      })),
    );
  }
}
