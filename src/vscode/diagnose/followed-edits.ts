import { type Disposable, type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';
import { type LineChange, lineChange } from './outcomes';

/** The edits of one document since it is followed, in their order: what ran meanwhile finds its lines by them. */
export class FollowedEdits implements Disposable {
  readonly changes: LineChange[] = [];
  private subscription: Disposable | undefined;

  follow(document: TextDocument): void {
    this.subscription = workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) this.changes.push(...lineChanges(event));
    });
  }

  dispose(): void {
    this.subscription?.dispose();
  }
}

/** The changes of an event by the lines that they replace; VS Code gives them so that each leaves the next in place. */
export const lineChanges = ({ contentChanges }: TextDocumentChangeEvent): LineChange[] =>
  contentChanges.map(({ range, text }) => lineChange(range, text));
