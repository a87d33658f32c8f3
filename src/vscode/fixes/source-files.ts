import { type TextDocument, Uri, workspace } from 'vscode';
import type { SourceFiles } from '../../core/fixes/repair-context';
import type { EnvironmentFile } from '../../core/http-file/environment-definitions';

/** In the order in which they win, the last one most: httpyac reads a `.env` before the environments of JetBrains. */
const names: readonly string[] = ['.env', 'http-client.env.json', 'http-client.private.env.json'];

/** A larger one was not written by hand. */
const largest = 1_000_000;

/**
 * The files that a request's variables may come from: its own, and those for environments beside it and in the folders
 * above, up to the workspace's. Unsaved changes of open documents do not count: a run does not see them either.
 */
export async function sourceFiles(document: TextDocument, text: string): Promise<SourceFiles> {
  const root = workspace.getWorkspaceFolder(document.uri)?.uri;
  if (document.uri.scheme === 'untitled' || !root) return { text, environments: [] };
  const files = await Promise.all(
    names.flatMap((name) =>
      foldersUpTo(root, document.uri).map((folder) => read(Uri.joinPath(folder, name))),
    ),
  );
  return { text, environments: files.filter((file) => file !== undefined) };
}

/** The outermost first: what lies nearer to the request wins. */
function foldersUpTo(root: Uri, file: Uri): Uri[] {
  const folders: Uri[] = [];
  for (
    let folder = Uri.joinPath(file, '..');
    folder.path.startsWith(root.path);
    folder = Uri.joinPath(folder, '..')
  ) {
    folders.unshift(folder);
    if (folder.path === root.path || folder.path === '/') break;
  }
  return folders;
}

async function read(uri: Uri): Promise<EnvironmentFile | undefined> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    return bytes.length > largest
      ? undefined
      : { uri: uri.toString(), text: new TextDecoder().decode(bytes) };
  } catch {
    return undefined;
  }
}
