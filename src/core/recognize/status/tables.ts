import { isKnown } from './known-statuses';
import type { NumberPlace } from './number-place';

/** How far above a row its table may begin, in characters. */
const reach = 8000;
const namesStatuses =
  /^[\s*_`]*(?:http|response|resposta|respuesta)?[\s-]*(?:status|code|código|codigo|estado|statuses|http|sc-status|status[ _]?code|código (?:de )?(?:status|http)|return code)s?(?: code| http)?[\s*_`]*$/i;

/** Whether the number is a cell of a Markdown table in a column that is named for statuses. */
export function isCellOfStatuses({ text, start, left, right, status, languageId }: NumberPlace): boolean {
  if (!/^\s*\|.*?[|\s`*]$|^\s*\|$/.test(left) || !/^[`*]*\s*(?:\||$)/.test(right)) return false;
  if (!/\|\s*[`*]*$/.test(left) || !isKnown(status) || languageId === 'yaml') return false;
  const column = (left.match(/\|/g) ?? []).length;
  const lines = text.slice(Math.max(0, start - reach), start - left.length).split('\n');
  lines.pop();
  let head: string | undefined;
  for (let line = lines.pop(); line !== undefined && /^\s*\|/.test(line); line = lines.pop()) head = line;
  return namesStatuses.test(head?.split('|')[column] ?? '');
}
