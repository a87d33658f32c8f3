import type { TokenLifetime } from '../../../../core/exchange/glance';
import type { L10n } from '../../../../core/text/language';
import { formatInstant, formatSpan } from '../../../../core/text/render';
import type { PictureView, Shape } from '../panel-view';
import { nameAt, placeMoments, placeOf } from './time-line';

/** Clocks that differ by less are one, for the eye. */
const sameClock = 5000;

const track = { y: 22, height: 8 };

/** When the token is good, and where both clocks stand against that. */
export function tokenLifetimePicture(token: TokenLifetime, l10n: L10n): PictureView {
  const { expiresAt, localNow, serverNow = localNow } = token;
  const begins = beginning(token);
  const clocksDiffer = Math.abs(serverNow - localNow) >= sameClock;
  const marks = [serverNow, ...(clocksDiffer ? [localNow] : [])];
  const placed = placeMoments([...(begins === undefined ? [] : [begins]), expiresAt, ...marks]);
  const from = begins === undefined ? 0 : placeOf(placed, begins);
  const to = placeOf(placed, expiresAt);
  const isGood = serverNow < expiresAt && (begins === undefined || serverNow >= begins);
  const now = placeOf(placed, serverNow);

  const shapes: Shape[] = [
    { kind: 'bar', x: 0, width: 100, y: track.y + 3, height: 2, look: 'gap' },
    { kind: 'bar', x: from, width: Math.max(0, to - from), ...track, look: isGood ? 'good' : 'muted' },
    ...(begins === undefined || expiresAt <= begins
      ? []
      : [above(from, to, l10n.t('valid for {0}', formatSpan(expiresAt - begins)))]),
    ...outside(begins, expiresAt, serverNow, now, from, to),
    { kind: 'mark', x: now, y: track.y - 6, height: 20, look: isGood ? 'good' : 'bad' },
    ...(begins === undefined || Math.abs(now - from) < 1 ? [] : [nameAt(from, 54, l10n.t('issued'))]),
    ...(Math.abs(now - to) < 1 ? [] : [nameAt(to, 54, l10n.t('expires'))]),
    nameAt(now, 54, clocksDiffer ? l10n.t('server') : l10n.t('now')),
  ];
  if (clocksDiffer) {
    const here = placeOf(placed, localNow);
    shapes.push(
      { kind: 'mark', x: here, y: track.y - 6, height: 20, look: 'info' },
      nameAt(here, 54, l10n.t('here')),
    );
  }
  return {
    title: l10n.t("The token's lifetime"),
    text: sentence(token, begins, l10n),
    caption: [begins, expiresAt]
      .flatMap((time) => (time === undefined ? [] : [formatInstant(time)]))
      .join(' – '),
    height: 60,
    shapes,
  };
}

/** From when on the token is good: `nbf`, else `iat`. */
const beginning = ({ notBefore, issuedAt }: TokenLifetime): number | undefined => notBefore ?? issuedAt;

/** How far the server's clock is from the lifetime, written over that stretch. */
function outside(
  begins: number | undefined,
  expiresAt: number,
  serverNow: number,
  now: number,
  from: number,
  to: number,
): Shape[] {
  if (serverNow >= expiresAt) return [above(to, now, formatSpan(serverNow - expiresAt))];
  if (begins !== undefined && serverNow < begins) return [above(now, from, formatSpan(begins - serverNow))];
  return [];
}

const above = (from: number, to: number, text: string): Shape => ({
  kind: 'text',
  x: (from + to) / 2,
  y: 12,
  anchor: 'middle',
  text,
});

function sentence(token: TokenLifetime, begins: number | undefined, l10n: L10n): string {
  const { expiresAt, localNow, serverNow } = token;
  const now = serverNow ?? localNow;
  const lifetime =
    begins === undefined
      ? l10n.t('Valid until {0}.', formatInstant(expiresAt))
      : l10n.t('Valid from {0} until {1}.', formatInstant(begins), formatInstant(expiresAt));
  const clock =
    serverNow === undefined
      ? l10n.t('The local clock said {0}; the answer has no Date.', formatInstant(localNow))
      : Math.abs(serverNow - localNow) < sameClock
        ? l10n.t("The server's clock and the local one said {0}.", formatInstant(serverNow))
        : l10n.t(
            "The server's clock said {0}, the local one {1}.",
            formatInstant(serverNow),
            formatInstant(localNow),
          );
  const verdict =
    now >= expiresAt
      ? l10n.t('Expired for {0}.', formatSpan(now - expiresAt))
      : begins !== undefined && now < begins
        ? l10n.t('Not valid for another {0}.', formatSpan(begins - now))
        : l10n.t('Valid for {0} more.', formatSpan(expiresAt - now));
  return [verdict, lifetime, clock].join(' ');
}
