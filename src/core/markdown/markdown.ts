import { visible } from '../text/visible';

/**
 * The one place where Markdown for VS Code is made. Everything that comes from catalogs, documents and answers goes
 * in as plain text and is escaped here: it can make no link, no image, no HTML and no command.
 */
export class MarkdownBuilder {
  private readonly blocks: string[] = [];

  heading(text: string): this {
    return this.block(`**${escapeMarkdown(text)}**`);
  }

  paragraph(text: string): this {
    return this.block(escapeMarkdown(text));
  }

  /** A paragraph with a bold lead: `**Lead:** rest`. */
  leadParagraph(lead: string, rest: string): this {
    return this.block(`**${escapeMarkdown(lead)}:** ${escapeMarkdown(rest)}`);
  }

  list(items: readonly string[]): this {
    return items.length > 0 ? this.block(items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')) : this;
  }

  /** Items with a bold lead: `- **lead**: rest`. */
  leadList(items: readonly { lead: string; rest: string }[]): this {
    const lines = items.map(({ lead, rest }) => `- **${escapeMarkdown(lead)}**: ${escapeMarkdown(rest)}`);
    return items.length > 0 ? this.block(lines.join('\n')) : this;
  }

  code(code: string, language = ''): this {
    const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = '`'.repeat(longest + 1);
    return this.block(`${fence}${language.replace(/\W/g, '')}\n${visible(code)}\n${fence}`);
  }

  rule(): this {
    return this.block('---');
  }

  /** A section heading of a page. */
  section(text: string, level: 1 | 2 | 3): this {
    return this.block(`${'#'.repeat(level)} ${escapeMarkdown(text)}`);
  }

  /** Links in a row. `href` is ours: a command or a URL that this product made. */
  links(links: readonly { text: string; href: string; title?: string }[]): this {
    if (links.length === 0) return this;
    const one = ({ text, href, title }: { text: string; href: string; title?: string }): string =>
      `[${escapeLinkText(text)}](${safeHref(href)}${title ? ` "${escapePlain(title.replace(/["`]/g, ''))}"` : ''})`;
    return this.block(links.map(one).join(' \u00a0·\u00a0 '));
  }

  /** A list of links, each with some text behind it. */
  linkList(items: readonly { text: string; href: string; rest: string }[]): this {
    const one = ({ text, href, rest }: { text: string; href: string; rest: string }): string =>
      `- [${escapeLinkText(text)}](${safeHref(href)})${rest ? ` · ${escapeMarkdown(rest)}` : ''}`;
    return items.length > 0 ? this.block(items.map(one).join('\n')) : this;
  }

  toString(): string {
    return this.blocks.join('\n\n');
  }

  private block(markdown: string): this {
    this.blocks.push(markdown);
    return this;
  }
}

/** Plain text as Markdown that shows just that text, on one line; what stands between backticks is set as code. */
export function escapeMarkdown(text: string): string {
  return text
    .split(/`([^`\n]+)`/)
    .map((part, index) => (index % 2 === 1 ? `\`${part.replace(invisible, ' ')}\`` : escapePlain(part)))
    .join('')
    .trim();
}

/** The renderer of hovers reads the text of a link once more with its brackets unescaped: there they are entities. */
const escapeLinkText = (text: string): string =>
  escapeMarkdown(text).replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;');

/** Control, zero-width and direction-changing characters: they hide or reorder what is shown. */
const invisible = /[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** Escapes what means something where it stands, and nothing else: reports are read as plain text, too. */
function escapePlain(text: string): string {
  return text
    .replace(invisible, ' ')
    .replace(/[\\`*[\]|~$@<>&]|(?<!\w)_|_(?!\w)/g, (char) =>
      char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`,
    )
    .replace(/:(?=\/\/)|(?<![:/])\/(?=\/)|(?<=www)\./gi, '\\$&')
    .replace(/^(\s*)([-+#=]|\d+(?=[.)]))/, (_whole, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** `command:id?[arguments]` as VS Code reads it from a link. */
export function commandHref(command: string, argument: unknown): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}

/** Pages of ours, the web, and our own commands; anything else links nowhere. */
const allowedHref = /^(?:https?:\/\/|command:apiTroubleshooter\.|\/[a-z0-9-]+\/[a-z0-9-]+\.md$)/;

function safeHref(href: string): string {
  if (!allowedHref.test(href)) return '';
  return href.replace(/[\s()<>"\\]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
