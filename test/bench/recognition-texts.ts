import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { generatedLogs } from './recognition-logs';

/** A large text of one kind. */
export interface LargeText {
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
}

/** Logs as servers write them, and what the project itself consists of: programs and prose. */
export function largeTexts(root: string, characters: number): LargeText[] {
  return [
    ...generatedLogs.map(({ name, languageId, line }) => ({
      name,
      languageId,
      text: filled(characters, line),
    })),
    textOfFiles('source code', 'typescript', join(root, 'src'), '.ts', characters),
    textOfFiles('prose', 'markdown', join(root, 'docs'), '.md', characters),
  ];
}

function textOfFiles(
  name: string,
  languageId: string,
  folder: string,
  extension: string,
  characters: number,
): LargeText {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => extname(file) === extension)
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return { name, languageId, text: filled(characters, (number) => files[number % files.length] as string) };
}

function filled(characters: number, part: (number: number) => string): string {
  const parts: string[] = [];
  for (let size = 0, number = 0; size < characters; number++) {
    const text = part(number);
    parts.push(text);
    size += text.length + 1;
  }
  return parts.join('\n');
}
