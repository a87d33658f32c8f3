/** What the served workbench writes of itself, offline and without its native modules, in every run that goes well. */
const NOISE = [
  /^\[(Agent|Remote|Account|Chat|LanguageModel|CopilotSdk|reconnection|Service Worker|driver|perf)/,
  /^(Resolving|Resolved) connection token/,
  /^Creating a socket/,
  /^(Updating|Ignoring fetching) additional builtin extensions/,
  /^Creation of workbench contribution/,
  /^No search provider registered for scheme/,
  /^No extension gallery service configured/,
  /^(Error: )?(Could not locate the bindings file|Cannot find module '[^']*\/build\/Release\/)/,
  /^Canceled(: Canceled)*\n/,
];

/** Whether a line of the workbench's log says nothing about the tests. `VSCODE_LOG=1` shows these lines too. */
export function isWorkbenchNoise(line: string): boolean {
  return NOISE.some((pattern) => pattern.test(line));
}
