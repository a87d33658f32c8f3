import type { Api } from '../../../src/core/catalog/catalog';
import type { SnippetKind } from '../../../src/core/snippets/snippet-catalog';
import { apply } from '../../unit/snippets/workbench';

/** What a program does: one call, by a number of callers at once. */
export interface Scenario {
  actions: SnippetKind[];
  /** The base of all addresses, as the program has it in a constant. */
  base: string;
  /** Another origin, which the call goes to after the actions. */
  elsewhere?: string;
  path?: string;
  method?: string;
  /** What the method becomes after the actions. */
  laterMethod?: string;
  headers?: Record<string, string>;
  accessToken?: string;
  refreshToken?: string;
  callers?: number;
  /** Milliseconds until the caller cancels. */
  cancelAfter?: number;
  api?: Api;
  /** A deadline of 40 seconds. */
  shortDeadline?: boolean;
  /** Gets all that the program writes, to its output and to its errors. */
  printed?: (text: string) => void;
}

/** What the callers got: a status with its body, or an error in words. */
export type Outcome = { status: number; body: string } | { error: string };

export interface Runner {
  name: string;
  languageId: string;
  /** The program with the cursor on its call, which stands between the comments "the call" and "the answer". */
  program(scenario: Scenario): string;
  run(program: string, scenario: Scenario): Promise<Outcome[]>;
  /** Compiles what all programs need, once, however long that takes. */
  prepare?(): void;
  /** Texts of the snippets, and what they become so that a test does not take long. */
  quick: [from: string, to: string][];
  /** The deadline in the snippet, and one of 40 seconds. */
  deadline: [from: string, to: string];
  /** How the call is found again after the first action: its part before the cursor. */
  call: RegExp;
  /** The library leaves redirects to its callers. */
  followsNoRedirects?: boolean;
  /** Where no key can be added by a helper, requests are repeated by the program's own. */
  ownKey?: boolean;
  /** The library itself reads Retry-After, and takes what does not fit into 64 bits for none. */
  readsWaitItself?: boolean;
  /** The library repeats a request by itself, a few times, where a hook of its own has failed. */
  repeatsFailedHooks?: boolean;
  /** The runtime's limit of a request ends with its header fields (JDK-8208693): a body that never ends is waited for. */
  waitsForBodies?: boolean;
  /** Packages that the program's project depends on. */
  dependencies?: string[];
  /** How often a test is tried again, where the runtime itself now and then loses an answer. */
  retries?: number;
  /** Why the machine cannot run it. */
  missing?: string;
}

/** Applies the scenario's actions to the program and runs what comes out. */
export async function perform(runner: Runner, scenario: Scenario): Promise<Outcome[]> {
  return runner.run(await write(runner, scenario), scenario);
}

/** The finished program, with times that suit a test. */
export async function write(runner: Runner, scenario: Scenario): Promise<string> {
  let program = runner.program(scenario);
  for (const kind of scenario.actions) {
    const marked = program.includes('‸') ? program : program.replace(runner.call, '$&‸');
    const applied = await apply(kind, marked, runner.languageId, scenario.api, runner.dependencies);
    if (applied === undefined || applied.startsWith('disabled'))
      throw new Error(`${kind}: ${applied ?? 'not offered'}`);
    program = applied;
  }
  for (const [from, to] of [...runner.quick, ...(scenario.shortDeadline ? [runner.deadline] : [])]) {
    program = program.replace(from, to);
  }
  const { method = 'GET', laterMethod, elsewhere } = scenario;
  return program.replace(/the call\n[^]*?the answer/, (call) => {
    const moved = elsewhere ? call.replace('BASE_URL', 'ELSEWHERE') : call;
    if (laterMethod === undefined) return moved;
    return moved.replace(new RegExp(`\\b${method}\\b`, 'i'), (text) => respell(laterMethod, text));
  });
}

/** A method as another one is written: `GET`, `get`, `Get`. */
function respell(method: string, like: string): string {
  const lower = method.toLowerCase();
  if (like === like.toUpperCase()) return method;
  return like === like.toLowerCase() ? lower : method.slice(0, 1) + lower.slice(1);
}
