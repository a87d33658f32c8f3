import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { CatalogIssue } from './catalog-issue';

/** Keys and indexes that lead to a value. */
export type ValuePath = readonly (string | number)[];

/** A YAML file as a value that still knows where each part of it stands. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  readonly issues: CatalogIssue[];
  /** An issue at the value of a path, or at its key where `at` says so; at the nearest parent where it is absent. */
  issueAt(path: ValuePath, message: string, at?: 'key' | 'value'): CatalogIssue;
}

/** A catalog of 1,000 problems takes about 1 MB. */
const maximumCharacters = 4_000_000;
const maximumAliases = 100;
const maximumDepth = 100;

/** Parses one file; syntax errors become issues, and the value is then undefined. */
export function readYaml(file: string, text: string): YamlSource {
  if (text.length > maximumCharacters) {
    return rejected(file, `A catalog may have ${maximumCharacters} characters at most; split this one.`);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const position = (start: number, end: number, message: string): CatalogIssue => {
    const from = lines.linePos(start);
    const to = lines.linePos(Math.max(start, end));
    return {
      file,
      line: Math.max(0, from.line - 1),
      character: Math.max(0, from.col - 1),
      endLine: Math.max(0, to.line - 1),
      endCharacter: Math.max(0, to.col - 1),
      message,
    };
  };
  const issues = document.errors.map((error) => position(error.pos[0], error.pos[1], error.message));
  let value: unknown;
  if (issues.length === 0) {
    try {
      const read: unknown = document.toJS({ maxAliasCount: maximumAliases });
      if (hasCycle(read))
        issues.push(
          position(
            0,
            0,
            'A value contains itself through an alias, or nests more than 100 deep: write it out flat.',
          ),
        );
      else value = read;
    } catch (error) {
      issues.push(position(0, 0, error instanceof Error ? error.message : String(error)));
    }
  }
  const issueAt: YamlSource['issueAt'] = (path, message, at = 'value') => {
    const range = rangeOf(document, path, at);
    return position(range[0], range[1], message);
  };
  return { file, value, issues, issueAt };
}

/** Whether an alias stands inside of what it stands for. */
function hasCycle(value: unknown, around: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (around.includes(value) || around.length > maximumDepth) return true;
  return Object.values(value).some((part) => hasCycle(part, [...around, value]));
}

function rejected(file: string, message: string): YamlSource {
  const issue = { file, line: 0, character: 0, endLine: 0, endCharacter: 0, message };
  return {
    file,
    value: undefined,
    issues: [issue],
    issueAt: (_path, other) => ({ ...issue, message: other }),
  };
}

function rangeOf(document: Document, path: ValuePath, at: 'key' | 'value'): readonly [number, number] {
  let node: unknown = document.contents;
  let range = nodeRange(node) ?? ([0, 0] as const);
  path.forEach((step, depth) => {
    const pair = isMap(node)
      ? node.items.find((item) => isPair(item) && keyText(item.key) === String(step))
      : undefined;
    const next: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    const last = depth === path.length - 1;
    range = nodeRange(pair && last && at === 'key' ? pair.key : next) ?? nodeRange(pair?.key) ?? range;
    node = next;
  });
  return range;
}

function keyText(key: unknown): string {
  return isNode(key) ? String((key as Node).toJSON()) : String(key);
}

function nodeRange(node: unknown): readonly [number, number] | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}
