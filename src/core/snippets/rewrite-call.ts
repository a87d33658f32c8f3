import { isHelperName } from './helper-source';
import { phrase } from '../text/phrase';
import type { Phrase } from '../text/phrase';
import type { CallSite } from './call-site';
import { optionOf, optionsOf } from './call-options';
import type { DocumentStyle } from './document-style';
import type { CallTemplate, Snippet, SnippetKind } from './snippet-catalog';
import { ancestors } from './syntax';
import type { SyntaxNode } from './syntax';
import type { TextEdit } from './text-edit';

/**
 * Rewrites a call to go through a helper, by insertions only: what stands between, comments and line breaks, stays.
 * @returns the edits, or why the call cannot be rewritten
 */
export function rewriteCall(
  site: CallSite,
  snippet: Snippet,
  helper: string,
  source: string,
  style: DocumentStyle,
): TextEdit[] | Phrase {
  const template = (site.through && snippet.onto?.[site.through]) ?? snippet.call;
  const around = wrappedBy(snippet, site);
  const fill = (text: string) =>
    requote(text, site, style)
      .replace('{helper}', helper)
      .replace('{function}', site.function.text)
      .replace('{METHOD}', site.method ?? '')
      .replace('{client}', around?.client ?? '')
      .replace('{argument}', site.values.at(-1)?.text ?? '')
      .replace('{object}', site.object?.text ?? '');
  const refused = snippet.refuse?.argument;
  const named = site.values.find((value) => nameOf(value) === refused);
  const taken = refused === undefined ? undefined : (named ?? optionOf(site, refused)?.parent);
  if (taken) return phrase('The call has an argument {0} of its own.', taken.text);

  const made = template.chain ? endOfChain(site.call) : site.call;
  const whole = (snippet.kind === 'tokenRefresh' && retryAround(made, site)) || made;
  const later =
    snippet.refuse?.after && new RegExp(snippet.refuse.after).exec(source.slice(whole.endIndex))?.[0];
  if (later) return phrase('{0} is called later, but must be called before this.', later.replace(/\W/g, ''));

  const edits: TextEdit[] = [];
  if (template.function) {
    edits.push({
      start: site.function.startIndex,
      end: site.function.endIndex,
      text: fill(template.function),
    });
  }
  const receiver = site.object ? template.receiver : (template.module ?? template.receiver);
  if (receiver !== undefined && around) {
    const { startIndex: start, endIndex: end } = around.node;
    edits.push({ start, end, text: fill(receiver) });
  }
  if (template.wrap !== undefined) {
    const [before = '', after = ''] = fill(template.wrap).split('{call}');
    const { startIndex, endIndex } = whole;
    edits.push(
      { start: startIndex, end: startIndex, text: before },
      { start: endIndex, end: endIndex, text: after },
    );
  }
  if (template.below !== undefined) {
    const { startIndex } = site.call;
    const { endIndex } = (snippet.kind === 'tokenRefresh' && retryBelow(site)) || site.call;
    const indent = /[ \t]*$/.exec(source.slice(0, startIndex))?.[0] ?? '';
    edits.push({ start: endIndex, end: endIndex, text: style.lineEnd + indent + fill(template.below) });
  }
  if (template.option !== undefined) {
    const option = addOption(site, snippet.kind, template.option, helper, source, style);
    if ('template' in option) return option;
    edits.push(...option);
  }
  if (site.client.lends?.includes(site.name)) {
    const owned = site.values.filter(({ type }) => type !== 'reference_expression');
    edits.push(...owned.map(({ startIndex: at }) => ({ start: at, end: at, text: '&' })));
  }
  const first = firstArgument(site, template);
  if (first !== undefined) {
    const named = nameArguments(site);
    if (!named)
      return phrase('The call has more arguments without names than {0} is known to take.', site.name);
    edits.push(prepend(site, fill(first), source, style), ...named);
  }
  const replaced = template.argument !== undefined && site.values.at(-1);
  if (replaced) {
    edits.push({ start: replaced.startIndex, end: replaced.endIndex, text: fill(template.argument ?? '') });
  }
  const last: string[] = [];
  if (template.append !== undefined) {
    if (template.at !== undefined) {
      if (site.values.length > template.at || site.values.some(isSpread)) {
        return phrase('The call has other arguments where {0} would go.', helper);
      }
      for (let count = site.values.length; count < template.at; count++) last.push(template.filler ?? '');
    }
    last.push(fill(template.append));
  }
  if (template.appendObject !== undefined && site.object) last.push(fill(template.appendObject));
  if (last.length > 0) edits.push(append(site, last, source, style));
  if (snippet.kind === 'tokenRefresh')
    edits.push(...site.credentials.map((node) => removeItem(node, source)));
  return edits;
}

const callsRetry = (node: SyntaxNode, { client }: CallSite) =>
  client.snippets.some(
    ({ kind, helper }) => kind === 'retry' && new RegExp(`^${helper}\\d*\\(`).test(node.text),
  );

/** The retry that is around a client's creation already: a refresh goes around that, so that its own errors are final. */
function retryAround(made: SyntaxNode, site: CallSite): SyntaxNode | undefined {
  for (const node of ancestors(made)) {
    if (callsRetry(node, site)) return node;
    if (!/argument/.test(node.type)) return undefined;
  }
  return undefined;
}

/** The same where each stands on a line of its own: the last one goes around those above. */
function retryBelow(site: CallSite): SyntaxNode | undefined {
  const lines = site.call.parent?.namedChildren ?? [];
  const next = lines[lines.findIndex((line) => line?.id === site.call.id) + 1];
  const setter = next
    ?.childForFieldName('arguments')
    ?.namedChildren.some((each) => each && callsRetry(each, site));
  return setter && next ? next : undefined;
}

