import type { ErrorView, ProgressView, WaitView } from '../protocol';
import type { Block, PanelView, TabId } from '../view/panel-view';
import { detailList, drawBlock } from './blocks';
import { button, buttonRow } from './button';
import type { Context } from './context';
import { h, prose } from './element';
import { icon } from './icon';
import { tabs } from './tabs';

/** The verdict, then everything it rests on. */
export function drawView(
  view: PanelView,
  tab: TabId | undefined,
  onSelect: (tab: TabId) => void,
  context: Context,
): HTMLElement[] {
  const { header, title, summary, actions } = view;
  const fill = (id: TabId, panel: HTMLElement): void => {
    const { blocks = [], aside = [] } = view.tabs.find((each) => each.id === id) ?? {};
    const draw = (each: Block): HTMLElement => drawBlock(each, context);
    if (aside.length === 0) return panel.append(...blocks.map(draw));
    panel.append(
      h(
        'div',
        { class: 'beside' },
        h('div', {}, ...blocks.map(draw)),
        h('aside', { 'aria-label': view.asideLabel }, ...aside.map(draw)),
      ),
    );
  };
  return [
    h(
      'header',
      {},
      h(
        'div',
        { class: 'request' },
        h(
          'span',
          { class: 'badge', 'data-tone': header.status.tone },
          icon(header.status.tone),
          header.status.word,
        ),
        requestLine(header.method, header.url),
      ),
      h('h1', {}, ...prose(title)),
      summary !== undefined && summary !== '' && h('p', { class: 'summary' }, ...prose(summary)),
      detailList(header.details),
      buttonRow(actions, context),
    ),
    ...tabs(view, tab, fill, onSelect),
  ];
}

/** A request that is under way. */
export function drawProgress({ method, url, cancel }: ProgressView, context: Context): HTMLElement[] {
  return [
    h('div', { class: 'progress', 'aria-hidden': 'true' }),
    h(
      'header',
      {},
      h('div', { class: 'request' }, requestLine(method, url)),
      h('p', { class: 'summary', id: 'elapsed' }),
      h('div', { class: 'buttons' }, button(cancel, context)),
    ),
  ];
}

/** A wait that goes on, above everything else. */
export function drawWait({ cancel }: WaitView, context: Context): HTMLElement {
  return h(
    'div',
    { id: 'wait', class: 'wait' },
    icon('info'),
    h('span', { id: 'wait-left' }),
    button(cancel, context),
  );
}

/** Why there is no diagnosis. */
export function drawError({ text, actions }: ErrorView, context: Context): HTMLElement[] {
  return [
    h('header', {}, h('p', { class: 'note' }, icon('bad'), h('span', {}, text)), buttonRow(actions, context)),
  ];
}

function requestLine(method: string, url: string): HTMLElement {
  return h('code', { class: 'request-line' }, h('b', {}, method), ' ', h('span', {}, url));
}
