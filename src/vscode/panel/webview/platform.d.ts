/** What VS Code gives to a webview's script. */
declare function acquireVsCodeApi<State>(): {
  postMessage(message: unknown): void;
  getState(): State | undefined;
  setState(state: State): void;
};

declare module '*.css';
