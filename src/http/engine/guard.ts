import type { HttpyacHooksApi, ProcessorContext } from 'httpyac';
import { awsInAnyOrder } from './dialects/aws';
import { otherDialects } from './dialects/expressions';
import { curlRequests } from './dialects/curl';
import { jetbrainsImports, runProtocol } from './dialects/jetbrains-imports';
import { offerJsonPath } from './dialects/json-path';
import { askPrompts } from './dialects/questions';
import { phrase } from '../../core/text/phrase';
import { reportError } from './stops';
import { checkExpansion } from './expansion-limits';
import { notRun, Refusal } from './refusal';
import { resolveReference } from './files';
import { currentRun } from './run-state';
import { VariableKind } from './variable-kind';

/**
 * Our rules, attached to every file that httpyac parses for us: nothing goes out with a variable that has no value,
 * no reference goes round in a circle or out of the workspace, and what ends a run is noted with its reason.
 */
export function guard(api: HttpyacHooksApi): void {
  const { hooks, utils, javascriptProvider } = api;

  // httpyac's own replacer stops at the first expression without a value; this one lets all be found.
  hooks.replaceVariable.removeHook('javascript');
  hooks.replaceVariable.addHook(
    'javascript',
    (text, type, context) =>
      utils.parseHandlebarsString(text, async (expression: string) => {
        try {
          return await javascriptProvider.evalExpression(expression, context);
        } catch (error) {
          if (type === VariableKind.variable || isWithoutValue(error)) return undefined;
          throw error;
        }
      }) as Promise<undefined>,
    { before: ['aws'] },
  );

  hooks.replaceVariable.addInterceptor({
    id: 'expansionLimits',
    beforeLoop: async ({ args: [text, , context] }) => {
      if (typeof text === 'string') checkExpansion(text, context);
      return true;
    },
  });

  // It reads a written Cookie as a Set-Cookie: of several cookies only the first went out.
  hooks.replaceVariable.removeHook('cookie');
  // A diagnosis is of one answer: nothing keeps it from coming to its end.
  hooks.parseMetaData.removeHook('keepStreaming');
  otherDialects(api);
  curlRequests(api);
  jetbrainsImports(api);
  offerJsonPath(api);
  awsInAnyOrder(api);

  hooks.replaceVariable.addHook('noteUnresolved', async (text, type, context) => {
    if (typeof text !== 'string') return text as undefined;
    if (type === VariableKind.filePath) await checkReference(text, context);
    else if (isPartOfRequest(type, context)) noteUnresolved(text, context);
    return text as unknown as undefined;
  });

  hooks.execute.addInterceptor({
    id: 'apiTroubleshooter',
    beforeLoop: async ({ args: [context] }) => {
      enter(context);
      await askPrompts(context);
      return true;
    },
    afterLoop: async ({ args: [context] }) => {
      leave(context);
      return true;
    },
    onError: async (error, { args: [context], hookItem }) => {
      reportError(error, context.httpRegion, hookItem?.id);
      leave(context);
      return true;
    },
  });
}

/** A name that is not defined, a property of nothing, or no JavaScript at all (`{{my variable}}`). */
const isWithoutValue = (error: unknown): boolean =>
  error instanceof ReferenceError || error instanceof TypeError || error instanceof SyntaxError;

function isPartOfRequest(type: string, { request }: ProcessorContext): boolean {
  if (type === VariableKind.url || type === VariableKind.body) return true;
  return Object.keys(request?.headers ?? {}).some((name) => name.toLowerCase() === type.toLowerCase());
}

function noteUnresolved(text: string, { httpRegion, httpFile }: ProcessorContext): void {
  for (const [, expression = ''] of text.matchAll(/\{\{\s*(.+?)\s*\}\}/g)) {
    currentRun()?.unresolved.push({ expression, region: httpRegion, file: httpFile });
  }
}

async function checkReference(name: string, { httpFile }: ProcessorContext): Promise<void> {
  const run = currentRun();
  if (!run) return;
  const reference = await resolveReference(name, httpFile.fileName.toString(), run.root);
  if ('found' in reference) return;
  throw new Refusal('BODY_FILE_MISSING', whyNotRead[reference.problem](name));
}

const whyNotRead = {
  missing: (name: string) => phrase('The file `{0}` does not exist.', name),
  outside: (name: string) =>
    phrase(
      'The file `{0}` is outside of the workspace, so it is not read: move it into the workspace.',
      name,
    ),
  'no-file': (name: string) => phrase('`{0}` is no ordinary file, so it is not read.', name),
} as const;

function enter(context: ProcessorContext): void {
  const run = currentRun();
  if (!run) return;
  const { httpRegion } = context;
  if (context.isMainContext) run.context = context;
  const { protocol } = httpRegion.request ?? {};
  if (protocol === runProtocol)
    throw notRun(phrase('`run` starts requests that stand elsewhere: diagnose them there.'));
  if (protocol && protocol !== 'HTTP') {
    throw new Refusal(
      'UNSUPPORTED_PROTOCOL',
      phrase('{0} requests cannot be diagnosed, only HTTP requests.', protocol),
    );
  }
  const start = run.running.indexOf(httpRegion);
  if (start >= 0) {
    const circle = [...run.running.slice(start), httpRegion].map((region) => region.metaData.name ?? '?');
    throw new Refusal(
      'CIRCULAR_REFERENCE',
      phrase('The requests refer to each other in a circle: {0}.', circle.join(' → ')),
    );
  }
  run.running.push(httpRegion);
}

function leave({ httpRegion }: ProcessorContext): void {
  const running = currentRun()?.running;
  if (running?.at(-1) === httpRegion) running.pop();
}
