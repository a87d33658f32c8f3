import type { Exchange } from '../../../../core/exchange/exchange';
import type { Glance, QuotaWindow } from '../../../../core/exchange/glance';
import type { L10n } from '../../../../core/text/language';
import type { PictureView } from '../panel-view';
import { phasesPicture } from './phases-picture';
import { quotaWindowPicture } from './quota-window';
import { tokenLifetimePicture } from './token-lifetime';

/** What is worth drawing of an exchange, what decides most often first. */
export function picturesOf(exchange: Exchange, glance: Glance | undefined, l10n: L10n): PictureView[] {
  const { token, quota } = glance ?? {};
  return [
    token && tokenLifetimePicture(token, l10n),
    quota && isTight(quota) ? quotaWindowPicture(quota, l10n) : undefined,
    phasesPicture(exchange, l10n),
  ].filter((picture) => picture !== undefined);
}

/** Whether a limit was reached, or soon will be: one that is far off explains nothing. */
const isTight = ({ limit, remaining, retryAt }: QuotaWindow): boolean =>
  retryAt !== undefined || (remaining !== undefined && remaining <= (limit ?? 50) / 5);
