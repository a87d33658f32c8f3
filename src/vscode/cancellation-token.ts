import { type CancellationToken, CancellationTokenSource } from 'vscode';

/** What a signal says, as VS Code's own questions take it: they close once it is aborted. */
export function tokenOf(signal: AbortSignal): CancellationToken {
  const source = new CancellationTokenSource();
  if (signal.aborted) source.cancel();
  signal.addEventListener('abort', () => source.cancel(), { once: true });
  return source.token;
}
