import type { Envelope } from '../catalog/format';
import { firstAt, isObject, valueAt } from '../exchange/readings/json-path';

/** Whether a body is an API's envelope: not at all, as far as it needs to be, or with all of its parts and no other. */
export type EnvelopeFit = 'none' | 'partly' | 'whole';

/** Members of formats that share names with many envelopes: problem details, JSON:API, GraphQL, and two vendors' own. */
const ofOtherFormats = ['title', 'detail', 'locations', 'extensions', 'doc_url', 'documentation_url'];

/** Compares a body with the envelope that a catalog describes, by the members that are there. */
export function envelopeFit(json: unknown, envelope: Envelope): EnvelopeFit {
  const { code, message, details, requestId, where = {} } = envelope;
  const needed = [code, message].filter((paths) => paths !== undefined);
  if (needed.length === 0 || needed.some((paths) => firstAt(json, paths) === undefined)) return 'none';
  if (Object.entries(where).some(([path, value]) => valueAt(json, path) !== value)) return 'none';

  const named = [code, message, details, requestId, Object.keys(where)].flatMap((paths) => paths ?? []);
  const members = membersAround(json, needed.flat());
  const unnamed = members.filter(({ path }) => !named.some((each) => each === path || startsIn(each, path)));
  if (unnamed.some(({ name }) => ofOtherFormats.includes(name))) return 'none';
  const complete = details === undefined || firstAt(json, details) !== undefined;
  return complete && unnamed.length === 0 ? 'whole' : 'partly';
}

/** The members of every object on the way to the paths: of the body itself, of its `error`. */
function membersAround(json: unknown, paths: readonly string[]): { path: string; name: string }[] {
  const places = new Set(
    paths.flatMap((path) => path.split('.').map((_, depth, steps) => steps.slice(0, depth).join('.'))),
  );
  return [...places].flatMap((place) => {
    const object = place === '' ? json : valueAt(json, place);
    if (!isObject(object)) return [];
    return Object.keys(object).map((name) => ({ path: place === '' ? name : `${place}.${name}`, name }));
  });
}

/** `error.code` and `errors[].code` start in `error` and `errors`. */
const startsIn = (path: string, member: string): boolean =>
  path.startsWith(`${member}.`) || path.startsWith(`${member}[`);
