import type { Api, Cause, Problem } from '../catalog/catalog';
import type { Exchange } from '../exchange/exchange';
import { readExchange } from '../exchange/read-exchange';
import type { Reading } from '../exchange/reading';
import { redactExchange } from '../redact/redact-exchange';
import { redactorFor } from '../redact/redactor';
import type { L10n, Language } from '../text/language';
import type { Phrase } from '../text/phrase';
import { render } from '../text/render';
import { visible } from '../text/visible';
import type { DiagnosedCause, DiagnosedProblem, Diagnosis } from './diagnosis';
import { findProblem, isBad, standardOf } from './find-problem';
import { judgeCauses, type JudgedCause } from './judge-causes';
import type { Knowledge } from './knowledge';
import { fittingFix } from './fitting-fix';
import { goodNews, nextSteps } from './next-steps';
import { ownProblem } from './own-problem';
import { type Say, withBodyHeads, writeReport } from '../report/write-report';
import { sayingsOf } from './said';
import { serverWords } from './server-words';
import { swallowedCause } from './swallowed';
import { unsentCause, type OwnCause } from './unsent';

export interface DiagnoseOptions {
  /** The API that the exchange is with; see `identifyApi`. */
  readonly api: Api | undefined;
  readonly knowledge: Knowledge;
  /** The local clock, milliseconds since the epoch. */
  readonly now: number;
  readonly l10n: L10n;
  /** The language that support reads, for the report; the user's where absent. */
  readonly reportL10n?: L10n;
  /** This product's own version, for the report. */
  readonly version?: string;
}

/** Longest text from outside that is quoted in a sentence. */
const longestQuote = 400;

/**
 * Says what is wrong with an exchange, which causes are proved, possible or disproved and by what, and what to do.
 * Pure and total: it never throws, and every text in its result is in the user's language and redacted.
 */
export function diagnose(exchange: Exchange, options: DiagnoseOptions): Diagnosis {
  const { api, now, l10n, reportL10n = l10n, version } = options;
  const reading = readExchange(exchange, api, now, options.knowledge.pages);
  const redact = redactorFor(exchange, api);
  const shown = redactExchange(withBodyHeads(exchange), api, redact);
  const protect = (text: string): string => clip(redact(text.slice(0, 100_000)));
  const sayIn =
    (language: L10n): Say =>
    (phrase) =>
      render(phrase, language, protect);
  const told = tell(reading, shown, options.knowledge, l10n.language, sayIn(l10n), protect);
  const reported =
    reportL10n.language === l10n.language
      ? told
      : tell(reading, shown, options.knowledge, reportL10n.language, sayIn(reportL10n), protect);
  return {
    ...told,
    report: writeReport(reported, reading, shown, reportL10n.language, sayIn(reportL10n), version),
  };
}

/** The diagnosis in one language, `shown` being the exchange without its secrets. */
function tell(
  reading: Reading,
  shown: Exchange,
  knowledge: Knowledge,
  language: Language,
  say: Say,
  protect: (text: string) => string,
): Omit<Diagnosis, 'report'> {
  const { exchange, api } = reading;
  const problem = findProblem(reading, knowledge);
  const own = problem ? undefined : ownProblem(reading);
  const unsent = unsentCause(reading);
  const ownCause = unsent ?? swallowedCause(reading);
  const judged = judgeAll(reading, problem, knowledge, ownCause);
  const shownCause = (each: JudgedCause): DiagnosedCause =>
    diagnoseCause(each, fittingFix(each, reading), language, say);
  const { words, rateLimit } = reading;
  const isProblem = problem !== undefined || own !== undefined;

  const said = problem && serverWords(reading, problem);
  const named: DiagnosedProblem | undefined = problem
    ? {
        id: problem.id,
        title: problem.title[language],
        summary: [problem.summary[language], said && say(said)].filter(Boolean).join(' '),
        catalog: problem.api,
      }
    : own && { id: own.id, title: say(own.title), summary: say(own.summary) };
  const code = reading.failure?.code ?? words.code;
  const about = problem ?? standardOf(reading, knowledge);
  const steps = isProblem ? nextSteps(reading, about, judged, ownCause?.fix, language) : goodNews(reading);

  return {
    request: {
      method: shown.request.method,
      url: shown.request.url,
      ...(shown.request.name === undefined ? {} : { name: shown.request.name }),
    },
    outcome:
      shown.outcome.kind === 'response'
        ? { kind: 'response', status: shown.outcome.status, reason: visible(shown.outcome.reason) }
        : {
            kind: 'failure',
            code: shown.outcome.code,
            message: reading.failure?.said ? say(reading.failure.said) : visible(shown.outcome.message),
          },
    ...(api ? { api: { id: api.id, name: api.name } } : {}),
    ...(named ? { problem: code === undefined ? named : { ...named, code: protect(code) } } : {}),
    causes: isProblem
      ? [
          // Why a variable has no value says more than that it has none.
          ...(unsent ? judged.filter(isProved).map(shownCause) : []),
          ...(ownCause ? [diagnoseOwn(ownCause, say)] : []),
          ...(unsent ? judged.filter((each) => !isProved(each)) : judged).map(shownCause),
        ]
      : [],
    nextSteps: steps.map((step) => (typeof step === 'string' ? step : say(step))),
    ...retryTime(rateLimit?.retryAt),
    ...(words.requestId ? { requestId: protect(words.requestId.value) } : {}),
    ...(exchange.written?.environment === undefined ? {} : { environment: exchange.written.environment }),
    timings: exchange.timings,
  };
}

