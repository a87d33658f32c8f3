import { workspace } from 'vscode';
import type { CatalogIndex } from '../../core/catalog/catalog-index';
import { type ApiEvidence, evidenceIn } from '../../core/explain/api-evidence';
import { namesIn } from '../../core/explain/workspace-names';
import { requestsOfApis } from '../../core/http-file/requests-of-apis';

const files = '**/{*.http,*.rest,.env,.env.*,http-client.env.json}';
const excluded = '**/{node_modules,vendor,dist,.git}/**';
const maximumFiles = 30;
const maximumBytes = 200_000;

/** A workspace that talks to an API is a weaker hint than a text that names it. */
const weight = 10;

export interface WorkspaceEvidence {
  /** The APIs that the workspace's requests and environments name: hosts and names of keys, never values. */
  readonly apis: ApiEvidence;
  /** The ids of those that a `.http` file has a request for. */
  readonly requested: ReadonlySet<string>;
}

export async function readWorkspaceEvidence(index: CatalogIndex): Promise<WorkspaceEvidence> {
  const found = await workspace.findFiles(files, excluded, maximumFiles);
  const apis = new Map<number, number>();
  const requested = new Set<string>();
  for (const uri of found) {
    const { size } = await workspace.fs.stat(uri);
    if (size > maximumBytes) continue;
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    for (const [api] of evidenceIn(namesIn(uri.path, text), index)) apis.set(api, weight);
    if (!/\.(?:http|rest)$/i.test(uri.path)) continue;
    for (const request of requestsOfApis(text, workspace.asRelativePath(uri), index))
      request.apis.forEach((id) => requested.add(id));
  }
  return { apis, requested };
}
