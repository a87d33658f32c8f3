import { doneAround } from './already-there';
import type { Bindings } from './bindings';
import { optionOf } from './call-options';
import type { CallSite } from './call-site';
import { isHelperName } from './helper-source';
import { madeToRetry } from './made-to-retry';
import type { Snippet, SnippetKind } from './snippet-catalog';
import { ancestors, calledName } from './syntax';
import type { SyntaxNode } from './syntax';

/** Whether a call does already what a snippet would give it: by a helper, by its client, or by the code around it. */
export function hasSnippet(site: CallSite, kind: SnippetKind, bindings: Bindings, source: string): boolean {
  const snippets = site.client.snippets.filter((snippet) => snippet.kind === kind);
  if (site.through === kind || site.wrapped.includes(kind) || doneAround(site.call, kind, source))
    return true;
  const sender = site.receiver?.node.text ?? '';
  const done = kind === 'retry' ? bindings.retrying : bindings.refreshing;
  const senders = [sender, lastName(sender), site.call.text];
  if ([done, bindings.configured].some((names) => senders.some((name) => names.has(name)))) return true;
  if (isWrapped(site.call, snippets)) return true;
  if (kind === 'retry' && (site.retries || isToldToRetry(site, source))) return true;
  if (isSetAround(site.call, snippets)) return true;
  const chain = site.client.chained ? site.object?.text : undefined;
  if (chain && snippets.some(({ helper }) => new RegExp(`\\b${helper}\\d*\\(`).test(chain))) return true;
  const options = snippets.flatMap(({ call }) => call.option ?? []);
  const there = options.map((option) => optionOf(site, option)?.text ?? '').join(' ');
  if (snippets.some(({ helper }) => new RegExp(`\\b${helper}\\d*\\(`).test(there))) return true;
  return site.values.some((value) => {
    const text = (value.childForFieldName('value') ?? value).text.replace(/\(\.{3}\)$/, '');
    return snippets.some((snippet) => isHelperName(snippet, site.client.chained ? lastName(text) : text));
  });
}

const lastName = (text: string) => /\w+$/.exec(text)?.[0] ?? text;

/** Whether what the call is made on, or what it is given, repeats requests by itself. */
function isToldToRetry({ receiver, object, values, client }: CallSite, source: string): boolean {
  const holder = receiver?.node ?? object;
  const given = values.flatMap((value) => [value, ...value.namedChildren]);
  const names = [...(holder ? [holder] : []), ...given].flatMap(
    (node) => (node && /^[\w$@.>-]*?(\w+)$/.exec((node.childForFieldName('value') ?? node).text)?.[1]) || [],
  );
  // What a chain of calls begins with: `client` in `client.get(url).send()`
  names.push(...(client.chained ? (/^\w+(?=\s*\.)/.exec(object?.text ?? '') ?? []) : []));
  const near = holder ?? values[0];
  const own = new Set(client.snippets.map(({ helper }) => helper));
  const foreign = [...new Set(names)].slice(0, 8).filter((name) => !own.has(name));
  return near !== undefined && madeToRetry(foreign, near, source);
}

/** Whether the expression around a client's creation names a helper: `withRetry(create())`, `create().extend(retrying)`. */
function isWrapped(creation: SyntaxNode, snippets: readonly Snippet[]): boolean {
  const helpers = snippets.filter(({ call }) => (call.wrap ?? call.receiver) !== undefined);
  if (helpers.length === 0) return false;
  for (const node of ancestors(creation)) {
    if (!/call|invocation|member|selector|attribute|argument/.test(node.type)) return false;
    const named = node.childForFieldName('arguments')?.namedChildren ?? [];
    const names = [calledName(node), ...named.flatMap((each) => (each ? [each.text, calledName(each)] : []))];
    if (helpers.some((snippet) => names.some((name) => isHelperName(snippet, name)))) return true;
  }
  return false;
}

/** Whether a line of a class around the call has its helper for all that the class sends. */
function isSetAround(call: SyntaxNode, snippets: readonly Snippet[]): boolean {
  const setters = snippets.filter(({ call: { below } }) => below !== undefined);
  if (setters.length === 0) return false;
  return [...ancestors(call)].some(({ namedChildren }) =>
    namedChildren.some((line) =>
      line
        ?.childForFieldName('arguments')
        ?.namedChildren.some(
          (argument) => argument && setters.some((snippet) => isHelperName(snippet, calledName(argument))),
        ),
    ),
  );
}
