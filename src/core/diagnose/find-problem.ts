import type { Problem } from '../catalog/catalog';
import type { Failure } from '../exchange/exchange';
import type { Reading } from '../exchange/reading';
import { gatewayOf } from '../exchange/readings/gateway-page';
import { codesOf } from '../exchange/facts/network/tried';
import { matchesMessage } from '../exchange/readings/message';
import { evaluate } from './evaluate';
import type { Knowledge } from './knowledge';
import { isStatusLine } from './server-words';

/** Whether the exchange went wrong by its own account: no answer, a bad status, or an error in a good one. */
export const isBad = (reading: Reading): boolean =>
  !reading.answer || reading.answer.status >= 400 || reading.errorInSuccess.truth === true;

/**
 * What went wrong, as the catalogs know it: by the answer's code or message in the API's catalog, by its status there,
 * by code or message in the standards, by its status there; for a good answer, by what is odd about it.
 */
export function findProblem(reading: Reading, knowledge: Knowledge): Problem | undefined {
  const api = reading.api?.id;
  if (!isBad(reading)) return findSymptom(reading, knowledge);
  const ofApi = api === undefined ? undefined : bySaying(reading, knowledge, api);
  const standard = ofApi ? undefined : bySaying(reading, knowledge, undefined);
  // The page of a gateway says what it says about the gateway, not about the API behind it.
  if (standard && gatewayOf(reading) !== undefined) return standard;
  return (
    ofApi ??
    shownBesides(reading, knowledge) ??
    (api === undefined ? undefined : byStatusOfApi(reading, knowledge, api)) ??
    standard ??
    (reading.answer && reading.answer.status >= 300
      ? knowledge.byStatus(undefined, reading.answer.status)[0]
      : knowledge.symptoms(undefined).find((problem) => isShown(problem, reading)))
  );
}

/** What a status means where the exchange shows more of it: the 403 of a preflight is not that of an API. */
const shownBesides = (reading: Reading, knowledge: Knowledge): Problem | undefined =>
  knowledge
    .symptoms(undefined)
    .find((problem) => problem.status.includes(reading.answer?.status ?? 0) && isShown(problem, reading));

/**
 * The status's own entry in the standards, whose causes are true of every API; of a status that nobody defines the
 * entry of its class (RFC 9110 §15).
 */
export function standardOf({ answer }: Reading, knowledge: Knowledge): Problem | undefined {
  if (!answer || answer.status < 300) return undefined;
  const known = knowledge.byStatus(undefined, answer.status);
  if (known.length > 0) return known.find((problem) => !problem.codes?.length);
  const general = Math.floor(answer.status / 100) * 100;
  return general < 400 ? undefined : knowledge.byStatus(undefined, general)[0];
}

/** By the code and the message together: several problems may share the one or the other. */
function bySaying(reading: Reading, knowledge: Knowledge, api: string | undefined): Problem | undefined {
  const { failure, words, answer } = reading;
  const codes = failure ? failureCodes(failure) : words.codes;
  const messages = failure
    ? [failure.message, ...failure.chain.map(({ message }) => message)]
    : words.messages.filter((message) => !isStatusLine(message, reading));
  const weights = new Map<Problem, number>();
  const add = (problem: Problem, weight: number): void =>
    void weights.set(problem, (weights.get(problem) ?? 0) + weight);
  // In an answer a code further in is more exact than the envelope's, unless nobody knows it; a failure's is the first.
  codes.forEach((code, depth) =>
    knowledge
      .byCode(api, code)
      .forEach((problem) => add(problem, 4 + (failure ? -1 : 1) * (Math.min(depth, 3) / 4))),
  );
  for (const message of new Set(messages))
    knowledge
      .byMessage(api, message)
      .forEach((problem) => add(problem, weightOfMessage(problem, message, failure)));
  let best: { problem: Problem; weight: number } | undefined;
  for (const [problem, said] of weights) {
    // What an API calls its own `TIMEOUT` is an answer of it; a failure here is not.
    if (failure && api !== undefined && problem.status.length > 0) continue;
    let weight = said;
    if (answer && problem.status.length > 0) weight += problem.status.includes(answer.status) ? 2 : -2;
    // A problem with messages of its own, none of which was said, is a neighbour with the same code.
    if (
      problem.messages?.length &&
      !messages.some((text) => problem.messages?.some((template) => matchesMessage(template, text)))
    )
      weight -= 1;
    if (problem.when !== undefined) {
      const { truth } = evaluate(problem.when, reading);
      if (truth === false) continue;
      weight += truth === true ? 2 : 0;
    }
    if (!best || weight > best.weight) best = { problem, weight };
  }
  return best?.problem;
}

/** Of a failure, a sentence says more than a code that many things share: `EPROTO`, with `wrong version number`. */
function weightOfMessage({ messages = [] }: Problem, message: string, failure: Failure | undefined): number {
  const isSentence = messages.some(
    (known) => known.split(/[^\p{L}\d]+/u).length >= 3 && matchesMessage(known, message),
  );
  return failure && isSentence ? 5 : 3;
}

/** Our own time limit, met before there was a connection, is what systems call so. */
const failureCodes = (failure: Failure): string[] => [
  ...(failure.code === 'TIMEOUT' && /^(?:connect|tls)$/.test(failure.phase ?? '') ? ['ETIMEDOUT'] : []),
  ...new Set(codesOf(failure)),
];

/** The API's entry for a status: the one that names no code, or the only one where the answer names none either. */
function byStatusOfApi({ answer, words }: Reading, knowledge: Knowledge, api: string): Problem | undefined {
  if (!answer) return undefined;
  const known = knowledge.byStatus(api, answer.status);
  const general = known.find((problem) => !problem.codes?.length && !problem.messages?.length);
  return general ?? (words.code === undefined && known.length === 1 ? known[0] : undefined);
}

const isShown = ({ when }: Problem, reading: Reading): boolean =>
  when !== undefined && evaluate(when, reading).truth === true;

/** A good answer may show a symptom: slow, empty, cut off. Those of the API come before those of all. */
function findSymptom(reading: Reading, knowledge: Knowledge): Problem | undefined {
  const { answer, api } = reading;
  if (answer && answer.status >= 300 && answer.status !== 304)
    return knowledge.byStatus(undefined, answer.status)[0];
  const shows = (problem: Problem): boolean => problem.status.length === 0 && isShown(problem, reading);
  return (
    (api ? knowledge.symptoms(api.id).find(shows) : undefined) ?? knowledge.symptoms(undefined).find(shows)
  );
}
