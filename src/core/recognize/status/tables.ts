import { isKnown } from './known-statuses';
import { linesAbove } from './lines-above';
import type { NumberPlace } from './number-place';

const namesStatuses =
  /^[\s*_`"]*(?:http|response|resposta|respuesta|sc)?[\s_-]*(?:status|code|código|codigo|estado|statuses|http|status[ _]?code|código (?:de )?(?:status|http)|return code)s?(?: code| http)?[\s*_`"]*$/i;

/** Languages of texts whose first line names their columns, each with what separates them. */
const separators: Readonly<Record<string, string>> = { csv: ',', tsv: '\t' };
/** Longest first line that is read, in characters. */
const longestHead = 2000;

/** Finds the columns of statuses in the tables of one text. */
export class Tables {
  /** The row that was looked at last, and the first row of its table. */
  private row = -1;
  private head = '';
  /** The column of a text of separated values; −1 where there is none. */
  private column: number | undefined;

  constructor(
    private readonly text: string,
    private readonly languageId: string,
  ) {}

  /** Whether the number is a cell in a column that is named for statuses. */
  isCellOfStatuses(place: NumberPlace): boolean {
    const separator = separators[this.languageId];
    return separator === undefined ? this.isCellOfMarkdown(place) : this.isCellOfValues(place, separator);
  }

  private isCellOfMarkdown({ start, left, right, status }: NumberPlace): boolean {
    if (
      !/^\s*\|.*?[|\s`*,/]$|^\s*\|$/.test(left) ||
      !/^[`*]*\s*(?:[,/]\s*[`*]*\d{3}[`*]*\s*)*(?:\||$)/.test(right)
    )
      return false;
    if (
      !/\|\s*[`*]*(?:\d{3}[`*]*\s*[,/]\s*[`*]*)*$/.test(left) ||
      !isKnown(status) ||
      this.languageId === 'yaml'
    )
      return false;
    const column = (left.match(/\|/g) ?? []).length;
    return namesStatuses.test(this.headOf(start - left.length).split('|')[column] ?? '');
  }

  /** The first row of the table of a row that begins at `row`: rows are met in order, so each looks up to the last one. */
  private headOf(row: number): string {
    let head: string | undefined;
    let above = row;
    for (const line of linesAbove(this.text, row)) {
      if (above === this.row) break;
      if (!/^\s*\|/.test(line)) {
        this.head = head ?? '';
        break;
      }
      head = line;
      above -= line.length + 1;
      if (above === 0) this.head = line;
    }
    this.row = row;
    return this.head;
  }

  private isCellOfValues({ start, left, right, status }: NumberPlace, separator: string): boolean {
    const { text } = this;
    if (!isKnown(status) || !/^"?\s*(?:[,\t]|$)/.test(right)) return false;
    this.column ??= text
      .slice(0, longestHead)
      .split('\n', 1)
      .join('')
      .trim()
      .split(separator)
      .findIndex((name) => namesStatuses.test(name));
    const row = start - left.length;
    // Nothing is said of a row of which not all is seen.
    if (this.column < 0 || (row > 0 && text.charCodeAt(row - 1) !== 10)) return false;
    const before = left.replace(/"(?:[^"]|"")*"/g, '').split(separator);
    return before.length - 1 === this.column && /^"?\s*$/.test(before.at(-1) ?? '');
  }
}
