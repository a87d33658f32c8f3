import { openSync, readSync, statSync } from 'node:fs';
import type { CompiledSource } from '../../core/catalog/catalog-index';
import type { CompiledIndex } from '../../core/catalog/compile';

const newline = 10;
const chunk = 1 << 16;

/** Opens a compiled file: reads its index now, and each problem when it is shown. The file stays open. */
export function openCompiled(path: string): CompiledSource {
  const file = openSync(path, 'r');
  const header = readLine(file, statSync(path).size);
  const index = JSON.parse(header.toString('utf8')) as CompiledIndex;
  const start = header.length + 1;
  return {
    index,
    read: (_number, offset, bytes) => {
      const record = Buffer.alloc(bytes);
      readSync(file, record, 0, bytes, start + offset);
      return record.toString('utf8');
    },
  };
}

function readLine(file: number, size: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < size; at += chunk) {
    const part = Buffer.alloc(Math.min(chunk, size - at));
    readSync(file, part, 0, part.length, at);
    const end = part.indexOf(newline);
    parts.push(end < 0 ? part : part.subarray(0, end));
    if (end >= 0) break;
  }
  return Buffer.concat(parts);
}
