import { type Disposable, FileType, type TextDocument, Uri, workspace } from 'vscode';
import { type FilePlace, filesToRead } from '../../core/snippets/own-module';
import type { SnippetLanguage } from '../../core/snippets/snippet-catalog';

/** More files, or longer ones, cost more to read than anybody waits for a lightbulb. In files and bytes. */
const mostFiles = 200;
const longestFile = 200_000;

/** All files that a helper can stand in. */
const moduleFiles = '**/*.{ts,mts,cts,js,mjs,cjs,py,go,rb}';

type Texts = Promise<ReadonlyMap<string, string | undefined>>;

/** What stands beside documents: read once until a file of the workspace changes. */
export class FilePlaces implements Disposable {
  private readonly known = new Map<string, Texts>();
  private watcher: Disposable | undefined;

  /** Nothing for a document outside of the workspace, and where its folder cannot be read. */
  async of({ uri }: TextDocument, language: SnippetLanguage): Promise<FilePlace | undefined> {
    if (!language.modules || !workspace.getWorkspaceFolder(uri)) return undefined;
    this.watcher ??= this.watch();
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const key = uri.toString();
    const reading = this.known.get(key) ?? textsBeside(uri, name, language);
    this.known.set(key, reading);
    try {
      return { name, beside: withEdits(await reading, Uri.joinPath(uri, '..')) };
    } catch {
      this.known.delete(key);
      return undefined;
    }
  }

  dispose(): void {
    this.watcher?.dispose();
  }

  private watch(): Disposable {
    const watcher = workspace.createFileSystemWatcher(moduleFiles);
    const forget = () => this.known.clear();
    watcher.onDidChange(forget);
    watcher.onDidCreate(forget);
    watcher.onDidDelete(forget);
    return watcher;
  }
}

async function textsBeside(uri: Uri, name: string, language: SnippetLanguage): Texts {
  const folder = Uri.joinPath(uri, '..');
  const entries = await workspace.fs.readDirectory(folder);
  const names = entries.flatMap(([entry, type]) => ((type & FileType.File) !== 0 ? entry : []));
  const wanted = filesToRead(language, name, names).slice(0, mostFiles);
  const texts = await Promise.all(
    wanted.map(async (file) => [file, await textOf(Uri.joinPath(folder, file))] as const),
  );
  return new Map<string, string | undefined>([...names.map((each) => [each, undefined] as const), ...texts]);
}

async function textOf(uri: Uri): Promise<string | undefined> {
  const { size } = await workspace.fs.stat(uri);
  return size > longestFile ? undefined : new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** Files that are open as their editors have them. */
function withEdits(texts: Awaited<Texts>, folder: Uri): Awaited<Texts> {
  const edited = new Map(texts);
  for (const document of workspace.textDocuments) {
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const there = document.isDirty && Uri.joinPath(folder, name).toString() === document.uri.toString();
    if (there && texts.get(name) !== undefined) edited.set(name, document.getText());
  }
  return edited;
}
