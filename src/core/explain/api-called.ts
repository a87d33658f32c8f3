import type { Api } from '../catalog/catalog';
import type { CatalogIndex } from '../catalog/catalog-index';
import { combineEvidence, evidenceAround, evidenceIn, isLoopback, loopbackWeight } from './api-evidence';

/** A call in source code, as far as it tells where it goes. */
export interface CalledPlace {
  /** The literal start of the address; undefined where the code composes it. */
  url?: string;
  /** The whole file, and where the call stands in it. */
  source: string;
  offset: number;
  /** The file's name, with as much of its path as may tell something. */
  path: string;
}

/**
 * The API that a call goes to; undefined where nothing tells. An address says it by itself: what else the file mentions
 * counts only where the address is composed, or is a server on this machine.
 */
export function apiCalled({ url, source, offset, path }: CalledPlace, index: CatalogIndex): Api | undefined {
  const called = evidenceIn(url ?? '', index);
  const host = /^https?:\/\/([^/?#]+)/i.exec(url ?? '')?.[1];
  const evidence =
    host && !isLoopback(host)
      ? called
      : combineEvidence(called, evidenceAround(source, offset, index), evidenceIn(path, index));
  const [best] = [...evidence].sort(([, a], [, b]) => b - a);
  if (!best || best[1] <= loopbackWeight) return undefined;
  const api = index.apis[best[0]];
  return api?.standard ? undefined : api;
}
