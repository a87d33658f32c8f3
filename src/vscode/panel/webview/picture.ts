import type { PicturesBlock, PictureView, Shape } from '../view/panel-view';
import { visible } from '../../../core/text/visible';
import { h } from './element';
import { svgElement } from './icon';

/** Pictures side by side; each says in words what it shows. */
export function pictures({ pictures }: PicturesBlock): HTMLElement {
  return h('div', { class: 'pictures' }, ...pictures.map(picture));
}

function picture({ title, text, caption, height, shapes, legend = [] }: PictureView): HTMLElement {
  const svg = svgElement('svg', {
    class: 'picture',
    width: '100%',
    height: String(height),
    role: 'img',
    'aria-label': visible(text),
  });
  svg.append(...shapes.map(shape));
  return h(
    'figure',
    {},
    h('figcaption', {}, title),
    svg,
    legend.length > 0 &&
      h(
        'ul',
        { class: 'legend' },
        ...legend.map(({ look, text: meaning }) => h('li', {}, swatch(look), h('span', {}, meaning))),
      ),
    // It is among the picture's own words: they need not be read out twice.
    caption !== undefined && h('p', { class: 'quiet', 'aria-hidden': 'true' }, caption),
  );
}

function swatch(look: string): SVGElement {
  const svg = svgElement('svg', { class: 'swatch', width: '8', height: '8', 'aria-hidden': 'true' });
  svg.append(svgElement('rect', { width: '8', height: '8', rx: '2', 'data-look': look }));
  return svg;
}

function shape(each: Shape): SVGElement {
  switch (each.kind) {
    case 'bar':
      return svgElement('rect', {
        'data-look': each.look,
        x: `${each.x}%`,
        y: String(each.y),
        width: `${each.width}%`,
        height: String(each.height),
        rx: String(Math.min(3, each.height / 2)),
      });
    case 'mark':
      return svgElement('line', {
        'data-look': each.look,
        x1: `${each.x}%`,
        x2: `${each.x}%`,
        y1: String(each.y),
        y2: String(each.y + each.height),
      });
    case 'text': {
      const text = svgElement('text', {
        class: each.quiet ? 'quiet' : '',
        x: `${each.x}%`,
        y: String(each.y),
        'text-anchor': each.anchor,
      });
      text.textContent = visible(each.text);
      return text;
    }
  }
}
