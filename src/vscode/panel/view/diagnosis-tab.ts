import type { DiagnosedCause, Diagnosis } from '../../../core/diagnose/diagnosis';
import { isGood } from '../../../core/diagnose/is-good';
import type { Exchange } from '../../../core/exchange/exchange';
import type { Glance } from '../../../core/exchange/glance';
import type { L10n } from '../../../core/text/language';
import { fixOffers, sinceFixNote } from './fixes';
import type { Block, CausesBlock, CauseView, Mark, TabView } from './panel-view';
import { picturesOf } from './pictures/pictures-of';
import { probeOffers, testOffer } from './probes';

/** The causes by verdict, the fixes right under them, then what to do; the pictures beside. */
export function diagnosisTab(
  diagnosis: Diagnosis,
  exchange: Exchange,
  glance: Glance | undefined,
  l10n: L10n,
): TabView {
  const pictures = picturesOf(exchange, glance, l10n);
  return {
    id: 'diagnosis',
    label: l10n.t('Diagnosis'),
    blocks: blocks(diagnosis, l10n),
    ...(pictures.length > 0 ? { aside: [{ kind: 'pictures', pictures }] } : {}),
  };
}

function blocks(diagnosis: Diagnosis, l10n: L10n): Block[] {
  const { causes, nextSteps } = diagnosis;
  const blocks: Block[] = sinceFixNote(diagnosis);
  const open = causes.filter((cause) => cause.verdict !== 'ruled-out');
  const ruledOut = causes.filter((cause) => cause.verdict === 'ruled-out');
  if (open.length > 0) {
    blocks.push(causesBlock(open, diagnosis, l10n));
  } else {
    blocks.push(
      isGood(diagnosis)
        ? { kind: 'note', tone: 'good', text: l10n.t('Nothing went wrong, so there is nothing to explain.') }
        : { kind: 'note', tone: 'info', text: l10n.t('This exchange does not show a cause.') },
    );
  }
  const offers = [...fixOffers(diagnosis, undefined, l10n), ...probeOffers(diagnosis, undefined, l10n)];
  if (offers.length > 0) blocks.push({ kind: 'offers', title: l10n.t('What you can try'), offers });
  // After what went well there is no next step.
  if (nextSteps.length > 0 && !isGood(diagnosis))
    blocks.push({ kind: 'steps', title: l10n.t('Next steps'), steps: nextSteps });
  if (ruledOut.length > 0) {
    blocks.push({
      kind: 'ruled-out',
      title: l10n.t('Ruled out ({0})', ruledOut.length),
      causes: ruledOut.map(({ title, evidence }) => ({ title, evidence: evidence.join(' ') })),
    });
  }
  return blocks;
}

/** More than these are not read one by one. */
const mostAtOnce = 4;

/** Confirmed ones first, the ranking within a verdict is the diagnosis's own; many possible ones are behind a fold. */
function causesBlock(open: readonly DiagnosedCause[], diagnosis: Diagnosis, l10n: L10n): CausesBlock {
  const isConfirmed = ({ verdict }: DiagnosedCause): boolean => verdict === 'confirmed';
  const views = [...open]
    .sort((a, b) => Number(isConfirmed(b)) - Number(isConfirmed(a)))
    .map((cause, place) => causeView(cause, diagnosis, place === 0, l10n));
  const count = Math.max(mostAtOnce, open.filter(isConfirmed).length);
  // A fold for one alone would hide as much as it saves.
  const [shown, rest] = views.length > count + 1 ? [views.slice(0, count), views.slice(count)] : [views, []];
  return {
    kind: 'causes',
    title: l10n.t('Causes'),
    evidenceLabel: l10n.t('Evidence'),
    fixLabel: l10n.t('Fix'),
    causes: shown,
    ...(rest.length > 0
      ? { more: { title: l10n.t('Possible as well ({0})', rest.length), causes: rest } }
      : {}),
  };
}

function causeView(cause: DiagnosedCause, diagnosis: Diagnosis, isFirst: boolean, l10n: L10n): CauseView {
  const { id, title, explanation, evidence, fix, verdict } = cause;
  const mark: Mark =
    verdict === 'confirmed'
      ? { tone: 'bad', word: l10n.t('Confirmed') }
      : { tone: 'caution', word: l10n.t('Possible') };
  const offers = [
    ...fixOffers(diagnosis, id, l10n),
    ...testOffer(cause, l10n),
    ...probeOffers(diagnosis, id, l10n),
  ];
  return {
    id,
    title,
    verdict: mark,
    explanation,
    evidence,
    fix,
    offers,
    open: verdict === 'confirmed' || isFirst,
  };
}
