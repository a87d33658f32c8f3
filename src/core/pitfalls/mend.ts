import { capturesOf, type SyntaxMatch, type SyntaxNode } from '../snippets/syntax';
import type { TextEdit } from '../snippets/text-edit';
import type { Inspected } from './find-pitfalls';
import type { Pitfall } from './pitfall';
import type { PatternSettings } from './pitfall-catalog';
import { callHelper } from './retry-after-helper';

type Mended = Pick<Pitfall, 'edits' | 'sure'>;

/** How a match is put right, as its pattern says. */
export function mend(inspected: Inspected, match: SyntaxMatch): Mended {
  const { put, rename, helper } = (match.setProperties ?? {}) as PatternSettings;
  const captures = capturesOf(match);
  const { fix } = captures;
  const { source } = inspected.document;
  if (!fix) return {};
  if (helper !== undefined) return callHelper(inspected, fix, captures.value);
  if (rename !== undefined) return renamed(source, fix, rename);
  if (put === undefined) return {};
  if (put === '') return { edits: [removal(source, fix)], sure: true };
  const text = put.replace(/\{(\w+)\}/g, (hole, name: string) => captures[name]?.text ?? hole);
  return { edits: [{ start: fix.startIndex, end: fix.endIndex, text }], sure: true };
}

/** `refreshToken` becomes `accessToken`; only where there is such a name, or a member of the same object. */
function renamed(source: string, fix: SyntaxNode, word: string): Mended {
  const text = fix.text.replace(/refresh/gi, (found) => inCaseOf(found, word));
  const name = /[\w$]+$/.exec(text)?.[0] ?? text;
  const isMember =
    fix.parent !== null && /member|attribute|subscript|selector|field|property/.test(fix.parent.type);
  const exists = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(source);
  if (!isMember && !exists) return {};
  return { edits: [{ start: fix.startIndex, end: fix.endIndex, text }], sure: exists };
}

function inCaseOf(found: string, word: string): string {
  if (found === found.toUpperCase()) return word.toUpperCase();
  return found.startsWith('R') ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Takes a node out, with the comma that it leaves in a list, or with its line where it stands alone. */
export function removal(source: string, { startIndex, endIndex }: SyntaxNode): TextEdit {
  let [start, end] = [startIndex, endIndex];
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const alone =
    source.slice(lineStart, start).trim() === '' && /^[,;]?[ \t]*(?:\r?\n|$)/.test(source.slice(end));
  const after = /^\s*,[ \t]*/.exec(source.slice(end))?.[0];
  const before = /,\s*$/.exec(source.slice(0, start))?.[0];
  if (alone) {
    // The last item of a list without a comma behind it leaves the one before it: that is right in all but JSON-like lists.
    if (!after && before && !/^[;]/.test(source.slice(end))) start -= before.length;
    else {
      start = lineStart;
      end += /^[,;]?[ \t]*(?:\r?\n|$)/.exec(source.slice(end))?.[0].length ?? 0;
    }
  } else if (after) end += after.length;
  else if (before) start -= before.length;
  return { start, end, text: '' };
}
