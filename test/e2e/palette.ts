import type { Locator, Page } from 'playwright-core';

/** The command palette and the quick open that shares its widget. */
export class Palette {
  constructor(private readonly page: Page) {}

  /** Runs a command by its title, with its category: `API Troubleshooter: Diagnose Request`. Rejects when it is not offered. */
  async run(title: string): Promise<void> {
    const row = await this.find(title);
    await row.click();
  }

  /** Whether the palette offers a command with this title. The list is made when it opens: one that is still missing may come. */
  async offers(title: string): Promise<boolean> {
    const found = await this.find(title).catch(() => undefined);
    await this.page.keyboard.press('Escape');
    return found !== undefined;
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    await this.open('Control+P', name);
    await this.rows.filter({ hasText: name }).first().click();
    await this.page
      .locator(`.tab.active[data-resource-name="${basename(name)}"]`)
      .first()
      .waitFor();
  }

  /** Puts the cursor at a line and column, both counted from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.open('Control+P', `:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.widget.waitFor({ state: 'hidden' });
  }

  /** The list is made when the palette opens: a command whose time comes a moment later is looked for anew. */
  private async find(title: string): Promise<Locator> {
    for (let attempt = 0; attempt < 6; attempt++) {
      await this.open('F1', `>${title}`);
      const row = this.rows.filter({ has: this.page.getByText(title, { exact: true }) }).first();
      const isThere = await row.waitFor({ timeout: 4_000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return row;
    }
    throw new Error(`The palette does not offer ${title}.`);
  }

  /** What shows itself meanwhile may take the focus, which closes the palette: then it is opened anew. */
  private async open(key: string, text: string): Promise<void> {
    const input = this.widget.locator('input.input').first();
    for (let attempt = 0; attempt < 6; attempt++) {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press(key);
      const isFilled = await input.fill(text, { timeout: 4_000 }).then(
        () => true,
        () => false,
      );
      if (isFilled) return;
    }
    throw new Error(`The palette does not stay open for ${text}.`);
  }

  private get widget(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  private get rows(): Locator {
    return this.widget.locator('.monaco-list-row');
  }
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
