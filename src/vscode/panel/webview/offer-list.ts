import type { OfferView } from '../view/offers';
import { buttonRow } from './button';
import type { Context } from './context';
import { h, prose } from './element';
import { icon } from './icon';

/** What can be done about it: one line each, how sure it is, more about it, and its buttons. */
export function offerList(offers: readonly OfferView[], context: Context): HTMLElement {
  return h(
    'ul',
    { class: 'offers' },
    ...offers.map(({ label, mark, details, buttons }) =>
      h(
        'li',
        {},
        h(
          'p',
          { class: 'offer' },
          h('span', {}, ...prose(label)),
          mark && h('span', { class: 'verdict', 'data-tone': mark.tone }, icon(mark.tone), mark.word),
        ),
        ...details.map((detail) => h('p', { class: 'quiet' }, ...prose(detail))),
        buttons.length > 0 && buttonRow(buttons, context),
      ),
    ),
  );
}
