import type { DiagnosedFix } from '../diagnose/diagnosis';
import type { Phrase } from '../text/phrase';
import type { Fix } from './fix';

/** The fixes as a diagnosis lists them; `say` renders and redacts. */
export const toDiagnosedFixes = (fixes: readonly Fix[], say: (phrase: Phrase) => string): DiagnosedFix[] =>
  fixes.map(({ id, title, certainty, causes }) => ({
    id,
    title: say(title),
    certainty,
    causes: [...causes],
  }));
