import type { Body, Exchange } from '../exchange/exchange';
import type { Reading } from '../exchange/reading';
import { dateClaim } from '../exchange/facts/jwt/times';
import { MarkdownBuilder } from '../markdown/markdown';
import type { Language } from '../text/language';
import { instant, list, phrase, span, type Phrase } from '../text/phrase';
import { cutAtWord } from '../text/cut-at-word';
import { curlCommand } from '../diagnose/curl';
import type { DiagnosedCause, Diagnosis } from '../diagnose/diagnosis';
import { writeSupportAsks } from './support-asks';

/** Characters of a body that a ticket needs to show what went wrong. */
const mostBody = 4000;

/** Characters of a body that are worth redacting for it. */
const keptBody = 4 * mostBody;

/** The exchange with the beginnings of its bodies, cut where no token is cut in two: a half one is not recognized. */
export function withBodyHeads(exchange: Exchange): Exchange {
  const head = <B extends Body | undefined>(body: B): B =>
    body && body.text.length > keptBody ? { ...body, text: cutAtWord(body.text, keptBody) } : body;
  const { request, outcome } = exchange;
  return {
    ...exchange,
    request: { ...request, body: head(request.body) },
    outcome: outcome.kind === 'response' ? { ...outcome, body: head(outcome.body) } : outcome,
  };
}

/** Renders a phrase in the language of whoever reads it, redacted. */
export type Say = (phrase: Phrase) => string;

/** The diagnosis as Markdown for a ticket, in `language`. `shown` is the exchange without its secrets. */
export function writeReport(
  diagnosis: Omit<Diagnosis, 'report'>,
  reading: Reading,
  shown: Exchange,
  language: Language,
  say: Say,
  version?: string,
): string {
  const page = new MarkdownBuilder();
  const { problem } = diagnosis;
  page.section(problem ? problem.title : say(phrase('Nothing wrong was found.')), 1);
  if (problem) page.paragraph(problem.summary);
  page.leadList(summaryLines(diagnosis, reading, shown, say, version));
  page.section(say(phrase('Request')), 2).code(curlCommand(shown.request, mostBody), 'sh');
  page.section(say(phrase('Answer')), 2).code(answerText(shown), 'http');
  const token = tokenLines(reading, say);
  if (token.length > 0) page.section(say(phrase('Token')), 2).list(token);
  if (diagnosis.causes.length > 0)
    page.section(say(phrase('Causes')), 2).leadList(causeLines(diagnosis.causes, say));
  if (diagnosis.nextSteps.length > 0) page.section(say(phrase('Next steps')), 2).list(diagnosis.nextSteps);
  writeSupportAsks(page, reading, shown, language, say);
  return page.toString();
}

function summaryLines(
  { api, problem, requestId, environment, retryAt, timings, outcome }: Omit<Diagnosis, 'report'>,
  { exchange }: Reading,
  shown: Exchange,
  say: Say,
  version?: string,
) {
  const result =
    outcome.kind === 'response'
      ? `${outcome.status} ${outcome.reason}`.trim()
      : `${outcome.code}: ${outcome.message}`;
  const lines: (readonly [Phrase, string | undefined])[] = [
    [phrase('API'), api?.name],
    // As code it is no link, and reads the same where it is pasted as plain text.
    [phrase('Request'), `\`${shown.request.method} ${shown.request.url}\``],
    [phrase('Outcome'), result],
    [phrase('Code'), problem?.code],
    [phrase('Request id'), requestId],
    [phrase('Time'), say(phrase('{0}', instant(exchange.startedAt)))],
    [phrase('Duration'), say(phrase('{0}', span(timings.total)))],
    [phrase('Try again at'), retryAt],
    [phrase('Environment'), environment],
    [phrase('Written by'), version === undefined ? undefined : `API Troubleshooter ${version}`],
  ];
  return lines.flatMap(([lead, rest]) =>
    rest === undefined || rest === '' ? [] : [{ lead: say(lead), rest }],
  );
}

/** Those left with their evidence; those ruled out, of which there are many, by name in one line. */
function causeLines(causes: readonly DiagnosedCause[], say: Say): { lead: string; rest: string }[] {
  const ruledOut = causes.filter(({ verdict }) => verdict === 'ruled-out');
  const lines = causes
    .filter(({ verdict }) => verdict !== 'ruled-out')
    .map(({ verdict, title, evidence }) => ({
      lead: `${title} (${say(verdict === 'confirmed' ? phrase('confirmed') : phrase('possible'))})`,
      rest: evidence.join(' ') || '—',
    }));
  if (ruledOut.length > 0)
    lines.push({
      lead: say(phrase('Ruled out ({0})', ruledOut.length)),
      rest: ruledOut.map(({ title }) => title).join('; '),
    });
  return lines;
}

function answerText({ outcome }: Exchange): string {
  if (outcome.kind === 'failure')
    return [
      `${outcome.code}: ${outcome.message}`,
      ...outcome.chain.map(({ name, message }) => `${name}: ${message}`),
    ]
      .join('\n')
      .slice(0, mostBody);
  const head = [
    `HTTP/${outcome.httpVersion.replace(/^HTTP\//i, '')} ${outcome.status} ${outcome.reason}`,
    ...outcome.headers.map(([name, value]) => `${name}: ${value}`),
  ];
  const body = outcome.body.text;
  return `${head.join('\n').slice(0, mostBody * 2)}\n\n${body.length > mostBody ? `${body.slice(0, mostBody)}\n…` : body}`;
}

/** Names of the claims and its times; never the token, never the values of other claims. */
function tokenLines({ jwt }: Reading, say: Say): string[] {
  if (!jwt?.payload) return [];
  const lines = [say(phrase('Claims: {0}', list(Object.keys(jwt.payload).slice(0, 50))))];
  for (const name of ['iat', 'nbf', 'exp']) {
    const time = dateClaim(jwt.payload, name);
    if (time !== undefined) lines.push(say(phrase('`{0}`: {1}', name, instant(time))));
  }
  return lines;
}
