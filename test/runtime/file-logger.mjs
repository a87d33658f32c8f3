/**
 * Stands in for `@vscode/spdlog`, which wants a compiler to install: without it VS Code writes no logs, and shows every
 * Output channel empty, since a channel is a view of its log file. What is written is in the file when the call returns.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

export class Logger {
  constructor(_kind, _name, path) {
    mkdirSync(dirname(path), { recursive: true });
    this.path = path;
    this.level = levels.indexOf('info');
    this.plain = false;
    levels.forEach((name, level) => (this[name] = (message) => this.write(name, level, message)));
  }

  write(name, level, message) {
    if (level < this.level) return;
    appendFileSync(this.path, this.plain ? message : `${timestamp()} [${name}] ${message}\n`);
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  /** From here on messages are written as they are: their writer ends its lines. */
  clearFormatters() {
    this.plain = true;
  }

  setPattern() {}
  flush() {}
  drop() {}
}

function timestamp() {
  return new Date().toISOString().slice(0, -1).replace('T', ' ');
}

export async function createRotatingLogger(name, path) {
  return new Logger('rotating', name, path);
}

export const createAsyncRotatingLogger = createRotatingLogger;
export function setLevel() {}
export function setFlushOn() {}
