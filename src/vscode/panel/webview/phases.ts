import type { PhasesBlock } from '../view/panel-view';
import { h } from './element';
import { icon, svgElement } from './icon';

const width = 200;
const height = 8;

/** A table whose middle column draws when each phase began and how long it took; its numbers say the same. */
export function phases({ columns, phases, total, totalLabel, totalText }: PhasesBlock): HTMLElement {
  const rows = phases.map(({ label, start, duration, text, share, failed }) =>
    h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        label,
        failed !== undefined && h('span', { class: 'failed' }, icon('bad'), failed),
      ),
      h(
        'td',
        { class: 'bar' },
        bar(start, duration, total, `${label}: ${text}, ${share}`, failed !== undefined),
      ),
      h('td', { class: 'number' }, share),
      h('td', { class: 'number' }, text),
    ),
  );
  return h(
    'table',
    { class: 'phases' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, columns.phase),
        h('td', { class: 'bar' }),
        h('th', { scope: 'col', class: 'number' }, columns.share),
        h('th', { scope: 'col', class: 'number' }, columns.duration),
      ),
    ),
    h('tbody', {}, ...rows),
    h(
      'tfoot',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, totalLabel),
        h('td', { class: 'bar' }),
        h('td', {}),
        h('td', { class: 'number' }, totalText),
      ),
    ),
  );
}

function bar(start: number, duration: number, total: number, text: string, failed: boolean): SVGElement {
  const scale = total > 0 ? width / total : 0;
  // Never thinner than two units, or a short phase could not be seen; never beyond the end of the axis.
  const length = Math.max(2, duration * scale);
  const x = Math.min(start * scale, width - length);
  const svg = svgElement('svg', {
    class: failed ? 'track failed' : 'track',
    viewBox: `0 0 ${width} ${height}`,
    preserveAspectRatio: 'none',
    role: 'img',
    'aria-label': text,
  });
  svg.append(
    svgElement('rect', { class: 'axis', x: '0', y: '3.5', width: String(width), height: '1' }),
    svgElement('rect', {
      class: 'span',
      x: String(x),
      y: '0',
      width: String(length),
      height: String(height),
    }),
  );
  return svg;
}
