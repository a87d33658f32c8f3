import type { HeaderField } from '../exchange';

/** Header fields by name, in any case (RFC 9110 §5.1). */
export interface Fields {
  has(name: string): boolean;
  /** The value; several fields of one name are joined by commas (RFC 9110 §5.3). */
  get(name: string): string | undefined;
  all(name: string): readonly string[];
}

/** Header fields by name, whatever its case (RFC 9110 §5.1). */
export function readFields(fields: readonly HeaderField[]): Fields {
  const byName = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const key = name.trim().toLowerCase();
    const values = byName.get(key);
    if (values) values.push(value);
    else byName.set(key, [value]);
  }
  return {
    has: (name) => byName.has(name.toLowerCase()),
    get: (name) => byName.get(name.toLowerCase())?.join(', '),
    all: (name) => byName.get(name.toLowerCase()) ?? [],
  };
}
