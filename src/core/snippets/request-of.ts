import type { CallSite } from './call-site';
import type { ParsedDocument } from './find-calls';
import { matchesOnLines } from './matches-on-lines';
import { ancestors, capturesOf, isFunction } from './syntax';
import type { Grammar, SyntaxNode } from './syntax';

type RequestOfCall = Pick<
  CallSite,
  'method' | 'url' | 'baseName' | 'tokenName' | 'streams' | 'sinks' | 'retries' | 'credentials' | 'around'
>;

/** What a call's arguments say of its request. */
export function describeRequest(site: CallSite, { grammar, source, tree }: ParsedDocument): RequestOfCall {
  const around = functionAround(site.call);
  const prepared = [
    ...preparedRequest(site, around, grammar),
    ...(site.client.chained && site.object
      ? grammar.query(site.client.request).matches(site.object).map(capturesOf)
      : []),
  ];
  const matches = grammar.query(site.client.request).matches(site.arguments).map(capturesOf);
  const own = matches.filter((captures) =>
    Object.values(captures).every((node) => node && isOwn(site, node)),
  );
  const bodies = [...own, ...prepared].flatMap(({ body }) => body ?? []);
  const last = (name: string) => prepared.findLast((captures) => captures[name])?.[name];
  const said =
    site.client.methods[site.name] ||
    (own.find(({ method }) => method)?.method ?? last('method'))?.text.replace(/^["']|["']$/g, '') ||
    namedBy('method', [...own, ...prepared]) ||
    namedBy('implied', [...own, ...prepared]);
  const optionsHidden = site.values.length > 1 && own.length === 0 && !isLiteral(site.values[1]);
  return {
    // `http.MethodPost`, `"POST"`, `Net::HTTP::Post`
    method:
      (said && /(?:Method)?([A-Za-z]+)$/.exec(said)?.[1])?.toUpperCase() ??
      (optionsHidden ? undefined : site.client.defaultMethod),
    ...addressOf(site, own.find(({ url }) => url)?.url ?? last('url')),
    tokenName: (own.find(({ token }) => token)?.token ?? last('token'))?.text,
    streams:
      [...own, ...prepared].some(({ stream }) => stream) ||
      bodies.some((body) => isStream(body, site, grammar, tree.rootNode, source)),
    sinks: [...own, ...prepared].some(({ sink }) => sink),
    retries: [...own, ...prepared].some(({ retries }) => retries),
    credentials: distinct(
      [...own, ...prepared].flatMap(({ credential, ...rest }) => [credential, rest['credential.option']]),
    ),
    around,
  };
}

type Captured = Partial<Record<string, SyntaxNode>>;

/** A method that an option stands for: it is in the capture's name, `@method.head` or, weaker, `@implied.post`. */
function namedBy(kind: 'method' | 'implied', captured: readonly Captured[]): string | undefined {
  const name = captured
    .flatMap((captures) => Object.keys(captures))
    .findLast((key) => key.startsWith(`${kind}.`));
  return name?.slice(kind.length + 1);
}

const distinct = (nodes: readonly (SyntaxNode | undefined)[]): SyntaxNode[] => [
  ...new Map(nodes.flatMap((node) => (node ? [[node.id, node] as const] : []))).values(),
];

/** What the function around a call says of the request before it is sent, in the order of the text. */
function preparedRequest(
  site: CallSite,
  around: SyntaxNode,
  grammar: Grammar,
): Partial<Record<string, SyntaxNode>>[] {
  if (!site.client.prepared) return [];
  const names = new Set(
    [...site.values, ...leaves(site.arguments), ...(site.client.chained && site.object ? [site.object] : [])]
      .filter((node) => /identifier|variable|member_access/.test(node.type))
      .map((node) => node.text),
  );
  return grammar
    .query(site.client.prepared)
    .matches(around)
    .map(capturesOf)
    .filter(({ request }) => request && names.has(request.text) && request.startIndex < site.call.startIndex)
    .flatMap((captures) => [
      captures,
      ...(captures.chain ? grammar.query(site.client.request).matches(captures.chain).map(capturesOf) : []),
    ]);
}

function functionAround(call: SyntaxNode): SyntaxNode {
  let around = call;
  for (const node of ancestors(call)) {
    around = node;
    if (isFunction(node)) break;
  }
  return around;
}

/** A node of this call's arguments, not of a call inside of them. */
function isOwn(site: CallSite, node: SyntaxNode): boolean {
  for (const ancestor of ancestors(node)) {
    if (ancestor.id === site.arguments.id) return true;
    if (/^(\w*call(_expression)?|\w*new_expression)$/.test(ancestor.type)) return false;
  }
  return false;
}

const isLiteral = (node: SyntaxNode | undefined) =>
  /^(object|string|dictionary|keyword_argument)$/.test(node?.type ?? '');

/** `"GET"`: an argument that comes before the address. */
const isMethod = (node: SyntaxNode) => /^["'][A-Za-z]+["']$/.test(node.text);

/** The address as far as the code says it: a literal's beginning, or the name that it begins with. */
function addressOf(site: CallSite, prepared?: SyntaxNode): Pick<CallSite, 'url' | 'baseName'> {
  const named = site.values.find((value) => value.childForFieldName('name')?.text === 'url');
  const literal = (node: SyntaxNode) =>
    /^(?:(?:URI(?:\.\w+)?|&?format!)\(\s*)?[a-z$@]*["'`](https?:\/\/[^"'`{$\s]*)/i.exec(node.text)?.[1];
  const node =
    prepared ??
    named?.childForFieldName('value') ??
    site.values.find(literal) ??
    site.values.find((value) => !isMethod(value));
  if (!node) return {};
  const start = literal(node);
  const after = start && node.text[node.text.indexOf(start) + start.length];
  // A host that an interpolation continues is not known.
  const url =
    after && (/[/?#]/.test(start.slice('https://'.length)) || !'{$'.includes(after)) ? start : undefined;
  // `URI(…)`, `URI.create(…)` and `format!(…)` hold an address, too.
  const address = node.text.replace(/^(?:URI(?:\.\w+)?|&?format!)\(\s*/, '');
  const base =
    /^(?:(?:self|static)::)?([A-Za-z_$][\w$]*)(?:\s*\+|\s*\.\s*["']|$)|^`\$\{([A-Za-z_$][\w$]*)\}|^[fF$]?["']\{([A-Za-z_]\w*)\}|^"#\{([A-Za-z_]\w*)\}|^"\$\{?([A-Za-z_]\w*)/.exec(
      address,
    );
  return { url, baseName: base?.slice(1).find(Boolean) };
}

function isStream(
  body: SyntaxNode,
  site: CallSite,
  grammar: Grammar,
  root: SyntaxNode,
  source: string,
): boolean {
  const query = grammar.query(site.client.streams);
  const inside = query.matches(body).map(capturesOf);
  if (inside.some(({ stream }) => stream && isPartOf(stream, body))) return true;
  const parts = [body, ...leaves(body)].filter(
    (node) => /name|identifier|variable|member|attribute/.test(node.type) && isPartOf(node, body),
  );
  const words = new Set(parts.flatMap(({ text }) => /^[$@\w.:>-]*?(\w+)$/.exec(text)?.[1] ?? []));
  if (words.size === 0) return false;
  const held = matchesOnLines(query, root, `\\b(?:${[...words].join('|')})\\b`, source);
  const names = new Set(held.flatMap((match) => capturesOf(match)['stream.name']?.text ?? []));
  return parts.some((node) => names.has(node.text));
}

function* leaves(node: SyntaxNode): Generator<SyntaxNode> {
  for (const child of node.namedChildren) {
    if (!child) continue;
    yield child;
    yield* leaves(child);
  }
}

/** Whether a node is the body itself or an element of it, rather than something that the body is computed from. */
function isPartOf(node: SyntaxNode, body: SyntaxNode): boolean {
  if (node.id === body.id) return true;
  for (const ancestor of ancestors(node)) {
    if (!/^(pair|dictionary|list|tuple|object|array|parenthesized_expression)$/.test(ancestor.type))
      return false;
    if (ancestor.id === body.id) return true;
  }
  return false;
}
