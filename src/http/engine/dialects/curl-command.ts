import { shellWords } from './shell-words';

/** The request that a curl command makes. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly followsRedirects: boolean;
  readonly insecure: boolean;
}

/** Options that change nothing about the request, or only what is shown of its answer; those with a value are named so. */
const silent = new Set(['-s', '--silent', '-S', '--show-error', '-v', '--verbose', '-i', '--include', '-f', '--fail', '--fail-with-body', '--compressed', '-g', '--globoff', '--http1.1', '--http2', '-#', '--progress-bar', '-N', '--no-buffer']); // prettier-ignore
const silentWithValue = new Set(['-o', '--output', '-w', '--write-out', '-m', '--max-time', '--connect-timeout', '--retry', '--retry-delay', '--retry-max-time', '-D', '--dump-header']); // prettier-ignore

const data = new Set([
  '-d',
  '--data',
  '--data-ascii',
  '--data-raw',
  '--data-binary',
  '--data-urlencode',
  '--json',
]);
const short: Readonly<Record<string, string>> = { '-X': '--request', '-H': '--header', '-u': '--user', '-A': '--user-agent', '-e': '--referer', '-b': '--cookie', '-I': '--head', '-G': '--get', '-k': '--insecure', '-L': '--location' }; // prettier-ignore

/** Reads a curl command; nothing where it has an option that is not understood, for half a request would mislead. */
export function readCurl(command: string): CurlRequest | undefined {
  const [program, ...words] = (shellWords(command.trim()) ?? []).flatMap(separated);
  if (program !== 'curl') return undefined;
  const headers: Record<string, string> = {};
  const set = (name: string, value: string): void => {
    const known = Object.keys(headers).find((one) => one.toLowerCase() === name.toLowerCase());
    headers[known ?? name] = value;
  };
  const parts: string[] = [];
  const flags = new Set<string>();
  let method: string | undefined;
  let url: string | undefined;
  let isJson = false;
  while (words.length > 0) {
    const word = words.shift() as string;
    const option = short[word] ?? word;
    if (!word.startsWith('-')) {
      if (url !== undefined) return undefined;
      url = word;
    } else if (silent.has(option)) continue;
    else if (['--head', '--get', '--insecure', '--location'].includes(option)) flags.add(option);
    else {
      const value = words.shift();
      if (value === undefined) return undefined;
      if (silentWithValue.has(option)) continue;
      if (option === '--request') method = value;
      else if (option === '--url') url = value;
      else if (option === '--header') {
        const [, name, rest] = /^([^:;]+)[:;]\s*([\s\S]*)$/.exec(value) ?? [];
        if (name === undefined) return undefined;
        set(name.trim(), rest ?? '');
      } else if (option === '--user') set('Authorization', `Basic ${value}`);
      else if (option === '--user-agent') set('User-Agent', value);
      else if (option === '--referer') set('Referer', value);
      else if (option === '--cookie' && value.includes('=')) set('Cookie', value);
      else if (data.has(option) && (option === '--data-raw' || !value.startsWith('@'))) {
        isJson ||= option === '--json';
        parts.push(option === '--data-urlencode' ? encoded(value) : value);
      } else return undefined;
    }
  }
  if (url === undefined) return undefined;
  const body = parts.length > 0 ? parts.join(isJson ? '' : '&') : undefined;
  const inUrl = flags.has('--get') && body !== undefined;
  if (body !== undefined && !inUrl) {
    const has = (name: string): boolean => Object.keys(headers).some((one) => one.toLowerCase() === name);
    if (!has('content-type'))
      headers['Content-Type'] = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
    if (isJson && !has('accept')) headers.Accept = 'application/json';
  }
  return {
    method: method ?? (flags.has('--head') ? 'HEAD' : body === undefined || inUrl ? 'GET' : 'POST'),
    url: inUrl ? `${url}${url.includes('?') ? '&' : '?'}${body}` : url,
    headers,
    ...(body === undefined || inUrl ? {} : { body }),
    followsRedirects: flags.has('--location'),
    insecure: flags.has('--insecure'),
  };
}

/** `-XPOST`, `-sSL` and `--request=POST` as words of their own. */
function separated(word: string): string[] {
  const [, name, value] = /^(--[a-z][\w.-]*)=([\s\S]*)$/.exec(word) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  if (!/^-[A-Za-z#]./.test(word)) return [word];
  const first = word.slice(0, 2);
  const takesValue =
    data.has(first) || silentWithValue.has(first) || (first in short && !/^-[IGkL]$/.test(first));
  return takesValue ? [first, word.slice(2)] : [first, ...separated(`-${word.slice(2)}`)];
}

function encoded(value: string): string {
  const [, name, rest] = /^([^=@]*)=([\s\S]*)$/.exec(value) ?? [];
  if (rest === undefined) return encodeURIComponent(value);
  return name ? `${name}=${encodeURIComponent(rest)}` : encodeURIComponent(rest);
}
