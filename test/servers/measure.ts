import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { diagnose } from '../../src/core/diagnose/diagnose';
import type { Diagnosis } from '../../src/core/diagnose/diagnosis';
import { identifyApi } from '../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../src/core/diagnose/index-knowledge';
import type { Exchange } from '../../src/core/exchange/exchange';
import type { Truth } from '../../src/core/exchange/fact';
import { allFacts } from '../../src/core/exchange/facts/index';
import { readExchange } from '../../src/core/exchange/read-exchange';
import { plainL10n } from '../../src/core/text/language';
import { Session } from '../../src/http/session';
import { send } from '../../src/http/transport/send';
import { makeWorkspace } from '../unit/http/workspace';
import type { Group, Label, RunningGroup } from './group';
import { shippedIndex } from './shipped-knowledge';

/** What the product made of a labelled exchange. */
export interface Judged {
  readonly label: Label;
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  /** Every fact that takes no parameter. */
  readonly facts: ReadonlyMap<string, Truth>;
}

/** The labels of a group; one that has no request of its own is of the sample's request with its name. */
export function labelsOf({ name, labelsFacts = true }: Group): Label[] {
  const labels = parse(readFileSync(join(__dirname, 'labels', `${name}.yaml`), 'utf8')) as Label[];
  return labels.map((label) => ({
    labelsFacts,
    ...(label.request === undefined ? { ...ofSample, at: `# @name ${label.name}` } : {}),
    ...label,
  }));
}

const ofSample = {
  request: '{sample}',
  environment: 'sandbox',
  files: { 'http-client.env.json': '{environment}' },
  limits: { timeoutMs: 3000 },
} satisfies Partial<Label>;

/** Makes a label's exchange and diagnoses it, as the command does. */
export async function judge(label: Label, { values, transport = send }: RunningGroup): Promise<Judged> {
  const given: Record<string, string> = { ...values, kilobytes: 'x'.repeat(5000) };
  const fill = (text: string): string =>
    text.replace(/(?<!\{)\{(\w+)\}(?!\})/g, (whole, name: string) => given[name] ?? whole);
  const files = Object.entries(label.files ?? {}).map(([name, text]) => [name, fill(text)]);
  const workspace = await makeWorkspace(Object.fromEntries(files) as Record<string, string>);
  try {
    const text = fill(label.request);
    // One for all attempts: what went out before may be why this one fails.
    const session = new Session();
    const run = (): Promise<Exchange> =>
      workspace.run(text, {
        name: values['file'],
        ...(label.at === undefined ? {} : { line: text.split('\n').indexOf(fill(label.at)) }),
        limits: label.limits,
        environment: label.environment === undefined ? undefined : [label.environment],
        transport,
        session,
      });
    for (let before = 0; before < (label.after ?? 0); before++) await run();
    return judgeExchange(label, await run());
  } finally {
    await workspace.remove();
  }
}

function judgeExchange(label: Label, exchange: Exchange): Judged {
  const index = shippedIndex();
  const knowledge = indexKnowledge(index);
  const now = Date.now();
  const api = identifyApi(exchange, index.apis, ({ id }, code) => knowledge.byCode(id, code).length > 0);
  const reading = readExchange(exchange, api, now, knowledge.pages);
  const facts = allFacts.filter(({ checkParameter }) => checkParameter === undefined);
  return {
    label,
    exchange,
    diagnosis: diagnose(exchange, { api, knowledge, now, l10n: plainL10n() }),
    facts: new Map(facts.map((fact) => [fact.name, fact.test(reading, undefined as never).holds])),
  };
}

/** Where the product's judgement differs from the label: empty where it is right. */
export function differences({ label, exchange, diagnosis, facts }: Judged): string[] {
  const { outcome } = exchange;
  const came = outcome.kind === 'response' ? outcome.status : outcome.code;
  const expected: readonly (string | number)[] = [label.outcome].flat();
  const causes = diagnosis.causes.filter(({ verdict }) => verdict === 'confirmed').map(({ id }) => id);
  const ruledOut = diagnosis.causes.filter(({ verdict }) => verdict === 'ruled-out').map(({ id }) => id);
  const said = [
    ...diagnosis.nextSteps,
    ...diagnosis.causes.slice(0, 1).flatMap(({ evidence }) => evidence),
  ].join('\n');
  const confirmed = label.confirmed ?? [];
  const holding = [...facts].filter(([, truth]) => truth === true).map(([name]) => name);
  return [
    ...(expected.includes(came) ? [] : [`outcome: ${came}, not ${expected.join(' or ')}`]),
    ...differs('api', diagnosis.api?.id, label.api),
    ...differs('problem', diagnosis.problem?.id, label.problem),
    ...(isFirstRight(label, diagnosis)
      ? []
      : differs('first cause', diagnosis.causes[0]?.id, firstOf(label))),
    ...missing(confirmed, causes, 'cause not confirmed'),
    ...missing(causes, [...confirmed, ...(label.allowed ?? [])], 'cause wrongly confirmed'),
    ...missing(label.ruledOut ?? [], ruledOut, 'cause not ruled out'),
    ...missing(label.holds ?? [], holding, 'fact does not hold'),
    ...(label.labelsFacts ? missing(holding, label.holds ?? [], 'fact wrongly holds') : []),
    ...(label.requestId === undefined ? [] : differs('request id', diagnosis.requestId, label.requestId)),
    ...(label.retryAfter === undefined ? [] : retriesWrongly(diagnosis.retryAt, label.retryAfter)),
    ...(label.says ?? []).filter((words) => !said.includes(words)).map((words) => `does not say: ${words}`),
  ];
}

/** The causes of which one should come first; nothing where the label leaves it open. */
export const firstOf = ({ first, confirmed }: Label): readonly string[] | undefined =>
  first !== undefined ? [first].flat() : confirmed?.slice(0, 1);

export const isFirstRight = (label: Label, { causes }: Diagnosis): boolean =>
  firstOf(label)?.includes(causes[0]?.id ?? '') ?? true;

const differs = (
  what: string,
  is: string | undefined,
  should: string | readonly string[] | undefined,
): string[] => {
  const right = [should ?? 'none'].flat();
  return right.includes(is ?? 'none') ? [] : [`${what}: ${is ?? 'none'}, not ${right.join(' or ')}`];
};

function retriesWrongly(retryAt: string | undefined, [least, most]: readonly [number, number]): string[] {
  const inSeconds = (Date.parse(retryAt ?? '') - Date.now()) / 1000;
  return inSeconds >= least && inSeconds <= most ? [] : [`may be tried again: ${retryAt ?? 'not said'}`];
}

const missing = (these: readonly string[], those: readonly string[], what: string): string[] =>
  these.filter((each) => !those.includes(each)).map((each) => `${what}: ${each}`);
