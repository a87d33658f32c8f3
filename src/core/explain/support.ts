import type { Api } from '../catalog/catalog';
import { supportItems } from '../catalog/support-items';
import type { MarkdownBuilder } from '../markdown/markdown';
import type { L10n } from '../text/language';
import { render } from '../text/render';

/** Whom to ask, and what to tell. */
export function writeSupport(page: MarkdownBuilder, { support }: Api, l10n: L10n): void {
  const { email, links = [], note, include = [] } = support ?? {};
  if (!email && links.length === 0 && !note) return;
  page.section(l10n.t('Support'), 2);
  if (email) page.paragraph(email);
  page.links(links.map(({ title, url }) => ({ text: title, href: url })));
  if (note) page.paragraph(note[l10n.language]);
  if (include.length > 0) {
    page.leadParagraph(
      l10n.t('Tell support'),
      include.map((item) => render(supportItems[item], l10n)).join(', '),
    );
  }
}
