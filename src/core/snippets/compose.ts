import type { Api } from '../catalog/catalog';
import { phrase } from '../text/phrase';
import type { Phrase } from '../text/phrase';
import { conditionsOf, parameterWriter, refreshable } from './api-values';
import type { CallSite } from './call-site';
import { readStyle, respell } from './document-style';
import type { DocumentStyle } from './document-style';
import type { ParsedDocument } from './find-calls';
import { readHeader, topLevel } from './header';
import type { Header } from './header';
import { freeNames, helperSource, presentHelper, rename, renameModules } from './helper-source';
import { insertImport, insertImports, localName, missingModules, moduleAliases } from './imports';
import { belowHeader, insertAtEnd, insertHelper, insertInClass } from './insertion';
import { type FilePlace, sharedTexts } from './own-module';
import { rewriteCall } from './rewrite-call';
import type { Condition, Snippet } from './snippet-catalog';
import type { TextEdit } from './text-edit';

export type Composition = { edits: TextEdit[] } | { disabledReason: Phrase };

/**
 * The edits that give a call what a snippet offers: the call goes through a helper, which is added once, with its
 * imports. Edits do not overlap and are in no particular order.
 * @param api whose catalog fills in endpoint, fields and limits; what it does not tell becomes a placeholder
 * @param indent one level of indentation, for a file that has none yet
 * @param place what stands beside the file, which may have the helper already
 */
export function compose(
  site: CallSite,
  snippet: Snippet,
  document: ParsedDocument,
  api?: Api,
  indent?: string,
  place?: FilePlace,
): Composition {
  const disabledReason = whyNot(site, snippet, api);
  if (disabledReason) return { disabledReason };
  const { language, client } = site;
  const { source } = document;
  const root = document.tree.rootNode;
  const { style, header } = surroundingsOf(site, document, indent);
  const shared = sharedTexts(language, place, source);
  const present =
    presentHelper(source, header.end ?? 0, snippet) ??
    shared.map((text) => presentHelper(text, 0, snippet)).find(Boolean);
  const names = present
    ? new Map<string, string>()
    : freeNames(snippet.declares, [source, ...shared].join('\n'));
  const helper = present ?? names.get(snippet.helper) ?? snippet.helper;

  const call = rewriteCall(site, snippet, helper, source, style);
  if ('template' in call) return { disabledReason: call };
  if (present) return { edits: call };

  const parameters = parameterWriter(site, api, header, source);
  const conditions = conditionsOf(api);
  const helperCode = helperSource(snippet, language, {
    holds: (condition) => condition === client.id || conditions[condition as Condition],
    valueOf: parameters.valueOf,
  });
  const known = knownAs(site, header);
  const missing = missingModules(helperCode.modules, header).filter((module) => !known.has(module));
  const aliases = moduleAliases(missing, header, language.imports);
  const others = [...known, ...aliases].map(
    ([module, name]) => [localName(module, language.imports), name] as const,
  );
  const code = respell(
    renameModules(rename(helperCode.code, names), others, language.imports),
    language.lexical,
    style,
  );
  const references = parameters.references.map(({ name }) => name);
  const insert = {
    end: () => insertAtEnd(code, header, source, language, style),
    'after-header': () =>
      insertHelper(code, belowHeader(header, references, root, source), source, language, style),
    'in-class': () => insertInClass(code, snippet.prefix, topLevel(site.call, root), source, language, style),
  }[snippet.place];
  return {
    edits: [
      ...insertImports(missing, aliases, language, client, header, root, style),
      ...insertImport(snippet, header, belowHeader(header, [], root, source), source, style),
      insert(),
      ...call,
    ],
  };
}

const read = new WeakMap<CallSite, { style: DocumentStyle; header: Header }>();

/** How the file of a call is spelled and what it begins with: read once for all snippets. */
export function surroundingsOf(site: CallSite, { source, grammar, tree }: ParsedDocument, indent?: string) {
  const root = tree.rootNode;
  const known = read.get(site) ?? {
    style: readStyle(source, site.language, grammar, root, indent),
    header: readHeader(site.language, grammar, root, site.call),
  };
  read.set(site, known);
  return known;
}

/** The name that the file's import gives to the client's module, where it is not its own. */
function knownAs({ client, modules }: CallSite, header: Header): Map<string, string> {
  const [alias] = modules;
  const own = header.imports.some(({ module }) => module === client.package);
  return client.package && alias && !own ? new Map([[client.package, alias]]) : new Map();
}

/** Why a snippet does not suit a call, or the API that it goes to. */
export function whyNot(site: CallSite, snippet: Snippet, api: Api | undefined): Phrase | undefined {
  if (site.streams) return phrase('The body is a stream, which cannot be sent a second time.');
  if (site.sinks) return phrase('The answer is written out while it arrives, even when the attempt fails.');
  if (snippet.kind === 'retry') {
    const keyed = api?.idempotency?.methods.some((method) => method.toUpperCase() === site.method);
    if ((site.method === 'POST' || site.method === 'PATCH') && !keyed) {
      return api
        ? phrase('{0} is not known to recognize a repeated {1} by an Idempotency-Key.', api.name, site.method)
        : phrase('Repeating a {0} may do the work twice.', site.method);
    }
    const key = api?.idempotency?.header ?? 'Idempotency-Key';
    if (keyed && site.client.ownKey && !site.around.text.toLowerCase().includes(key.toLowerCase()))
      return phrase(
        'The request has no {0}, by which a repeated {1} would be recognized.',
        key,
        site.method ?? '',
      );
    return undefined;
  }
  if (api?.authentication && api.authentication.length > 0 && !refreshable(api)) {
    return phrase('{0} documents no token that could be refreshed.', api.name);
  }
  const { refresh, login } = refreshable(api) ?? {};
  const paths = [refresh, login].flatMap((request) => request?.request.split(' ').at(-1) ?? []);
  const getsToken = site.values.some(({ text }) => paths.some((path) => endsInPath(text, path)));
  if (getsToken) return phrase('This is the request that gets the token.');
  const field = snippet.refuse?.field;
  return field && setsField(site, field)
    ? phrase('The call has an argument {0} of its own.', field)
    : undefined;
}

/** Whether the code around a call sets a header field that the helper cannot take out of it. */
function setsField({ around, credentials }: CallSite, field: string): boolean {
  const rest = credentials.reduce((text, { text: credential }) => text.replace(credential, ''), around.text);
  return new RegExp(`["']${field}\\b`, 'i').test(rest);
}

/** Whether an address in source code leads to a path: what follows the path ends the literal or is a query. */
function endsInPath(text: string, path: string): boolean {
  const at = text.indexOf(path);
  return at >= 0 && /^\/?["'`?#]/.test(text.slice(at + path.length));
}
