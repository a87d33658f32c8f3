import { resolve } from 'node:path';
import { samplesWorkspace } from '../../scripts/start/samples-workspace';
import { type Sandbox, startSandbox } from '../../src/sandbox/index';
import { Closing } from '../runtime/closing';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench';

/** VS Code on the samples, and the sandbox that they call. */
export interface SamplesWorkbench extends Workbench {
  sandbox: Sandbox;
}

/** `suiteWorkbench` on a copy of the samples. */
export function samplesWorkbench(name: string, options?: WorkbenchOptions): () => SamplesWorkbench {
  return suiteWorkbench(name, async (closing) => {
    const sandbox = await startSandbox();
    await closing.add(() => sandbox.close());
    const samples = await samplesWorkspace(resolve(__dirname, '../../samples'), sandbox);
    await closing.add(() => samples.remove());
    return { ...(await openWorkbench({ ...options, folder: samples.folder })), sandbox };
  });
}

/**
 * Opens a workbench for the suite that this is called in, closes it after its tests, and photographs it as
 * `failed-<name>-<test>` where one fails. Answers it once the suite runs.
 */
export function suiteWorkbench<Opened extends Workbench>(
  name: string,
  open: (closing: Closing) => Promise<Opened>,
): () => Opened {
  const closing = new Closing();
  let workbench: Opened | undefined;
  before(async () => {
    const opened = await open(closing);
    await closing.add(() => opened.close());
    workbench = opened;
  });
  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state === 'failed')
      await workbench?.screenshot(`failed-${name}-${currentTest.title.slice(0, 30)}`);
  });
  after(() => closing.close());
  return () => {
    if (!workbench) throw new Error('The workbench is opened by a hook: ask for it in a test.');
    return workbench;
  };
}
