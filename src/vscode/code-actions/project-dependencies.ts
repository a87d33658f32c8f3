import { type Disposable, FileType, type TextDocument, Uri, workspace } from 'vscode';
import {
  type Dependencies,
  isManifest,
  manifestFiles,
  readDependencies,
} from '../../core/snippets/project-dependencies';

/** Longer manifests are generated. In bytes. */
const longestManifest = 1_000_000;

/** Reads what projects depend on: from the manifests nearest to a document, once until one of them changes. */
export class ProjectDependencies implements Disposable {
  private readonly known = new Map<string, Promise<Dependencies>>();
  private readonly watcher = workspace.createFileSystemWatcher(manifestFiles);

  constructor() {
    const forget = () => this.known.clear();
    this.watcher.onDidChange(forget);
    this.watcher.onDidCreate(forget);
    this.watcher.onDidDelete(forget);
  }

  /** Nothing for a document outside of the workspace, and where no manifest can be read. */
  of({ uri, languageId }: TextDocument): Promise<Dependencies> {
    const root = workspace.getWorkspaceFolder(uri)?.uri;
    if (!root) return Promise.resolve(new Map());
    const folder = Uri.joinPath(uri, '..');
    const key = `${languageId} ${folder.toString()}`;
    const dependencies =
      this.known.get(key) ?? nearest(folder, root, languageId).catch(() => new Map<string, string>());
    this.known.set(key, dependencies);
    return dependencies;
  }

  dispose(): void {
    this.watcher.dispose();
  }
}

async function nearest(folder: Uri, root: Uri, languageId: string): Promise<Dependencies> {
  const entries = await workspace.fs.readDirectory(folder);
  const names = entries.flatMap(([name, type]) =>
    (type & FileType.File) !== 0 && isManifest(name, languageId) ? name : [],
  );
  if (names.length > 0) {
    const read = await Promise.all(names.map((name) => dependenciesIn(Uri.joinPath(folder, name), name)));
    return new Map(read.flatMap((dependencies) => [...dependencies]));
  }
  const above = Uri.joinPath(folder, '..');
  return folder.path.length <= root.path.length || above.path === folder.path
    ? new Map()
    : nearest(above, root, languageId);
}

async function dependenciesIn(uri: Uri, name: string): Promise<Dependencies> {
  const bytes = await workspace.fs.readFile(uri);
  return bytes.length > longestManifest ? new Map() : readDependencies(name, new TextDecoder().decode(bytes));
}
