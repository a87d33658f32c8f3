export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value of JSON is an object, not an array or null. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object's own value: `constructor` and the like are never inherited from the prototype. */
export const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** A text or a number under `key`, as text. */
export function ownText(value: unknown, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = asText(own(value, key));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A text that is not blank, or a number, as text. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** The value at a dotted path; `[]` is an array's first element, `[2]` its third: `errors[].code`. */
export function valueAt(json: unknown, path: string): unknown {
  let value = json;
  for (const step of path.split('.')) {
    const [, key = '', indices = ''] = /^([^[\]]*)((?:\[\d*\])*)$/.exec(step) ?? [undefined, step, ''];
    if (key !== '') value = own(value, key);
    for (const [, index] of indices.matchAll(/\[(\d*)\]/g)) {
      value = Array.isArray(value) ? (value as unknown[])[Number(index)] : undefined;
    }
    if (value === undefined) return undefined;
  }
  return value;
}

/** The first of several paths that leads to a value. */
export function firstAt(json: unknown, paths: string | readonly string[] | undefined): unknown {
  for (const path of typeof paths === 'string' ? [paths] : (paths ?? [])) {
    const value = valueAt(json, path);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}
