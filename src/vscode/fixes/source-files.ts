import { type TextDocument, Uri, workspace } from 'vscode';
import type { SourceFiles } from '../../core/fixes/repair-context';
import type { EnvironmentFile } from '../../core/http-file/environment-files';
import { unsavedText } from '../diagnose/unsaved-text';

/** A larger one was not written by hand. */
const largest = 1_000_000;

/**
 * The files that a request's variables may come from: its own, the workspace's settings, and those for environments
 * beside it and in the folders above, up to the workspace's; those that win come last.
 */
export async function sourceFiles(
  document: TextDocument,
  text: string,
  environment: string | undefined,
): Promise<SourceFiles> {
  const root = workspace.getWorkspaceFolder(document.uri)?.uri;
  if (document.uri.scheme === 'untitled' || !root) return { text, environments: [] };
  const folders = foldersUpTo(root, document.uri);
  const dotenv = ['.env', ...(environment ? [`${environment}.env`, `.env.${environment}`] : [])];
  const files = await Promise.all(
    [
      Uri.joinPath(root, '.vscode', 'settings.json'),
      ...folders.flatMap((folder) =>
        [folder, Uri.joinPath(folder, 'env')].flatMap((place) =>
          dotenv.map((name) => Uri.joinPath(place, name)),
        ),
      ),
      ...['http-client.env.json', 'http-client.private.env.json'].flatMap((name) =>
        folders.map((folder) => Uri.joinPath(folder, name)),
      ),
    ].map(read),
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
  const unsaved = unsavedText(uri);
  if (unsaved !== undefined) return { uri: uri.toString(), text: unsaved };
  try {
    const bytes = await workspace.fs.readFile(uri);
    return bytes.length > largest
      ? undefined
      : { uri: uri.toString(), text: new TextDecoder().decode(bytes) };
  } catch {
    return undefined;
  }
}
