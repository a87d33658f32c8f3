import { readBindings } from './bindings';
import type { Bindings } from './bindings';
import type { CallSite } from './call-site';
import { hasSnippet } from './has-snippet';
import { isHelperName } from './helper-source';
import { localName } from './imports';
import { describeRequest } from './request-of';
import { snippetKinds } from './snippet-catalog';
import type {
  Client,
  Imports,
  Snippet,
  SnippetCatalog,
  SnippetKind,
  SnippetLanguage,
} from './snippet-catalog';
import { calledName, capturesOf } from './syntax';
import type { Grammar, SyntaxNode, SyntaxTree } from './syntax';

/** What all questions about one version of a document need. */
export interface ParsedDocument {
  source: string;
  languageId: string;
  grammar: Grammar;
  tree: SyntaxTree;
}

/** The language of the catalog that writes a VS Code language, with the name of the grammar to load for it. */
export function languageFor(catalog: SnippetCatalog, languageId: string) {
  const language = catalog.languages.find(({ grammars }) => Object.hasOwn(grammars, languageId));
  return language && { language, grammar: language.grammars[languageId] ?? '' };
}

/** Whether a text can hold a call at all: cheaper than to parse it. */
export function mayHoldCalls(catalog: SnippetCatalog, languageId: string, source: string): boolean {
  const { clients = [], imports } = languageFor(catalog, languageId)?.language ?? {};
  return clients.some((client) => isNamedIn(source, client, imports));
}

function isNamedIn(source: string, { package: name = '', globals }: Client, imports?: Imports): boolean {
  // A class may be imported by an asterisk: then only its own name stands in the file. A module of a package may be
  // imported from that: then the package's does.
  const [own] = imports?.name ? [localName(name, imports)] : name.split('.');
  return [own, ...(globals?.functions ?? [])].some((word) => word && source.includes(word));
}

/** All HTTP calls of a range (default: of the document), in the order of the text. */
export function findCalls(
  catalog: SnippetCatalog,
  document: ParsedDocument,
  range: { start: number; end: number } = { start: 0, end: document.source.length },
): CallSite[] {
  const language = languageFor(catalog, document.languageId)?.language;
  if (!language) return [];
  return language.clients
    .filter((client) => isNamedIn(document.source, client, language.imports))
    .flatMap((client) => findClientCalls(language, client, document, range))
    .sort((a, b) => a.call.startIndex - b.call.startIndex);
}

/** The call at an offset: the innermost around it, or else the only one that begins on its line. */
export function findCall(
  catalog: SnippetCatalog,
  document: ParsedDocument,
  offset: number,
): CallSite | undefined {
  const line = lineAt(document.source, offset);
  const calls = findCalls(catalog, document, line);
  const around = calls.filter(({ call }) => call.startIndex <= offset && offset <= call.endIndex);
  if (around.length > 0) return around.at(-1);
  const begun = calls.filter(({ call }) => call.startIndex >= line.start && call.startIndex <= line.end);
  return begun.length === 1 ? begun[0] : undefined;
}

function lineAt(source: string, offset: number): { start: number; end: number } {
  const end = source.indexOf('\n', offset);
  return { start: source.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? source.length : end };
}

function findClientCalls(
  language: SnippetLanguage,
  client: Client,
  document: ParsedDocument,
  { start, end }: { start: number; end: number },
): CallSite[] {
  const { grammar, tree } = document;
  const candidates = grammar
    .query(client.calls)
    .matches(tree.rootNode, { start, end: Math.max(end, start + 1) })
    .map(capturesOf)
    .filter((captures) => mightBeCall(client, captures));
  if (candidates.length === 0) return [];
  const bindings = bindingsIn(document, client, language.imports);
  const sites = new Map<number, CallSite>();
  for (const captures of candidates) {
    const site = siteOf(language, client, bindings, captures);
    if (!site || site.call.hasError) continue;
    Object.assign(site, describeRequest(site, document));
    site.has = snippetKinds.filter((kind) => hasSnippet(site, kind, bindings, document.source));
    sites.set(site.call.id, site);
  }
  return [...sites.values()];
}

/** What each tree was found to bind: the lightbulb asks at every move of the cursor. */
const known = new WeakMap<SyntaxTree, Map<Client, Bindings>>();

function bindingsIn({ grammar, tree, source }: ParsedDocument, client: Client, imports?: Imports): Bindings {
  const ofTree = known.get(tree) ?? new Map<Client, Bindings>();
  known.set(tree, ofTree);
  const bindings = ofTree.get(client) ?? readBindings(client, imports, grammar, tree.rootNode, source);
  ofTree.set(client, bindings);
  return bindings;
}

type Captures = Partial<Record<string, SyntaxNode>>;

/** Leaves out what no binding can turn into a call of this client, before the bindings are read. */
function mightBeCall(client: Client, { method }: Captures): boolean {
  return method ? Object.hasOwn(client.methods, method.text) : true;
}

