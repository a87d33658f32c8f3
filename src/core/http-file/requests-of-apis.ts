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
  /** Ids of the APIs that the URL names; where it begins with a variable or a path also the file, by its name, hosts or paths. */
  readonly apis: readonly string[];
}

/** The requests of a `.http` file, each with its APIs. `path` is the file's, as much of it as may tell something. */
export function requestsOfApis(text: string, path: string, index: CatalogIndex): RequestOfApi[] {
  const lines = text.split(/\r?\n/);
  const requests = requestLines(lines).map(({ line, name }) => {
    const request = (lines[line] as string).trim().replace(/\s+HTTP\/[\d.]+$/i, '');
    return { line, request, ...(name ? { name } : {}) };
  });
  const relative = requests.filter(({ request }) => !hasHost(request)).map(({ request }) => request);
  const ofFile = combineEvidence(
    ...[namesIn('.http', text), inWords(path), relative.join('\n')].map((hints) => evidenceIn(hints, index)),
  );
  return requests.map((each) => {
    const ofUrl = evidenceIn(each.request.replace(/\{\{[\w.-]+\}\}/g, inWords), index);
    const evidence = hasHost(each.request) ? ofUrl : combineEvidence(ofUrl, ofFile);
    const most = Math.max(...evidence.values());
    const apis = [...evidence].filter(([, weight]) => weight === most);
    return { ...each, apis: apis.flatMap(([api]) => index.apis[api]?.id ?? []) };
  });
}

const hasHost = (request: string): boolean => /^(?:[A-Z]+\s+)?https?:/i.test(request);

/** `{{acmeHost}}` names the API acme as well as `acme-host` does. */
const inWords = (name: string): string => name.replace(/([a-z])(?=[A-Z])|_/g, '$1 ').toLowerCase();
