import { visible } from '../../../core/text/visible';

/** Attributes that elements of ours carry: none of them runs, loads or leads anywhere. */
export type Attribute =
  | 'class'
  | 'id'
  | 'role'
  | 'type'
  | 'scope'
  | 'open'
  | 'hidden'
  | 'tabindex'
  | `aria-${string}`
  | `data-${string}`;

export type Attributes = Readonly<Partial<Record<Attribute, string | number | boolean>>>;

export type Child = Node | string | undefined | false;

/**
 * The only way in which a text becomes part of the page: as text. An attribute that is `true` stands without a value,
 * one that is `false` or absent does not stand.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) {
    if (child) element.append(typeof child === 'string' ? visible(child) : child);
  }
  return element;
}

/** A catalog's sentence, in which backticks set off code. */
export function prose(text: string): Node[] {
  return text
    .split(/(`[^`\n]+`)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^`[^`]+`$/.test(part) ? h('code', {}, part.slice(1, -1)) : document.createTextNode(visible(part)),
    );
}
