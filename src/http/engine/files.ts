import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { EOL } from 'node:os';
import type { FileProvider, PathLike } from 'httpyac';
import { currentRun } from './run-state';

/**
 * What httpyac reads with. It looks for configuration up to the root of the workspace and no further; it writes nothing,
 * and where nothing is trusted it does not look at all.
 */
export const fileProvider: FileProvider = {
  EOL,
  exists: async (file) => !!currentRun()?.trusted && (await exists(asText(file))),
  dirname: (file) => path.dirname(asText(file)),
  hasExtension: (file, ...extensions) => extensions.includes(path.extname(asText(file)).slice(1)),
  isAbsolute: async (file) => path.isAbsolute(asText(file)),
  joinPath: (folder, name) => path.join(asText(folder), name),
  readFile: async (file, encoding) => {
    const text = unsavedText(file) ?? (await fs.readFile(await ordinary(file), encoding as BufferEncoding));
    return asText(file).endsWith('.env.json') && /proto|\\u/.test(text) ? withoutPrototype(text) : text;
  },
  readBuffer: async (file) => {
    const unsaved = unsavedText(file);
    return unsaved === undefined ? fs.readFile(await ordinary(file)) : Buffer.from(unsaved);
  },
  writeBuffer: async (file) =>
    currentRun()?.log('info', `${asText(file)} is not written: a diagnosis changes no file.`),
  readdir: async (folder) => {
    const run = currentRun();
    return run?.trusted && isWithin(run.root, asText(folder)) ? fs.readdir(asText(folder)) : [];
  },
  fsPath: asText,
  toString: asText,
};

/** Bytes. A larger one was not written by hand, and each of its variables takes time. */
const largestEnvironment = 1_000_000;

/** @throws where it is no ordinary file (a device never ends, a pipe waits for a writer), or an environment too large. */
async function ordinary(file: PathLike): Promise<string> {
  const name = asText(file);
  const stat = await fs.stat(name);
  if (!stat.isFile()) throw new Error(`${name} is no ordinary file.`);
  if (stat.size > largestEnvironment && /(?:^|[\\/])\.env[^\\/]*$|\.env\.json$/.test(name)) {
    const message = `${name} is larger than ${largestEnvironment} bytes, so its variables are not read.`;
    currentRun()?.log('warn', message);
    throw new Error(message);
  }
  return name;
}

const unsavedText = (file: PathLike): string | undefined => currentRun()?.unsaved?.(asText(file));

/** httpyac takes an environment's name for a key of an object: the one of `__proto__` would be part of every object. */
function withoutPrototype(json: string): string {
  try {
    return JSON.stringify(
      JSON.parse(json, (name, value: unknown) => (name === '__proto__' ? undefined : value)),
    );
  } catch {
    return json;
  }
}

/** Whether a path lies in a folder or is it, by names alone. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

export type Reference = { readonly found: string } | { readonly problem: 'missing' | 'outside' | 'no-file' };

/**
 * The file that a `.http` file refers to, as httpyac would find it: absolute, or beside the file. Links are followed
 * before it is judged to lie in the workspace.
 */
export async function resolveReference(name: string, httpFile: string, root: string): Promise<Reference> {
  const candidates = [...(path.isAbsolute(name) ? [name] : []), path.join(path.dirname(httpFile), name)];
  for (const candidate of candidates) {
    const real = await fs.realpath(candidate).catch(() => undefined);
    const realRoot = await fs.realpath(root).catch(() => root);
    if (real !== undefined) {
      if (!isWithin(realRoot, real)) return { problem: 'outside' };
      return (await fs.stat(real)).isFile() ? { found: real } : { problem: 'no-file' };
    }
    if (!isWithin(root, candidate)) return { problem: 'outside' };
  }
  return { problem: 'missing' };
}

const exists = (file: string): Promise<boolean> =>
  fs.stat(file).then(
    () => true,
    () => false,
  );

function asText(file: PathLike): string {
  return typeof file === 'string' ? file : file.toString();
}