/** The last of the calls that are made on what a call gives, and on what they give: `make().set()`. */
function endOfChain(call: SyntaxNode): SyntaxNode {
  let last = call;
  for (const node of ancestors(call)) {
    if (
      !/selector|member|field/.test(node.type) &&
      node.childForFieldName('function')?.startIndex !== call.startIndex
    )
      return last;
    if (/call/.test(node.type)) last = node;
  }
  return last;
}

/** Takes an item out of a list, with the comma and the space behind it, or what is before it where it is the last. */
function removeItem({ startIndex: start, endIndex: end }: SyntaxNode, source: string): TextEdit {
  const behind = /^\s*,\s*/.exec(source.slice(end))?.[0].length;
  if (behind) return { start, end: end + behind, text: '' };
  const before = /(?:,\s*|(?:[ \t]|\\\r?\n)+)$/.exec(source.slice(0, start))?.[0].length ?? 0;
  return { start: start - before, end, text: '' };
}

/** What a wrapper goes around: the refresh around a retry that is there already, anything else around the client. */
function wrappedBy(snippet: Snippet, site: CallSite): CallSite['receiver'] {
  const outermost = snippet.kind === 'tokenRefresh' && site.wrapped.length > 0 && site.object;
  return outermost ? { node: outermost, client: outermost.text } : site.receiver;
}

const nameOf = (argument: SyntaxNode) => argument.childForFieldName('name')?.text;
const isSpread = (argument: SyntaxNode) => /spread|splat/.test(argument.type);

/** The method stands before the other arguments, unless it does already. */
function firstArgument(site: CallSite, template: CallTemplate): string | undefined {
  return template.prepend !== undefined && site.client.methods[site.name] ? template.prepend : undefined;
}

/** Gives arguments behind the first their names, because the helper takes them by name only. */
function nameArguments(site: CallSite): TextEdit[] | undefined {
  const names = site.client.positional?.[site.name] ?? [];
  const edits: TextEdit[] = [];
  const positional = site.values.filter((value) => nameOf(value) === undefined && !isSpread(value));
  for (const [index, value] of positional.entries()) {
    const name = names[index];
    if (name === undefined) return undefined;
    if (index > 0) edits.push({ start: value.startIndex, end: value.startIndex, text: `${name}=` });
  }
  return edits;
}

/** Adds a member to the options of a call, which get an object of their own where there is none. */
function addOption(
  site: CallSite,
  kind: SnippetKind,
  key: string,
  helper: string,
  source: string,
  style: DocumentStyle,
): TextEdit[] | Phrase {
  const present = optionOf(site, key);
  if (present) {
    const inner = present.childForFieldName('arguments');
    const ours = site.client.snippets.some((snippet) =>
      isHelperName(snippet, present.childForFieldName('function')?.text ?? ''),
    );
    if (!ours || !inner) return phrase('The call has an argument {0} of its own.', key);
    if (kind === 'tokenRefresh') {
      return [{ start: present.startIndex, end: present.endIndex, text: `${helper}(${present.text})` }];
    }
    return [{ start: inner.startIndex + 1, end: inner.startIndex + 1, text: `${helper}()` }];
  }
  const member = `${key}: ${helper}()`;
  const { at, node } = optionsOf(site);
  if (at === undefined || site.values.slice(0, at).some(isSpread) || (node && isSpread(node))) {
    return phrase('The call has other arguments where {0} would go.', helper);
  }
  if (node?.type === 'object') {
    const last = node.namedChildren.filter((child) => child && child.type !== 'comment').at(-1);
    if (!last) return [{ start: node.startIndex, end: node.endIndex, text: `{ ${member} }` }];
    const before = source.slice(node.startIndex + 1, node.namedChildren[0]?.startIndex);
    const ownLine = before.includes('\n') && style.lineEnd + before.slice(before.lastIndexOf('\n') + 1);
    return [{ start: last.endIndex, end: last.endIndex, text: `,${ownLine || ' '}${member}` }];
  }
  if (node) {
    const { startIndex, endIndex, text } = node;
    return [{ start: startIndex, end: endIndex, text: `{ ...${text}, ${member} }` }];
  }
  const fillers = Array.from({ length: at - site.values.length }, () => 'undefined');
  return [append(site, [...fillers, `{ ${member} }`], source, style)];
}

function prepend(site: CallSite, text: string, source: string, style: DocumentStyle): TextEdit {
  const at = site.values[0]?.startIndex ?? site.arguments.endIndex - 1;
  const separator = site.values[0] ? `,${breakBefore(site, source, style) ?? ' '}` : '';
  return { start: at, end: at, text: text + separator };
}

function append(site: CallSite, texts: string[], source: string, style: DocumentStyle): TextEdit {
  const last = site.values.at(-1);
  const at = last?.endIndex ?? site.arguments.endIndex - 1;
  const separator = `,${breakBefore(site, source, style) ?? ' '}`;
  return { start: at, end: at, text: (last ? separator : '') + texts.join(separator) };
}

/** The line break and indentation of arguments that stand on lines of their own. */
function breakBefore(site: CallSite, source: string, style: DocumentStyle): string | undefined {
  const [first] = site.values;
  if (!first) return undefined;
  const before = source.slice(site.arguments.startIndex + 1, first.startIndex);
  return before.includes('\n') ? style.lineEnd + before.slice(before.lastIndexOf('\n') + 1) : undefined;
}

function requote(text: string, site: CallSite, style: DocumentStyle): string {
  return text.replaceAll(site.language.lexical.quotes[0] ?? '"', style.quote);
}
