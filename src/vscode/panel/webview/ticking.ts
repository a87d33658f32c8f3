import { formatSpan } from '../../../core/text/render';

/** Something that is told anew each second, until `clearInterval`. */
export type Ticking = ReturnType<typeof setInterval>;

/** Writes a text into the element with this id, now and each second. Nothing is announced: that would be noise. */
export function tick(id: string, text: () => string): Ticking {
  const write = (): void => {
    const element = document.getElementById(id);
    if (element) element.textContent = text();
  };
  write();
  return setInterval(write, 1000);
}

/** A sentence with a span of whole seconds in place of `{0}`. */
export const withSeconds = (sentence: string, milliseconds: number): string =>
  sentence.replace('{0}', formatSpan(Math.round(milliseconds / 1000) * 1000));
