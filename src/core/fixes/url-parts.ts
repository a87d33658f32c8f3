import type { TextRange } from '../http-file/request-source';

/** The parts of a URL as it was written or sent, whole or not: ranges of its text. */
export interface UrlParts {
  /** `https`, without `://`. */
  readonly scheme?: TextRange;
  /** `api.example.com:8080` */
  readonly authority: TextRange;
  readonly path: TextRange;
}

/** Where the parts of a URL stand in its text, as it is written: variables and all. */
export function urlParts(url: string): UrlParts {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):\/\//i.exec(url);
  const start = scheme?.[0].length ?? 0;
  const name = scheme?.[1] ?? '';
  const nameStart = url.indexOf(name);
  const authorityEnd = start + (/^[^/?#]*/.exec(url.slice(start)) as RegExpExecArray)[0].length;
  const pathEnd = authorityEnd + (/^[^?#]*/.exec(url.slice(authorityEnd)) as RegExpExecArray)[0].length;
  return {
    ...(name === '' ? {} : { scheme: { start: nameStart, end: nameStart + name.length } }),
    authority: { start, end: authorityEnd },
    path: { start: authorityEnd, end: pathEnd },
  };
}
