import type { Context } from './context';
import { type Child, h } from './element';
import { svgElement } from './icon';

/** A part that opens and closes, and stays as the user left it. */
export function fold(
  { id, open, kind }: { readonly id: string; readonly open: boolean; readonly kind: string },
  summary: readonly Child[],
  content: readonly Child[],
  context: Context,
): HTMLDetailsElement {
  const twistie = svgElement('svg', { class: 'icon twistie', viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  twistie.append(svgElement('path', { d: 'M6 4l4 4l-4 4' }));
  const element = h(
    'details',
    { class: kind, open: context.isOpen(id, open) },
    h('summary', { id: `fold-${id}` }, twistie, ...summary),
    h('div', { class: 'fold-content' }, ...content),
  );
  element.addEventListener('toggle', () => context.setOpen(id, element.open));
  return element;
}
