import type { Locator } from 'playwright-core';

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is used of the page's DOM; its types are not loaded, so that no other code takes the DOM for granted. */
interface PageNode {
  textContent: string | null;
  getBoundingClientRect(): Rectangle & { top: number };
  querySelectorAll(selector: string): Iterable<PageNode>;
}
interface PageRange extends PageNode {
  setStart(node: PageNode, offset: number): void;
  setEnd(node: PageNode, offset: number): void;
}
declare const document: {
  createRange(): PageRange;
  createTreeWalker(root: PageNode, show: number): { nextNode(): PageNode | null };
};

/** Where `text` first stands in the visible lines of an editor, in CSS pixels of the page. Tokens split a line's text into many nodes. */
export async function rectangleOf(editor: Locator, text: string): Promise<Rectangle> {
  const found = await editor.evaluate((element: PageNode, wanted) => {
    const SHOW_TEXT = 4;
    const lines = [...element.querySelectorAll('.view-lines .view-line')];
    lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    for (const line of lines) {
      // The editor draws spaces as no-break spaces.
      const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      const nodes = document.createTreeWalker(line, SHOW_TEXT);
      let offset = 0;
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        const length = node.textContent?.length ?? 0;
        const end = start + wanted.length;
        if (offset <= start && start < offset + length) range.setStart(node, start - offset);
        if (offset < end && end <= offset + length) range.setEnd(node, end - offset);
        offset += length;
      }
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
    return undefined;
  }, text);
  if (!found) throw new Error(`The editor shows no "${text}".`);
  return found;
}
