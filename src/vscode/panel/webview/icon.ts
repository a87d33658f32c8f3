import type { Tone } from '../view/panel-view';

const namespace = 'http://www.w3.org/2000/svg';

/** Outlines of 16 by 16, drawn with the colour of the text; each tone has its own shape, so that none needs colour. */
const shapes: Readonly<Record<Tone, string>> = {
  good: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M5 8.2l2.1 2.1L11 6',
  bad: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  caution: 'M8 2l6.5 12h-13zM8 6.5v3.6M8 12v.3',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M8 7.3v4M8 4.8v.3',
  muted: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M5 8h6',
};

/** A sign for the eye only: the word beside it says the same. */
export function icon(tone: Tone): SVGElement {
  const svg = svgElement('svg', {
    class: 'icon',
    viewBox: '0 0 16 16',
    'aria-hidden': 'true',
    'data-tone': tone,
  });
  svg.append(svgElement('path', { d: shapes[tone] }));
  return svg;
}

export function svgElement(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}
