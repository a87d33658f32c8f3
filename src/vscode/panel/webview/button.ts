import type { ButtonView } from '../view/panel-view';
import type { Context } from './context';
import { h } from './element';

export function button({ label, message, primary, quiet }: ButtonView, { send }: Context): HTMLButtonElement {
  const id = Object.values(message).join('-');
  const look = primary ? 'primary' : quiet ? 'quiet' : 'secondary';
  const element = h('button', { id, type: 'button', class: look }, label);
  element.addEventListener('click', () => send(message));
  return element;
}

/** Buttons in a row; those of lesser weight behind them, or below where there is no room. */
export function buttonRow(buttons: readonly ButtonView[], context: Context): HTMLElement {
  const row = (some: readonly ButtonView[]): HTMLElement | undefined =>
    some.length > 0
      ? h('div', { class: 'button-row' }, ...some.map((each) => button(each, context)))
      : undefined;
  return h(
    'div',
    { class: 'buttons' },
    row(buttons.filter(({ quiet }) => !quiet)),
    row(buttons.filter(({ quiet }) => quiet)),
  );
}
