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

export function buttonRow(buttons: readonly ButtonView[], context: Context): HTMLElement {
  return h('div', { class: 'buttons' }, ...buttons.map((each) => button(each, context)));
}