function siteOf(
  language: SnippetLanguage,
  client: Client,
  bindings: Bindings,
  captures: Captures,
): CallSite | undefined {
  const { call, arguments: list, module, method, object } = captures;
  const called = captures.called ?? call?.childForFieldName('function') ?? captures.function ?? method;
  if (!call || !list || !called) return undefined;
  const values = list.namedChildren.filter(
    (child): child is SyntaxNode => child !== null && !/^(comment|command_name)$/.test(child.type),
  );
  const site = {
    language,
    client,
    call,
    function: called,
    arguments: list,
    values,
    modules: [...bindings.modules],
    streams: false,
    sinks: false,
    retries: false,
    credentials: [],
    around: call,
    wrapped: [],
    has: [],
  };
  if (captures.function) {
    const name = captures.function.text;
    const through = client.snippets.find(
      (snippet) => snippet.call.function && !isWrapper(snippet) && isHelperName(snippet, name),
    )?.kind;
    if (through) return isKnown(bindings) ? { ...site, name, through } : undefined;
    if (client.package && Object.hasOwn(client.methods, client.package)) {
      const receiver = { node: captures.function, client: name };
      const itself = { ...site, name: client.package, receiver };
      if (bindings.modules.has(name)) return itself;
      if (bindings.objects.has(name)) return { ...itself, object: captures.function };
    }
    const imported = bindings.imported.get(name);
    return imported !== undefined && isFunctionOf(client, imported) ? { ...site, name: imported } : undefined;
  }
  if (module && method && isFunctionOf(client, method.text) && bindings.modules.has(module.text)) {
    const standard = client.defaultObject?.replace('{module}', module.text) ?? module.text;
    return { ...site, name: method.text, receiver: { node: module, client: standard } };
  }
  if (!object) return undefined;
  if (client.chained && method) {
    if (bindings.modules.size === 0) return undefined;
    const through = client.snippets.find((snippet) => isHelperName(snippet, method.text))?.kind;
    return { ...site, name: method.text, function: method, object, ...(through && { through }) };
  }
  const { inner, kinds } = unwrap(object, client);
  // A module inside of a helper is a client like any other: `ky.extend(retrying)`.
  const extended = kinds.length > 0 && isOfModule(inner, bindings);
  if (!extended && !holdsClient(inner, bindings)) return undefined;
  const holder = /\w+$/.exec(inner.text)?.[0] ?? '';
  const byValue = bindings.values.has(inner.text) || bindings.values.has(holder);
  const text = byValue && client.addressed ? client.addressed.replace('{object}', inner.text) : inner.text;
  const name = method?.text ?? client.package ?? '';
  return { ...site, name, object, receiver: { node: inner, client: text }, wrapped: kinds };
}

/** The client inside of the helpers that are around it already: `client` in `withRetry(client)`. */
function unwrap(object: SyntaxNode, client: Client): { inner: SyntaxNode; kinds: SnippetKind[] } {
  const kinds: SnippetKind[] = [];
  let inner = object;
  for (;;) {
    // `client.helper()`
    const access = inner.childForFieldName('function');
    const before = access?.childForFieldName('expression');
    const chained =
      before &&
      client.snippets.find((snippet) => isHelperName(snippet, access?.childForFieldName('name')?.text ?? ''));
    if (chained) {
      kinds.push(chained.kind);
      inner = before;
      continue;
    }
    const [argument] = inner.childForFieldName('arguments')?.namedChildren ?? [];
    if (!argument) return { inner, kinds };
    const wrapper = client.snippets.find(
      (snippet) => isWrapper(snippet) && isHelperName(snippet, calledName(inner)),
    );
    // `client.extend(helper)`
    const extended = inner.childForFieldName('function')?.childForFieldName('object');
    const extension = extended && client.snippets.find((snippet) => isHelperName(snippet, argument.text));
    const snippet = wrapper ?? extension;
    if (!snippet) return { inner, kinds };
    kinds.push(snippet.kind);
    inner = valueOf(wrapper ? argument : (extended ?? argument));
  }
}

/** Whether a helper gets what the call is made on, or the function itself: `retrying(request)(…)`. */
const isWrapper = ({ call }: Snippet) =>
  call.receiver !== undefined || call.function?.includes('({function})') === true;

/** The module itself, or a function of it. */
const isOfModule = (node: SyntaxNode, { modules, imported }: Bindings) =>
  modules.has(node.text) ||
  imported.has(node.text) ||
  modules.has(node.childForFieldName('object')?.text ?? '');

/** What an argument passes, in grammars that have a node for the argument itself. */
const valueOf = (argument: SyntaxNode) =>
  (argument.type === 'argument' && argument.namedChildren.at(-1)) || argument;

function holdsClient(node: SyntaxNode, { objects, members }: Bindings): boolean {
  const member = /^.*\W(\w+)$/s.exec(node.text)?.[1];
  return objects.has(node.text) || (member !== undefined && members.has(member));
}

/** Whether the module's own function is this client's. */
const isFunctionOf = ({ methods, objectsOnly, creations }: Client, name: string) =>
  Object.hasOwn(methods, name) && (!objectsOnly || creations?.includes(name) === true);

/** Whether the file names the client at all: a helper of the same name may belong to another one. */
const isKnown = ({ modules, imported }: Bindings) => modules.size > 0 || imported.size > 0;
