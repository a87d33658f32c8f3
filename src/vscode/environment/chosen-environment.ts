import { EventEmitter, type Memento, type Uri, workspace } from 'vscode';
import { setting } from '../settings';

/** Under which the choice of a folder is kept: a name, nothing secret. */
const keyOf = (uri: Uri): string =>
  `environment:${workspace.getWorkspaceFolder(uri)?.uri.toString() ?? 'none'}`;

/** The environment that the user chose for the requests of a folder, kept with the workspace. */
export class ChosenEnvironment {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memento: Memento) {}

  /** The one chosen, else the one of the settings; empty where neither names one. */
  of(uri: Uri): string {
    return this.memento.get<string>(keyOf(uri)) ?? setting('request.environment', uri);
  }

  /** Without a name, the settings decide again. */
  async choose(uri: Uri, name: string | undefined): Promise<void> {
    await this.memento.update(keyOf(uri), name);
    this.changed.fire();
  }
}
