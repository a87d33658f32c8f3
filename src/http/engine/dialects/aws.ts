import type { HttpyacHooksApi } from 'httpyac';

/** `AWS id key service:s3 region:eu-west-1`: httpyac takes the parts behind the key in one order only, REST Client in any. */
export function awsInAnyOrder({ hooks }: HttpyacHooksApi): void {
  hooks.replaceVariable.addHook(
    'awsInAnyOrder',
    async (text, type) =>
      (typeof text === 'string' && type.toLowerCase() === 'authorization'
        ? inOrder(text)
        : text) as unknown as undefined,
    { before: ['aws'] },
  );
}

function inOrder(text: string): string {
  const [, id, key, rest = ''] = /^\s*AWS\s+(\S+)\s+(\S+)\s+(.*\S)\s*$/i.exec(text) ?? [];
  if (id === undefined || key === undefined) return text;
  const parts = ['token', 'region', 'service'].flatMap(
    (name) => new RegExp(`(?:^|\\s)${name}:\\s*\\S+`, 'i').exec(rest)?.[0].trim() ?? [],
  );
  return ['AWS', id, key, ...parts].join(' ');
}
