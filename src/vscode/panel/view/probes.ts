import type { DiagnosedCause, Diagnosis } from '../../../core/diagnose/diagnosis';
import type { L10n } from '../../../core/text/language';
import type { OfferView } from './offers';

/**
 * The probes that tell of a cause first of all, by its id; without one, those that belong to none. What is sent and in
 * what it differs stands beside the button, and is asked about once more before it goes out.
 */
export function probeOffers({ probes = [] }: Diagnosis, cause: string | undefined, l10n: L10n): OfferView[] {
  return probes
    .filter(({ causes: [first] }) => first === cause)
    .map(({ id, title, request, change, result }) => ({
      id: `probe-${id}`,
      label: title,
      details: [`\`${request}\``, change, ...(result === undefined ? [] : [result])],
      buttons:
        result === undefined
          ? [{ label: l10n.t('Test it…'), message: { type: 'runProbe', id } } as const]
          : [],
    }));
}

/** The cheapest test that would tell whether a possible cause is one, in the words of its catalog. */
export const testOffer = ({ id, test }: DiagnosedCause, l10n: L10n): OfferView[] =>
  test === undefined
    ? []
    : [{ id: `test-${id}`, label: l10n.t('To find out: {0}', test), details: [], buttons: [] }];
