import { capturesOf, type SyntaxMatch, type SyntaxNode } from '../snippets/syntax';
import type { Inspected } from './find-pitfalls';
import { withHelper } from './insert-code';
import type { Pitfall } from './pitfall';
import type { PatternSettings } from './pitfall-catalog';
import { removal } from './removal';

type Mended = Pick<Pitfall, 'edits' | 'sure'>;

/** How a match is put right, as its pattern says. */
export function mend(inspected: Inspected, match: SyntaxMatch): Mended {
  const { put, rename, without } = (match.setProperties ?? {}) as PatternSettings;
  const captures = capturesOf(match);
  const { fix } = captures;
  if (!fix) return {};
  if (rename !== undefined) return renamed(inspected.document.source, fix, rename);
  if (without !== undefined) {
    const text = fix.text.replace(without, '');
    return { edits: [{ start: fix.startIndex, end: fix.endIndex, text }], sure: true };
  }
  if (put === undefined) return {};
  if (put === '') return { edits: [removal(inspected.document.source, fix)], sure: true };
  const helper = put.includes('{helper}') ? inspected.rules.helper : undefined;
  if (put.includes('{helper}') && !helper) return {};
  const inserted = helper && withHelper(inspected, fix, helper);
  const text = put.replace(/\{(\w+)\}/g, (hole, name: string) =>
    name === 'helper' ? (inserted?.text ?? '') : (captures[name]?.text ?? hole),
  );
  return {
    edits: [...(inserted?.edits ?? []), { start: fix.startIndex, end: fix.endIndex, text }],
    sure: true,
  };
}

/** `refreshToken` becomes `accessToken`; only where there is such a name, or a member of the same object. */
function renamed(source: string, fix: SyntaxNode, word: string): Mended {
  const text = fix.text.replace(/refresh/gi, (found) => inCaseOf(found, word));
  const name = /[\w$]+$/.exec(text)?.[0] ?? text;
  const around = `${fix.parent?.type} ${fix.parent?.parent?.type}`;
  const isMember =
    /member|attribute|subscript|selector|field|property|element|method_invocation|\bcall\b/.test(around);
  const exists = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(source);
  if (!isMember && !exists) return {};
  return { edits: [{ start: fix.startIndex, end: fix.endIndex, text }], sure: exists };
}

function inCaseOf(found: string, word: string): string {
  if (found === found.toUpperCase()) return word.toUpperCase();
  return found.startsWith('R') ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
