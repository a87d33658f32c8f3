import type { ButtonView, Mark } from './panel-view';

/** Something the user may have done: what it is in one line, how sure it is, more about it, and the buttons for it. */
export interface OfferView {
  readonly id: string;
  readonly label: string;
  readonly mark?: Mark;
  /** Lines below the label; code in backticks. */
  readonly details: readonly string[];
  readonly buttons: readonly ButtonView[];
}

/** What belongs to no cause. */
export interface OffersBlock {
  readonly kind: 'offers';
  readonly title: string;
  readonly offers: readonly OfferView[];
}
