import { phrase, type Phrase } from '../text/phrase';
import type { Exchange, OwnFailure } from '../exchange/exchange';
import type { Reading } from '../exchange/reading';

/** A cause in the words of this product: why a request was not sent. */
export interface OwnCause {
  readonly id: string;
  readonly title: Phrase;
  readonly explanation: Phrase;
  readonly evidence: readonly Phrase[];
  readonly fix: Phrase;
}

type Why = Omit<OwnCause, 'evidence'>;

const reasons: Readonly<Partial<Record<OwnFailure, Why>>> = {
  UNRESOLVED_VARIABLE: {
    id: 'variable-unresolved',
    title: phrase('A variable of the request has no value'),
    explanation: phrase('The request was not sent: without a value for the variable it could only fail.'),
    fix: phrase('Define the variable, choose another environment, or run the request that sets it first.'),
  },
  CIRCULAR_REFERENCE: {
    id: 'circular-reference',
    title: phrase('The request depends on itself'),
    explanation: phrase(
      'The request was not sent: by `@ref` or a variable it depends on a request that depends on it.',
    ),
    fix: phrase('Remove one of the references that form the circle.'),
  },
  BODY_FILE_MISSING: {
    id: 'body-file-missing',
    title: phrase('The file with the body does not exist'),
    explanation: phrase('The request was not sent: its body is in a file that cannot be read.'),
    fix: phrase('Correct the path after `<`; it is relative to the `.http` file.'),
  },
  INVALID_URL: {
    id: 'invalid-url',
    title: phrase('The URL is not valid'),
    explanation: phrase(
      'The request was not sent: its URL has no scheme or host, or characters that no URL may have.',
    ),
    fix: phrase('Write the whole URL, such as `https://api.example.com/path`, without quotes around it.'),
  },
  REFERENCED_REQUEST_FAILED: {
    id: 'referenced-request-failed',
    title: phrase('A request that this one needs has failed'),
    explanation: phrase(
      'The request was not sent: it uses the answer of another one, which did not succeed.',
    ),
    fix: phrase('Diagnose the other request first.'),
  },
  SCRIPT_FAILED: {
    id: 'script-failed',
    title: phrase('A script of the request has failed'),
    explanation: phrase('The request was not sent: a script that runs before it ended with an error.'),
    fix: phrase('Correct the script at the place that the message names.'),
  },
  UNSUPPORTED_PROTOCOL: {
    id: 'unsupported-protocol',
    title: phrase('Only http and https can be diagnosed'),
    explanation: phrase('The request was not sent: it is for another protocol.'),
    fix: phrase('Use a URL that starts with `https://` or `http://`.'),
  },
  UNSUPPORTED_SYNTAX: {
    id: 'unsupported-syntax',
    title: phrase('The file uses what only another client runs'),
    explanation: phrase('The request was not sent: a part of it has a meaning that is not known here.'),
    fix: phrase(
      'Write that part out: a token in place of a sign-in, the whole request in place of a command.',
    ),
  },
};

const quotedReason: Why = {
  id: 'url-quoted',
  title: phrase('There are quotation marks in the URL'),
  explanation: phrase(
    'The request was not sent: in a `.http` file quotation marks are characters like any other, and no URL has them.',
  ),
  fix: phrase('Remove the quotation marks around the URL, or around the value of the variable in it.'),
};

const portReason: Why = {
  id: 'port-invalid',
  title: phrase('The port is not valid'),
  explanation: phrase('The request was not sent: ports are numbers from 0 to 65535.'),
  fix: phrase('Write the port that the server prints when it starts, or none for 443 (https) and 80 (http).'),
};

const methodReason: Why = {
  id: 'method-unknown',
  title: phrase('The method is not one that can be sent'),
  explanation: phrase('The request was not sent: the word before the URL was taken for a part of the URL.'),
  fix: phrase('Use one of the usual methods, or send this one with another tool.'),
};

/** A word in capitals before the URL that is no method of `.http` files. */
function unknownMethod({ request }: Exchange): Phrase | undefined {
  const method = /^([A-Z]{2,20}) +(?:https?:\/\/|\/)/.exec(request.url)?.[1];
  return method === undefined ? undefined : phrase('The method is `{0}`.', method);
}

/** The port of a URL that no port can be. */
function wrongPort({ request }: Exchange): Phrase | undefined {
  const port = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(?:\[[^\]/]*\]|[^/?#:@[\]]*):([^/?#]*)/i.exec(
    request.url,
  )?.[1];
  if (port === undefined || port === '' || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    return undefined;
  return phrase('The port in the URL is `{0}`.', port);
}

/** Where the quotation marks of a URL come from, if it has any. */
function quotedUrl({ request, written }: Exchange): Phrase | undefined {
  const quotes = /["'`“”‘’]/;
  const origin = /^[^?#]*/.exec(request.url)?.[0] ?? '';
  if (!quotes.test(origin)) return undefined;
  const lines = written?.text.split(/\r?\n/) ?? [];
  const line = written ? (lines[written.requestLine - written.firstLine] ?? '') : '';
  const variable = /\{\{\s*([\w.$-]+)\s*\}\}/.exec(line)?.[1];
  if (written && quotes.test(line.replace(/\{\{.*?\}\}/g, '')))
    return phrase('The URL on line {0} has quotation marks.', written.requestLine + 1);
  return variable === undefined
    ? phrase('The URL is `{0}`.', request.url)
    : phrase('The value of `{0}` has quotation marks: the URL became `{1}`.', `{{${variable}}}`, request.url);
}

/** Why a request was not sent: one confirmed cause, each variable with its line; nothing where it was sent. */
export function unsentCause({ failure, sent, exchange }: Reading): OwnCause | undefined {
  if (!failure || sent) return undefined;
  const quoted = failure.code === 'INVALID_URL' ? quotedUrl(exchange) : undefined;
  if (quoted) return { ...quotedReason, evidence: [quoted] };
  const method = failure.code === 'INVALID_URL' ? unknownMethod(exchange) : undefined;
  if (method) return { ...methodReason, evidence: [method] };
  const port = failure.code === 'INVALID_URL' ? wrongPort(exchange) : undefined;
  if (port) return { ...portReason, evidence: [port] };
  const why = reasons[failure.code as OwnFailure] ?? {
    id: 'not-built',
    title: phrase('The request could not be built'),
    explanation: phrase('The request was not sent: a part of it could not be evaluated.'),
    fix: phrase('Correct what the message names.'),
  };
  const { unresolvedVariables = [], environment } = exchange.written ?? {};
  const variables = failure.code === 'UNRESOLVED_VARIABLE' ? unresolvedVariables : [];
  const evidence = variables.map(({ name, line }) =>
    environment === undefined
      ? phrase('`{0}` on line {1} has no value; no environment is chosen.', `{{${name}}}`, line + 1)
      : phrase(
          '`{0}` on line {1} has no value in the environment `{2}`.',
          `{{${name}}}`,
          line + 1,
          environment,
        ),
  );
  return {
    ...why,
    evidence:
      evidence.length > 0 ? evidence : [phrase('{0}: {1}', failure.code, failure.said ?? failure.message)],
  };
}
