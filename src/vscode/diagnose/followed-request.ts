import { type Disposable, type Uri, workspace } from 'vscode';
import { lineChanges } from './followed-edits';
import { afterChange, lineAfter, type LineChange, type RequestLines } from './outcomes';

/** Where a request stands while its document is edited, around it and in it. */
export class FollowedRequest implements Disposable {
  private unedited: RequestLines | undefined;
  private requestLine: number | undefined;
  private readonly subscription: Disposable;

  /** @param before edits that came after the request stood at `lines`. */
  constructor(
    readonly uri: Uri,
    lines: RequestLines,
    before: readonly LineChange[] = [],
  ) {
    this.unedited = lines;
    this.requestLine = lines.line;
    const key = uri.toString();
    before.forEach((change) => this.follow(change));
    this.subscription = workspace.onDidChangeTextDocument((event) => {
      if (event.document.uri.toString() === key) lineChanges(event).forEach((change) => this.follow(change));
    });
  }

  /** Undefined once the request itself was edited. */
  get lines(): RequestLines | undefined {
    return this.unedited;
  }

  /** Where its request line stands, edited or not; undefined once that was taken out. */
  get line(): number | undefined {
    return this.requestLine;
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private follow(change: LineChange): void {
    if (this.unedited) [this.unedited] = afterChange([this.unedited], change);
    if (this.requestLine !== undefined) this.requestLine = lineAfter(this.requestLine, change);
  }
}
