import type { CallSite } from './call-site';
import type { SyntaxNode } from './syntax';

/**
 * The argument that holds a call's options, where it is there, and its place among the arguments. The place is not
 * known where a function takes options first or an address before them, and the code does not say which this is.
 */
export function optionsOf({ client, name, values }: CallSite): { at?: number; node?: SyntaxNode } {
  const [first] = values;
  const at = client.optionsAt?.[name] ?? (first?.type === 'object' ? 0 : isText(first) ? 1 : undefined);
  return at === undefined ? {} : { at, node: values[at] };
}

/** The value of a member of the options. */
export function optionOf(site: CallSite, key: string | undefined): SyntaxNode | undefined {
  const pair = optionsOf(site).node?.namedChildren.find(
    (child) => child?.childForFieldName('key')?.text.replace(/^["']|["']$/g, '') === key,
  );
  return pair?.childForFieldName('value') ?? undefined;
}

const isText = (node: SyntaxNode | undefined) => /string|binary_expression/.test(node?.type ?? '');
