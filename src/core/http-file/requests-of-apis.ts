import type { CatalogIndex } from '../catalog/catalog-index';
import { combineEvidence, evidenceIn } from '../explain/api-evidence';
import { namesIn } from '../explain/workspace-names';
import { requestLines } from './request-lines';

/** A request of a `.http` file, and whom it is sent to as far as its text tells. */
export interface RequestOfApi {
  /** Zero-based. */
  readonly line: number;
  /** Method and URL as written. */
  readonly request: string;
  readonly name?: string;
  /** Ids of the APIs that the URL names, or the file's hosts where the URL begins with a variable or a path. */
  readonly apis: readonly string[];
}

/** The requests of a `.http` file, each with its APIs. */
export function requestsOfApis(text: string, index: CatalogIndex): RequestOfApi[] {
  const lines = text.split(/\r?\n/);
  const ofFile = evidenceIn(namesIn('.http', text), index);
  return requestLines(lines).map(({ line, name }) => {
    const request = (lines[line] as string).trim().replace(/\s+HTTP\/[\d.]+$/i, '');
    const ofUrl = evidenceIn(request, index);
    const hasHost = /^(?:[A-Z]+\s+)?https?:/i.test(request);
    const apis = hasHost ? ofUrl : combineEvidence(ofUrl, ofFile);
    const most = Math.max(...apis.values());
    return {
      line,
      request,
      ...(name ? { name } : {}),
      apis: [...apis].filter(([, weight]) => weight === most).flatMap(([api]) => index.apis[api]?.id ?? []),
    };
  });
}
