import { isAbsolute } from 'node:path';
import { FileSystemError, Uri, workspace } from 'vscode';
import { setting } from '../settings';

const folderName = '.api-troubleshooter';
const maximumFiles = 200;

/** The catalogs of a team: `.api-troubleshooter/*.yaml` in each folder, and the files of the setting `catalogs`. */
export async function findTeamCatalogs(): Promise<Uri[]> {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const found = (await Promise.all(folders.map(catalogsIn))).flat().slice(0, maximumFiles);
  const [folder] = folders;
  const named = setting('catalogs').flatMap((path) =>
    isAbsolute(path) ? [Uri.file(path)] : folder ? [Uri.joinPath(folder, path)] : [],
  );
  return [...new Map([...found, ...named].map((uri) => [uri.toString(), uri])).values()];
}

async function catalogsIn(folder: Uri): Promise<Uri[]> {
  const catalogs = Uri.joinPath(folder, folderName);
  try {
    const entries = await workspace.fs.readDirectory(catalogs);
    return entries.flatMap(([name]) => (/\.ya?ml$/i.test(name) ? [Uri.joinPath(catalogs, name)] : []));
  } catch (error) {
    // Most workspaces have no such folder.
    if (error instanceof FileSystemError) return [];
    throw error;
  }
}
