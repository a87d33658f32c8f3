import type { DocumentStyle } from './document-style';
import type { Header } from './header';
import { plainText, snippetText } from './placeholders';
import type { SnippetLanguage } from './snippet-catalog';
import type { SyntaxNode } from './syntax';
import type { TextEdit } from './text-edit';

/** Puts a helper at the end of the file, or at an offset between two statements of the top level. */
export function insertHelper(
  code: string,
  at: number | 'end',
  source: string,
  language: SnippetLanguage,
  style: DocumentStyle,
): TextEdit {
  const gap = '\n'.repeat(language.lexical.blankLines);
  let text: string;
  let offset: number;
  if (at === 'end') {
    const trimmed = source.trimEnd().length;
    offset = source.length;
    const breaks = source.slice(trimmed).split('\n').length - 1;
    text = '\n'.repeat(Math.max(0, language.lexical.blankLines + 1 - breaks)) + code + '\n';
  } else {
    const lineEnd = source.indexOf('\n', at);
    const lastLine = lineEnd < 0;
    const alone = /^[\s;]*(?:(?:\/\/|\/\*|#).*)?$/.test(source.slice(at, lastLine ? source.length : lineEnd));
    if (at === 0 || !alone) offset = at;
    else offset = lastLine ? source.length : lineEnd + 1;
    const rest = /^(?:[ \t]*\r?\n)*/.exec(source.slice(offset))?.[0] ?? '';
    const blank = rest.split('\n').length - 1;
    const before = at === 0 ? '' : (alone && !lastLine ? '' : '\n') + gap;
    text = before + code + '\n' + '\n'.repeat(Math.max(0, language.lexical.blankLines - blank));
  }
  const respelled = text.replaceAll('\n', style.lineEnd);
  return { start: offset, end: offset, text: plainText(respelled), snippet: snippetText(respelled) };
}

/** Puts a helper behind the file's code: before what the code is embedded in, where no statement is open there. */
export function insertAtEnd(
  code: string,
  { footer }: Header,
  source: string,
  language: SnippetLanguage,
  style: DocumentStyle,
): TextEdit {
  if (!footer) return insertHelper(code, 'end', source, language, style);
  const above = source.slice(0, footer.startIndex).trimEnd();
  if (/[;}]$/.test(above)) return insertHelper(code, above.length, source, language, style);
  return insertHelper(`${language.lexical.opening}\n\n${code}`, 'end', source, language, style);
}

/** Puts a helper before the brace that ends a class. */
export function insertInClass(
  code: string,
  prefix = '',
  type: SyntaxNode,
  source: string,
  { lexical }: SnippetLanguage,
  style: DocumentStyle,
): TextEdit {
  const brace = type.endIndex - 1;
  const lineStart = source.lastIndexOf('\n', brace) + 1;
  const alone = source.slice(lineStart, brace).trim() === '';
  const offset = alone ? lineStart : brace;
  const declaration = new RegExp(`^(?=(?!${lexical.comment}|/?\\*|\\s|\\}|@).)`, 'm');
  const indented = code.replace(declaration, prefix).replace(/^(?=.)/gm, style.indent);
  const text = `\n${alone ? '' : '\n'}${indented}\n`.replaceAll('\n', style.lineEnd);
  return { start: offset, end: offset, text: plainText(text), snippet: snippetText(text) };
}

/** Where code goes that stands below the header and below every constant that it names. */
export function belowHeader(
  header: Header,
  names: readonly string[],
  root: SyntaxNode,
  source: string,
): number {
  const ends = names.map((name) => header.constants.get(name)?.endIndex ?? 0);
  const end = Math.max(header.end ?? 0, ...ends);
  return end > 0 ? end : openingComment(root, source);
}

/** The end of a comment that opens the file and is set off by an empty line: a licence, `#!`, a coding line. */
function openingComment(root: SyntaxNode, source: string): number {
  let end = 0;
  for (const child of root.namedChildren) {
    if (!child || !/comment|hash_bang/.test(child.type)) break;
    if (child.type.startsWith('hash_bang') || source.startsWith('#!', child.startIndex)) end = child.endIndex;
    if (/^[ \t]*\r?\n[ \t]*\r?\n/.test(source.slice(child.endIndex))) end = child.endIndex;
  }
  return end;
}
