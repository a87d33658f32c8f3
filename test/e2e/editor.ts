import type { Locator, Page } from 'playwright-core';
import type { Palette } from './palette';
import { rectangleOf } from './text-rectangle';

/** The text editor that is shown (the first, where the editor area is split). */
export class Editor {
  constructor(
    private readonly page: Page,
    private readonly palette: Palette,
  ) {}

  /** Opens a file of the workspace, in the first group of editors, and waits for its text. */
  async open(name: string): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.palette.openFile(name);
    await this.view.locator('.view-line').first().waitFor();
  }

  /** Puts the cursor at a line and column, both counted from 1, and scrolls there. */
  goTo(line: number, column = 1): Promise<void> {
    return this.palette.goTo(line, column);
  }

  /** Points at the first visible occurrence of `word`, and returns the hover's text once it contains `expected`. */
  async hover(word: string, expected: string | RegExp = /\S/): Promise<string> {
    const hover = await this.hoverOn(word, expected);
    return hover.innerText();
  }

  /** As `hover`, but the widget itself, to click in. */
  async hoverOn(word: string, expected: string | RegExp = /\S/): Promise<Locator> {
    const hover = this.page
      .locator('.monaco-hover:visible .monaco-hover-content')
      .filter({ hasText: expected })
      .first();
    // The extension activates with the first file of its language: a hover asked before that comes without it.
    for (let attempt = 1; ; attempt++) {
      const place = await rectangleOf(this.view, word);
      await this.page.mouse.move(0, 0);
      await this.page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 4 });
      const shown = await hover.waitFor({ timeout: 5_000 }).then(
        () => true,
        (error: unknown) => {
          if (attempt === 5) throw error;
          return false;
        },
      );
      if (shown) return hover;
      await this.page.keyboard.press('Escape');
    }
  }

  /** The titles that the lightbulb offers at the cursor, once one contains `expected`. */
  async lightbulb(expected: string): Promise<string[]> {
    const rows = await this.codeActions(expected);
    const titles = await rows.allInnerTexts();
    await this.page.keyboard.press('Escape');
    return titles;
  }

  /** Applies the code action whose title contains `title`, and waits until it changed the document. */
  async applyCodeAction(title: string): Promise<void> {
    await this.chooseCodeAction(title);
    await this.page.locator('.tab.active.dirty').first().waitFor();
  }

  /** Chooses the code action whose title contains `title`; what it does is shown before it is done. */
  async chooseCodeAction(title: string): Promise<void> {
    const rows = await this.codeActions(title);
    await rows.filter({ hasText: title }).first().click();
  }

  /** Clicks the first visible code lens with this title. */
  async clickLens(title: string): Promise<void> {
    await this.view.locator('.codelens-decoration a', { hasText: title }).first().click();
  }

  /** Saves, and waits until the tab says so. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').first().waitFor();
  }

  private async codeActions(expected: string): Promise<Locator> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press('Control+.');
      const offered = await rows
        .filter({ hasText: expected })
        .first()
        .waitFor({ timeout: 5_000 })
        .then(
          () => true,
          (error: unknown) => {
            if (attempt === 5) throw error;
            return false;
          },
        );
      if (offered) return rows;
      await this.page.keyboard.press('Escape');
    }
  }

  private get view(): Locator {
    return this.page.locator('.editor-instance .monaco-editor:visible').first();
  }
}
