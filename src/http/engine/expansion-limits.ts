import type { ProcessorContext } from 'httpyac';
import { phrase } from '../../core/text/phrase';
import { fileVariable } from './dialects/file-variable';
import { Refusal } from './refusal';

/** Far more than anybody writes: variables that are made of each other can ask for any number. */
const most = { expressions: 10_000, characters: 10_000_000, depth: 100, steps: 100_000_000 };

/** What it takes to fill in a text. */
interface Cost {
  readonly expressions: number;
  /** That are added to it. */
  readonly characters: number;
}

const nothing: Cost = { expressions: 0, characters: 0 };
const endless: Cost = { expressions: Infinity, characters: Infinity };

/** Steps to find that braces are never closed: from each of them a search goes to the end of the line. */
function openBraces(text: string): number {
  return text.split('\n').reduce((steps, line) => {
    const tail = line.slice(line.lastIndexOf('}}') + 1);
    return steps + (tail.split('{{').length - 1) * tail.length;
  }, 0);
}

/** @throws Refusal where a text's variables are made of each other so that filling it in would never end. */
export function checkExpansion(text: string, { variables, httpFile }: ProcessorContext): void {
  if (!text.includes('{{')) return;
  const known = new Map<string, Cost>();
  /** The names that are being looked into, outermost first, and whether their texts hold more than one each. */
  const path: { readonly name: string; isWide: boolean }[] = [];

  const costOfText = (within: string): Cost => {
    if (openBraces(within) > most.steps) return endless;
    const names = Array.from(within.matchAll(/\{\{\s*%?([\w.$-]+)\s*\}\}/g), ([, name = '']) => name);
    const inside = path.at(-1);
    if (inside) inside.isWide = names.length > 1;
    let { expressions, characters } = nothing;
    for (const name of names) {
      const inner = costOfName(name);
      expressions += 1 + inner.expressions;
      characters += inner.characters;
    }
    return { expressions, characters };
  };
  const costOfName = (name: string): Cost => {
    const start = path.findIndex((each) => each.name === name);
    // A circle that grows as it goes round; any other is given up after some rounds.
    if (start >= 0) return path.slice(start).some(({ isWide }) => isWide) ? endless : nothing;
    if (path.length > most.depth) return endless;
    const found = known.get(name);
    if (found) return found;
    const value: unknown = Object.hasOwn(variables, name) ? variables[name] : fileVariable(name, httpFile);
    if (typeof value !== 'string') return nothing;
    path.push({ name, isWide: false });
    const inner = costOfText(value);
    path.pop();
    const cost = { expressions: inner.expressions, characters: value.length + inner.characters };
    known.set(name, cost);
    return cost;
  };

  const { expressions, characters } = costOfText(text);
  if (expressions > most.expressions || characters > most.characters)
    throw new Refusal('SCRIPT_FAILED', phrase('The variables are made of each other without end.'));
}
