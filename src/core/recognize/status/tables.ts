import { isKnown } from './known-statuses';
import { linesAbove } from './lines-above';
import type { NumberPlace } from './number-place';

const namesStatuses =
  /^[\s*_`]*(?:http|response|resposta|respuesta)?[\s-]*(?:status|code|código|codigo|estado|statuses|http|sc-status|status[ _]?code|código (?:de )?(?:status|http)|return code)s?(?: code| http)?[\s*_`]*$/i;

/** Whether the number is a cell of a Markdown table in a column that is named for statuses. */
export function isCellOfStatuses({ text, start, left, right, status, languageId }: NumberPlace): boolean {
  if (!/^\s*\|.*?[|\s`*]$|^\s*\|$/.test(left) || !/^[`*]*\s*(?:\||$)/.test(right)) return false;
  if (!/\|\s*[`*]*$/.test(left) || !isKnown(status) || languageId === 'yaml') return false;
  const column = (left.match(/\|/g) ?? []).length;
  let head: string | undefined;
  for (const line of linesAbove(text, start - left.length)) {
    if (!/^\s*\|/.test(line)) break;
    head = line;
  }
  return namesStatuses.test(head?.split('|')[column] ?? '');
}
