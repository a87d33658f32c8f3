import { type Disposable, type Uri, workspace } from 'vscode';
import { lineChanges } from './followed-edits';
import { afterChange, type RequestLines } from './outcomes';

/** Where a request stands while its document is edited around it. */
export class FollowedRequest implements Disposable {
  private current: RequestLines | undefined;
  private readonly subscriptions: Disposable[];

  constructor(
    readonly uri: Uri,
    lines: RequestLines,
  ) {
    this.current = lines;
    const key = uri.toString();
    this.subscriptions = [
      workspace.onDidChangeTextDocument((event) => {
        if (event.document.uri.toString() !== key || !this.current) return;
        [this.current] = lineChanges(event).reduce<readonly RequestLines[]>(afterChange, [this.current]);
      }),
    ];
  }

  /** Undefined once the request itself was edited. */
  get lines(): RequestLines | undefined {
    return this.current;
  }

  dispose(): void {
    for (const each of this.subscriptions) each.dispose();
  }
}
