import { JSONPath } from 'jsonpath-plus';
import type { HttpyacHooksApi } from 'httpyac';
import { withinTime } from './within-time';

/** What a path leads to in a value; filters are read by an interpreter of their own, which runs no code. */
export const allByPath = (value: unknown, path: string): unknown[] | undefined =>
  withinTime(() => JSONPath({ path, json: value as object, eval: 'safe', wrap: true }) as unknown[]);

/** As JetBrains' scripts call it: the one thing that a path names, or a list where it may name several. */
export function jsonPath(value: unknown, path: string): unknown {
  const found = allByPath(value, path);
  return /\.\.|\*|\?|[:,]/.test(path) ? found : found?.[0];
}

const withIt = new WeakSet<object>();

/** Gives `jsonPath` to the scripts of a file. The provider is httpyac's one for all files. */
export function offerJsonPath({ javascriptProvider }: HttpyacHooksApi): void {
  const { runScript } = javascriptProvider;
  if (!runScript || withIt.has(runScript)) return;
  const offering: typeof runScript = (source, options) =>
    runScript(source, { ...options, context: { jsonPath, ...options.context } });
  withIt.add(offering);
  javascriptProvider.runScript = offering;
}
