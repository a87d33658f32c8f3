import { nearest } from '../../catalog/nearest';
import { requestLines } from '../../http-file/request-lines';
import { phrase } from '../../text/phrase';
import type { FixEdit, FixKind, Repair } from '../fix';
import { environmentEntry } from '../environment-entry';
import { defineVariables, refer } from '../insertion-place';
import type { RepairContext } from '../repair-context';

/** A variable without a value: the one that was meant, a reference that is missing, or a definition with a blank. */
export const defineVariableFix: FixKind = {
  id: 'define-variable',
  alone: true,
  repairs: ['request.unresolvedVariable', 'auth.unresolved', 'variable-unresolved'],
  statuses: [400, 401, 403, 404],
  find(context) {
    const unresolved = context.reading.exchange.written?.unresolvedVariables ?? [];
    return [...new Set(unresolved.map(({ name }) => name))].flatMap((name) => repairsOf(context, name));
  },
};

function repairsOf(context: RepairContext, name: string): Repair[] {
  const lines = context.files.text.split(/\r?\n/);
  const object = /^([\w-]+)\./.exec(name)?.[1];
  const named = requestLines(lines).flatMap(({ name: each }) => each ?? []);
  if (object !== undefined && named.includes(object)) {
    const edits = refer(context, object);
    const title = phrase('Run the request `{0}` first: add `# @ref {0}`', object);
    return edits.length > 0 ? [{ title, certainty: 'sure', edits, variant: name }] : [];
  }
  // Expressions with more in them than a name are code.
  if (!/^[\w$][\w-]*$/.test(name) || name.startsWith('$')) return [];
  const repairs: Repair[] = [];
  const meant = nearest(name, context.definitions.keys());
  if (meant !== undefined) {
    const edits = uses(context, name, meant);
    if (edits.length > 0)
      repairs.push({
        title: phrase('Write `{0}` instead of `{1}`', `{{${meant}}}`, `{{${name}}}`),
        certainty: 'probable',
        edits,
        variant: `${name}-${meant}`,
      });
  }
  const title = phrase('Define `{0}` in this file', `@${name}`);
  repairs.push({ title, certainty: 'blank', edits: defineVariables(context, [name]), variant: name });
  const entry = environmentEntry(context, name);
  if (entry)
    repairs.push({
      title: entry.title,
      certainty: 'blank',
      edits: [entry.edit],
      variant: `${name}-environment`,
    });
  return repairs;
}

/** The places where a request uses a variable, with another name in them. */
function uses({ request, edit }: RepairContext, name: string, meant: string): FixEdit[] {
  const text = request.text.slice(request.region.start, request.region.end);
  return Array.from(text.matchAll(/\{\{(\s*)(.+?)(\s*)\}\}/g)).flatMap(
    ({ 1: space = '', 2: used, index }) => {
      const start = request.region.start + index + 2 + space.length;
      return used === name ? [edit(start, start + name.length, meant)] : [];
    },
  );
}
