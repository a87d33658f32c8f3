import type { Problem, ProblemRef } from '../catalog/catalog';
import type { CatalogIndex } from '../catalog/catalog-index';
import { matchesMessage } from '../exchange/readings/message';
import type { Knowledge } from './knowledge';

/** Characters of a message that are looked up. */
const messageLimit = 4000;

/** Looks a diagnosis's questions up in the index that hovers use, too. */
export function indexKnowledge(index: CatalogIndex): Knowledge {
  const belongs = (api: string | undefined) => (ref: ProblemRef) => {
    const owner = index.apiOf(ref);
    return api === undefined ? owner.standard === true : owner.id === api;
  };
  const problems = (refs: readonly ProblemRef[], api: string | undefined): Problem[] =>
    [...new Set(refs)]
      .sort((a, b) => a - b)
      .filter(belongs(api))
      .map((ref) => index.problem(ref));
  const symptoms = new Map<string | undefined, readonly Problem[]>();
  return {
    pages: index.apis.flatMap(({ pages = [] }) => pages),
    named: index.sharedCauses.filter(({ said }) => said !== undefined),
    byCode(api, code) {
      const found = index.patterns
        .candidatesIn(code)
        .filter(({ kind, text }) => kind === 'code' && text === code);
      return problems(
        found.flatMap(({ owners }) => owners),
        api,
      );
    },
    byMessage(api, text) {
      const message = text.slice(0, messageLimit);
      const found = index.patterns
        .candidatesIn(message)
        .filter((candidate) => candidate.kind === 'message' && matchesMessage(candidate.text, message));
      return problems(
        found.flatMap(({ owners }) => owners),
        api,
      );
    },
    byStatus: (api, status) =>
      problems(index.withStatus(status), api).filter((problem) => problem.kind === undefined),
    symptoms(api) {
      const known = symptoms.get(api);
      if (known) return known;
      const refs = Array.from({ length: index.size }, (_, ref) => ref);
      // Beside a code or a message, `when` only tells one problem from another.
      const found = problems(refs, api).filter(
        ({ when, codes, messages }) => when !== undefined && !codes?.length && !messages?.length,
      );
      symptoms.set(api, found);
      return found;
    },
  };
}