/**
 * The problem's own causes, those that are true of its status everywhere, and those that the answer names: beside causes
 * of the problem itself, of the others only the ones that the exchange speaks for or against.
 */
function judgeAll(
  reading: Reading,
  problem: Problem | undefined,
  knowledge: Knowledge,
  ownCause: OwnCause | undefined,
): JudgedCause[] {
  const known = new Set(ownCause ? [ownCause.id] : []);
  const fresh = (causes: readonly Cause[] = []): Cause[] =>
    causes.filter(({ id }) => !known.has(id) && known.add(id));
  const own = fresh(problem?.causes);
  // A problem that its API answers with no certain status (a used-up plan as 429) is not what the status usually means.
  const anyStatus = own.length > 0 && problem?.api === reading.api?.id && problem?.status.length === 0;
  const general = isBad(reading) && !anyStatus ? fresh(standardOf(reading, knowledge)?.causes) : [];
  const sayingOf = sayingsOf(reading);
  const isNamed = (cause: Cause): boolean => sayingOf(cause) !== undefined;
  const named = mayRefuseCaller(reading) ? fresh((knowledge.named ?? []).filter(isNamed)) : [];
  const others = [...general, ...named];
  const judged = judgeCauses([...own, ...others], reading, own.length > 0 ? others : [], sayingOf);
  if (own.length === 0) return judged;
  const isDecided = ({ verdict, evaluation }: JudgedCause): boolean =>
    verdict !== 'possible' || evaluation.suggested === true;
  return judged.filter((each) => !others.includes(each.cause) || isDecided(each));
}

/** What is not found, conflicts or cannot be read is not about who calls: there the same words mean something else. */
const mayRefuseCaller = (reading: Reading): boolean => {
  const status = reading.answer?.status ?? 0;
  return isBad(reading) && !(status >= 404 && status <= 417) && status !== 422;
};

const isProved = ({ verdict }: JudgedCause): boolean => verdict === 'confirmed';

function diagnoseCause(
  { cause, verdict, evaluation }: JudgedCause,
  fix: Phrase | undefined,
  language: Language,
  say: Say,
): DiagnosedCause {
  const brief = evaluation.findings.find((finding) => finding.holds === true && finding.brief)?.brief;
  return {
    id: cause.id,
    title: cause.title[language],
    explanation: cause.explanation[language],
    verdict,
    evidence: [...new Set(evaluation.findings.flatMap(({ evidence }) => (evidence ? [say(evidence)] : [])))],
    ...(brief && verdict === 'confirmed' ? { brief: say(brief) } : {}),
    fix: fix ? say(fix) : cause.fix[language],
    facts: evaluation.findings.map(({ fact, holds }) => ({ name: fact, holds })),
    ...(verdict === 'possible' && cause.test ? { test: cause.test[language] } : {}),
  };
}

function diagnoseOwn(
  { id, title, explanation, evidence, fix }: OwnCause,
  say: (phrase: Phrase) => string,
): DiagnosedCause {
  return {
    id,
    title: say(title),
    explanation: say(explanation),
    verdict: 'confirmed',
    evidence: evidence.map(say),
    fix: say(fix),
  };
}

/** ISO 8601; nothing for a time that no calendar holds. */
function retryTime(retryAt: number | undefined): { retryAt?: string } {
  if (retryAt === undefined || !(Math.abs(retryAt) <= 8.64e15)) return {};
  return { retryAt: new Date(retryAt).toISOString() };
}

const clip = (text: string): string =>
  text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
