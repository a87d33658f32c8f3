import type { PanelView, TabId } from '../view/panel-view';
import { h } from './element';

/**
 * Tabs as the WAI-ARIA Authoring Practices have them: one stop of the Tab key, arrows, Home and End choose.
 * `fill` draws a tab's content when it is first seen.
 */
export function tabs(
  { tabsLabel, tabs }: PanelView,
  selected: TabId | undefined,
  fill: (id: TabId, panel: HTMLElement) => void,
  onSelect: (id: TabId) => void,
): HTMLElement[] {
  const parts = tabs.map(({ id, label }) => ({
    id,
    tab: h('button', { id: `tab-${id}`, type: 'button', role: 'tab', 'aria-controls': `panel-${id}` }, label),
    panel: h('div', { id: `panel-${id}`, role: 'tabpanel', 'aria-labelledby': `tab-${id}`, tabindex: 0 }),
  }));

  function select(id: TabId): void {
    for (const part of parts) {
      const isSelected = part.id === id;
      part.tab.setAttribute('aria-selected', String(isSelected));
      part.tab.tabIndex = isSelected ? 0 : -1;
      part.panel.hidden = !isSelected;
      if (isSelected && part.panel.childElementCount === 0) fill(id, part.panel);
    }
  }

  const list = h(
    'div',
    { role: 'tablist', 'aria-label': tabsLabel, class: 'tabs' },
    ...parts.map(({ tab }) => tab),
  );
  parts.forEach(({ id, tab }, index) => {
    tab.addEventListener('click', () => {
      select(id);
      onSelect(id);
    });
    tab.addEventListener('keydown', (event) => {
      const next = nextIndex(event.key, index, parts.length);
      if (next === undefined) return;
      event.preventDefault();
      parts[next]?.tab.focus();
      parts[next]?.tab.click();
    });
  });

  const first = parts.find(({ id }) => id === selected) ?? parts[0];
  if (first) select(first.id);
  return [list, ...parts.map(({ panel }) => panel)];
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
