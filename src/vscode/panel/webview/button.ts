import type { ButtonView } from '../view/panel-view';
import type { Context } from './context';
import { h } from './element';

export function button({ label, message, primary }: ButtonView, { send }: Context): HTMLButtonElement {
  const id = 'body' in message ? `${message.type}-${message.body}` : message.type;
  const element = h('button', { id, type: 'button', class: primary ? 'primary' : 'secondary' }, label);
  element.addEventListener('click', () => send(message));
  return element;
}

export function buttonRow(buttons: readonly ButtonView[], context: Context): HTMLElement {
  return h('div', { class: 'buttons' }, ...buttons.map((each) => button(each, context)));
}
