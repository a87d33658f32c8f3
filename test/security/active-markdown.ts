import MarkdownIt from 'markdown-it';
import { Lexer, walkTokens, type Token } from 'marked';

/** As VS Code's Markdown preview is set up, which shows our pages. */
const preview = new MarkdownIt({ html: true, linkify: true });
preview.linkify.set({ fuzzyLink: false });

/** What in a Markdown text does something: targets of links and images, and HTML; as hovers and as previews parse it. */
export function activeParts(markdown: string): string[] {
  return [...activeInHover(markdown), ...activeInPreview(markdown)];
}

function activeInHover(markdown: string): string[] {
  const found: string[] = [];
  void walkTokens(new Lexer({ gfm: true }).lex(markdown), ((token: Token) => {
    if (token.type === 'link' || token.type === 'image') found.push((token as { href: string }).href);
    if (token.type === 'html') found.push(token.raw);
  }) as never);
  return found;
}

function activeInPreview(markdown: string): string[] {
  const tokens = preview.parse(markdown, {});
  return tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .flatMap((token) => {
      if (token.type === 'link_open') return [String(token.attrGet('href'))];
      if (token.type === 'image') return [String(token.attrGet('src'))];
      return token.type.startsWith('html') ? [token.content] : [];
    });
}
