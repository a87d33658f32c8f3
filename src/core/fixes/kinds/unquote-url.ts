import { phrase } from '../../text/phrase';
import type { FixEdit, FixKind } from '../fix';
import { replaceIn } from '../traced';

/** Quotation marks of a URL, where they were written: in the request line or in the variable that it starts with. */
export const unquoteUrl: FixKind = {
  id: 'unquote-url',
  repairs: ['url-quoted'],
  find({ sentUrl }) {
    const traced = sentUrl();
    const edits: FixEdit[] = [];
    const definitions = new Set<object>();
    for (const { index: start } of traced.text.matchAll(/["'`“”‘’]/g)) {
      const found = replaceIn(traced, { start, end: start + 1 }, '');
      if (!found) return [];
      edits.push(...found);
      const { definition, uri } = traced.units[start] ?? {};
      if (definition?.opening && uri !== undefined && !definitions.has(definition)) {
        definitions.add(definition);
        edits.push({ uri, ...definition.opening, text: '' });
      }
    }
    return edits.length > 0
      ? [{ title: phrase('Remove the quotation marks from the URL'), certainty: 'sure', edits }]
      : [];
  },
};
