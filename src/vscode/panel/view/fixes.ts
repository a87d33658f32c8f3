import type { Certainty, Diagnosis } from '../../../core/diagnose/diagnosis';
import type { L10n } from '../../../core/text/language';
import type { OfferView } from './offers';
import type { Mark, NoteBlock } from './panel-view';

/** The fixes that repair a cause first of all, by its id; without one, those that belong to none. */
export function fixOffers({ fixes = [] }: Diagnosis, cause: string | undefined, l10n: L10n): OfferView[] {
  return fixes
    .filter(({ causes: [first] }) => first === cause)
    .map(({ id, title, certainty }) => {
      const apply = {
        label: l10n.t('Apply'),
        message: { type: 'applyFix', id, runAgain: false },
      } as const;
      const applyAndRun = {
        label: l10n.t('Apply and run again'),
        message: { type: 'applyFix', id, runAgain: true },
        primary: certainty === 'sure',
      } as const;
      return {
        id: `fix-${id}`,
        label: title,
        mark: markOf(certainty, l10n),
        details: [],
        // What has a blank cannot run before it is filled in.
        buttons: certainty === 'blank' ? [apply] : [applyAndRun, apply],
      };
    });
}

/** Before and after, once a fix was applied and the request was sent again. */
export function sinceFixNote({ sinceFix }: Diagnosis): NoteBlock[] {
  return sinceFix ? [{ kind: 'note', tone: sinceFix.helped ? 'good' : 'caution', text: sinceFix.text }] : [];
}

function markOf(certainty: Certainty, l10n: L10n): Mark {
  if (certainty === 'sure') return { tone: 'good', word: l10n.t('Sure') };
  if (certainty === 'probable') return { tone: 'info', word: l10n.t('Probable') };
  return { tone: 'caution', word: l10n.t('A value is missing') };
}
