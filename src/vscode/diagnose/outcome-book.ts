import { type Disposable, EventEmitter, type TextDocumentChangeEvent, type Uri, workspace } from 'vscode';
import { lineChanges } from './followed-edits';
import { afterChange, type RequestOutcome, withOutcome } from './outcomes';

/** The last outcome of each request of the open files; follows edits, and forgets a request that was edited. */
export class OutcomeBook implements Disposable {
  private readonly outcomes = new Map<string, RequestOutcome[]>();
  private readonly changed = new EventEmitter<void>();
  private readonly subscriptions = [
    workspace.onDidChangeTextDocument((event) => this.follow(event)),
    workspace.onDidCloseTextDocument(({ uri }) => this.set(uri, [])),
  ];
  /** Fires after outcomes were added, moved or dropped. */
  readonly onDidChange = this.changed.event;

  of(uri: Uri): readonly RequestOutcome[] {
    return this.outcomes.get(uri.toString()) ?? [];
  }

  add(uri: Uri, outcome: RequestOutcome): void {
    this.set(uri, withOutcome(this.of(uri), outcome));
  }

  /** Asks everything that shows outcomes to look again. */
  refresh(): void {
    this.changed.fire();
  }

  dispose(): void {
    for (const each of this.subscriptions) each.dispose();
    this.changed.dispose();
  }

  private follow(event: TextDocumentChangeEvent): void {
    const { uri } = event.document;
    const outcomes = this.of(uri);
    if (outcomes.length > 0) this.set(uri, lineChanges(event).reduce(afterChange, outcomes));
  }

  private set(uri: Uri, outcomes: readonly RequestOutcome[]): void {
    if (outcomes.length === 0 && !this.outcomes.has(uri.toString())) return;
    if (outcomes.length === 0) this.outcomes.delete(uri.toString());
    else this.outcomes.set(uri.toString(), [...outcomes]);
    this.changed.fire();
  }
}
