import { acceptedSchemes } from '../../exchange/facts/auth/scheme';
import { authorizationKinds, keyHeaderKinds } from '../../exchange/readings/credentials';
import { isPlaceholder } from '../../exchange/readings/placeholder';
import { phrase } from '../../text/phrase';
import type { FixEdit, FixKind, Repair } from '../fix';
import { blankCredential } from '../blank-credential';
import { refer } from '../insertion-place';
import { neighbours } from '../neighbours';
import type { RepairContext } from '../repair-context';

/** A credential for a request that has none: the one that other requests of the file send, or a blank for it. */
export const addCredential: FixKind = {
  id: 'add-credential',
  alone: true,
  repairs: ['auth.missing', 'auth.cookieOnly', 'auth.unresolved', 'auth.placeholder'],
  statuses: [401],
  find(context) {
    // A variable without a value is to be defined.
    if ((context.reading.exchange.written?.unresolvedVariables ?? []).length > 0) return [];
    const known = ofNeighbours(context);
    return known ? [known] : blank(context);
  },
};

/** The credential that most of the others send to the same place, with the requests that it comes from. */
function ofNeighbours(context: RepairContext): Repair | undefined {
  const { reading, files } = context;
  const headers = new Set(
    ['Authorization', ...(reading.api?.authentication ?? []).map(({ header }) => header)].map((name) =>
      name.toLowerCase(),
    ),
  );
  const counts = new Map<string, { name: string; value: string; count: number }>();
  for (const { source } of neighbours(context)) {
    for (const field of source.fields) {
      if (!headers.has(field.name.toLowerCase())) continue;
      const value = files.text.slice(field.value.start, field.value.end);
      // Only by variables: a secret that stands in one request is not written into another.
      if (!isUsual(field.name, value)) continue;
      const key = `${field.name.toLowerCase()}: ${value}`;
      const known = counts.get(key) ?? { name: field.name, value, count: 0 };
      counts.set(key, { ...known, count: known.count + 1 });
    }
  }
  const [best] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!best) return undefined;
  return {
    title: phrase('Add `{0}`, as other requests of this file have it', `${best.name}: ${best.value}`),
    certainty: 'probable',
    edits: [...referencesOf(context, best.value), setField(context, best.name, best.value)],
    variant: 'known',
  };
}

/** Whether a value is a variable, behind a scheme where it is for Authorization; or a user name and a password. */
const isUsual = (name: string, value: string): boolean =>
  (/^authorization$/i.test(name) ? /^[A-Za-z]+(?:[ :]\{\{[^{}]+\}\}){1,2}$/ : /^\{\{[^{}]+\}\}$/).test(value);

/** `# @ref login` for a credential such as `Bearer {{login.access_token}}`. */
function referencesOf(context: RepairContext, value: string): FixEdit[] {
  const names = neighbours(context).flatMap(({ name }) => name ?? []);
  const used = Array.from(value.matchAll(/\{\{\s*([\w-]+)\./g), ([, name = '']) => name);
  return [...new Set(used)].filter((name) => names.includes(name)).flatMap((name) => refer(context, name));
}

function blank(context: RepairContext): Repair[] {
  const { reading } = context;
  const [key] = keyHeaderKinds(reading);
  const isKey = authorizationKinds(reading).length === 0 && key !== undefined;
  const header = isKey ? key.header : 'Authorization';
  const scheme = isKey ? undefined : (acceptedSchemes(reading)?.[0] ?? 'Bearer');
  const { value, edits } = blankCredential(context, scheme);
  return [
    {
      title: phrase('Add `{0}`', `${header}: ${value}`),
      certainty: edits.length === 0 ? 'probable' : 'blank',
      edits: [...edits, setField(context, header, value)],
    },
  ];
}

/** A field that stands there empty, or with a stand-in, gets the value. */
function setField({ field, addField, edit, request }: RepairContext, name: string, value: string): FixEdit {
  const source = field(name);
  const written = source ? request.text.slice(source.value.start, source.value.end) : '';
  const isEmpty =
    source &&
    (written === '' || isPlaceholder(written.replace(/^[A-Za-z]+\s+/, '')) || /^[A-Za-z]+$/.test(written));
  return isEmpty
    ? edit(source.nameRange.end, source.line.end - lineEnd(request.text, source.line.end), `: ${value}`)
    : addField(name, value);
}

const lineEnd = (text: string, end: number): number => /\r?\n$/.exec(text.slice(0, end))?.[0].length ?? 0;
