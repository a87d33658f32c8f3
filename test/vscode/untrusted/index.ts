import { runSuite } from '../run-suite';

/** What VS Code calls: see `extensionTestsPath`. */
export const run = (): Promise<void> => runSuite(__dirname);
