import type { HttpyacHooksApi, ProcessorContext } from 'httpyac';
import { currentRun } from '../run-state';
import { VariableKind } from '../variable-kind';
import { configuredAuth, tokenOf } from './configured-auth';
import { parseAnswerReference, resolveAnswerReference } from './answer-reference';
import { fileVariable } from './file-variable';
import { systemVariable } from './system-variables';

/**
 * Expressions between `{{` and `}}` that are no JavaScript, so that httpyac does not know them: what files that were
 * written for REST Client, Visual Studio and JetBrains hold. A table of them all: docs/DIALECTS.md.
 */
export function otherDialects(api: HttpyacHooksApi): void {
  const { hooks, utils } = api;
  /** Names that are being looked up, so that definitions in a circle end. */
  const open = new Set<string>();

  const resolve = async (expression: string, context: ProcessorContext): Promise<string | undefined> => {
    const encoded = /^%([\w.-]+)$/.exec(expression)?.[1];
    if (encoded !== undefined) {
      const value = await named(encoded, context);
      return value === undefined ? undefined : encodeURIComponent(value);
    }
    const shared = /^\$shared\s+(\S+)$/.exec(expression)?.[1];
    if (shared !== undefined) return asText(own(own(context.config?.environments, '$shared'), shared));
    const environment = /^\$env\.(\w+)$/.exec(expression)?.[1];
    if (environment !== undefined) return process.env[environment];
    const auth = configuredAuth(expression);
    if (auth !== undefined) return tokenOf(auth, context, api);
    const reference = parseAnswerReference(expression);
    return reference ? resolveAnswerReference(reference, context) : named(expression, context);
  };

  const named = async (name: string, context: ProcessorContext): Promise<string | undefined> => {
    const known = own(context.variables, name);
    const written = known === undefined ? fileVariable(name, context.httpFile) : asText(known);
    if (written === undefined || !written.includes('{{')) return written;
    if (open.has(name)) return undefined;
    open.add(name);
    try {
      const value = await utils.replaceVariables(written, VariableKind.variable, context);
      return typeof value === 'string' ? value : undefined;
    } finally {
      open.delete(name);
    }
  };

  // Its own are ours below: they take milliseconds for minutes, and the empty text for a variable that is not set.
  hooks.replaceVariable.removeHook('restClientDynamic');
  hooks.replaceVariable.addHook(
    'systemVariables',
    async (text, _type, context) =>
      typeof text === 'string' && currentRun()?.trusted
        ? ((await replaceExpressions(text, (expression) =>
            systemVariable(expression, {
              now: new Date(),
              environment: process.env,
              variable: (name) => named(name, context),
            }),
          )) as unknown as undefined)
        : (text as undefined),
    { before: ['intellijDynamic'] },
  );
  hooks.replaceVariable.addHook(
    'otherDialects',
    async (text, _type, context) =>
      typeof text === 'string' && currentRun()?.trusted
        ? ((await replaceExpressions(text, (expression) =>
            resolve(expression, context),
          )) as unknown as undefined)
        : (text as undefined),
    { before: ['javascript'] },
  );
}

/** Replaces what has a value and leaves the rest. httpyac's own `parseHandlebarsString` cannot be called within itself. */
async function replaceExpressions(
  text: string,
  resolve: (expression: string) => Promise<string | undefined>,
): Promise<string> {
  const found = [...text.matchAll(/\{\{([^{}]+?)\}\}/g)];
  const values = new Map<string, string | undefined>();
  for (const [whole, expression = ''] of found)
    if (!values.has(whole)) values.set(whole, await resolve(expression.trim()));
  return text.replace(/\{\{[^{}]+?\}\}/g, (whole) => values.get(whole) ?? whole);
}

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
