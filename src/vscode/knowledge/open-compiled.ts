import { openSync, readFileSync, readSync, statSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { CompiledSource } from '../../core/catalog/catalog-index';
import type { CompiledIndex } from '../../core/catalog/compile';

const newline = 10;
const chunk = 1 << 16;

/** The bytes of a file, read where they are asked for. */
interface Bytes {
  readonly size: number;
  at(start: number, length: number): Buffer;
}

/**
 * Opens a compiled file: reads its index now, and each problem when it is shown. One that is packed by Brotli, as it is
 * shipped, is a megabyte in memory; one that is not stays on the disk, and open.
 */
export function openCompiled(path: string): CompiledSource {
  const bytes = path.endsWith('.br') ? unpacked(path) : onDisk(path);
  const header = firstLine(bytes);
  const start = header.length + 1;
  return {
    index: JSON.parse(header.toString('utf8')) as CompiledIndex,
    read: (_number, offset, length) => bytes.at(start + offset, length).toString('utf8'),
  };
}

function unpacked(path: string): Bytes {
  const all = brotliDecompressSync(readFileSync(path));
  return { size: all.length, at: (start, length) => all.subarray(start, start + length) };
}

function onDisk(path: string): Bytes {
  const file = openSync(path, 'r');
  return {
    size: statSync(path).size,
    at(start, length) {
      const part = Buffer.alloc(length);
      readSync(file, part, 0, length, start);
      return part;
    },
  };
}

function firstLine({ size, at }: Bytes): Buffer {
  const parts: Buffer[] = [];
  for (let start = 0; start < size; start += chunk) {
    const part = at(start, Math.min(chunk, size - start));
    const end = part.indexOf(newline);
    parts.push(end < 0 ? part : part.subarray(0, end));
    if (end >= 0) break;
  }
  return Buffer.concat(parts);
}
