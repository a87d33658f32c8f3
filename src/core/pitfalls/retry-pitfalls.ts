import type { CallSite } from '../snippets/call-site';
import { findCalls } from '../snippets/find-calls';
import { saysRetry } from '../snippets/says-retry';
import type { Inspected } from './find-pitfalls';
import { type Loop, loopOf } from './loop';
import { isRetryOf } from './loop-paths';
import { insertPause } from './insert-pause';
import { isAwaited, mayPause } from './pauses';
import type { Pitfall } from './pitfall';
import { isWorkRepeated, repeatsWork } from './repeated-post';
import { sendKey } from './send-key';
import { checkStatus, neverLooksAtStatus } from './unchecked-status';

const about = ['retry-without-delay', 'status-unchecked-in-retry', 'post-retried-without-key'] as const;

/** What is wrong with loops that send a request again. */
export function retryPitfalls(inspected: Inspected): Pitfall[] {
  const { catalogs, document, rules, enabled } = inspected;
  if (!about.some((id) => enabled.has(id))) return [];
  const loops = document.grammar
    .query(rules.query)
    .matches(document.tree.rootNode)
    .flatMap((match) => (match.setProperties?.loop ? (loopOf(match, document.source) ?? []) : []));
  const mayBeWrapped = enabled.has('post-retried-without-key') && saysRetry(document.source);
  if (loops.length === 0 && !mayBeWrapped) return [];
  const calls = findCalls(catalogs.snippets, document);
  const found = new Map<string, Pitfall>();
  for (const loop of loops) {
    for (const site of calls) {
      if (!isRetryOf(loop, site)) continue;
      for (const pitfall of pitfallsOf(inspected, loop, site))
        found.set(`${pitfall.id} ${pitfall.start}`, pitfall);
    }
  }
  for (const site of mayBeWrapped ? calls : []) {
    const { startIndex: start, endIndex: end } = site.call;
    const key = `post-retried-without-key ${start}`;
    if (!found.has(key) && isWorkRepeated(inspected, site))
      found.set(key, { id: 'post-retried-without-key', start, end });
  }
  return [...found.values()];
}

function* pitfallsOf(inspected: Inspected, loop: Loop, site: CallSite): Generator<Pitfall> {
  const { source } = inspected.document;
  if (
    inspected.language.lexical.comment === '//' &&
    site.client.methods['fetch'] === '' &&
    !isAwaited(site.call)
  )
    return;
  if (!mayPause(loop, site)) {
    const header = source
      .slice(loop.node.startIndex, loop.body.startIndex)
      .trimEnd()
      .replace(/\s*\{$/, '');
    const start = (loop.again ?? loop.node).startIndex;
    yield {
      id: 'retry-without-delay',
      start,
      end: loop.again?.endIndex ?? start + Math.max(2, header.length),
      ...insertPause(inspected, loop, site),
    };
  }
  const range = { start: site.call.startIndex, end: site.call.endIndex };
  if (neverLooksAtStatus(site, loop))
    yield { id: 'status-unchecked-in-retry', ...range, ...checkStatus(inspected, site) };
  if (repeatsWork(inspected, site, loop))
    yield { id: 'post-retried-without-key', ...range, ...sendKey(inspected, site, loop) };
}
