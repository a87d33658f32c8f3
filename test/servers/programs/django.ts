import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Group, RunningGroup } from '../group';
import { startProgram } from './start-program';

// The system's Python: Django REST framework comes from the system's packages, not from any other Python's.
const python = '/usr/bin/python3';
const needed = 'import django, rest_framework, rest_framework_simplejwt';

/** A Django REST framework API with SimpleJWT, with the framework's own errors and with wrapped ones. */
export const django: Group = {
  name: 'django',
  missing: () =>
    spawnSync(python, ['-c', needed]).status === 0 ? undefined : 'Django REST framework is not installed',
  start: () => startDjango(join(__dirname, 'django', 'app.py')),
};

/** Starts an app that prints its port and tokens as a line of JSON once it listens. */
export async function startDjango(app: string): Promise<RunningGroup> {
  const program = await startProgram(python, ['-B', app], { ready: /^(\{.*\})$/m });
  const { port, tokens } = JSON.parse(program.ready[1] ?? '') as {
    port: number;
    tokens: Record<string, string>;
  };
  return {
    values: { origin: `http://127.0.0.1:${port}`, ...tokens },
    close: () => program.stop(),
  };
}
