import type { Check } from '../catalog/format';
import type { MarkdownBuilder } from '../markdown/markdown';
import type { L10n } from '../text/language';

/** Requests that tell more, each as it would stand in a `.http` file. */
export function writeChecks(page: MarkdownBuilder, checks: readonly Check[], l10n: L10n): void {
  const { language } = l10n;
  for (const check of checks) {
    page.list([check.unsafe ? l10n.t('{0} (changes data)', check.title[language]) : check.title[language]]);
    page.code(requestOf(check), 'http');
    if (check.expect) page.paragraph(check.expect[language]);
  }
}

function requestOf({ request, headers = {}, body }: Check): string {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [request, ...fields, ...(body === undefined ? [] : ['', JSON.stringify(body, null, 2)])].join('\n');
}
