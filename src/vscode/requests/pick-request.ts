import { l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { requestsOfApis } from '../../core/http-file/requests-of-apis';
import { redactText } from '../../core/redact/redactor';
import type { Knowledge } from '../knowledge/knowledge';
import { requestFiles, textOf } from './request-files';

const maximumFiles = 500;

/** Where a request stands: what `diagnoseRequest` takes. */
export interface RequestPlace {
  uri: Uri;
  /** Zero-based. */
  line: number;
}

/** Lets the user choose one of the workspace's requests; with `api`, an id, of those that are sent to it. */
export async function pickRequest({ index }: Knowledge, api?: string): Promise<RequestPlace | undefined> {
  const name = index.apis.find(({ id }) => id === api)?.name;
  const items = await itemsOf(index, api);
  if (items.length === 0) {
    void window.showInformationMessage(
      name
        ? l10n.t('No .http file of this workspace has a request for {0}.', name)
        : l10n.t('This workspace has no .http file with a request.'),
    );
    return undefined;
  }
  const picked = await window.showQuickPick(items, {
    title: name ? l10n.t('Diagnose a Request for {0}', name) : l10n.t('Diagnose a Request'),
    placeHolder: l10n.t('The request that is sent'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.place;
}

async function itemsOf(
  index: Knowledge['index'],
  api: string | undefined,
): Promise<(QuickPickItem & { place: RequestPlace })[]> {
  const files = await requestFiles(maximumFiles);
  const items = await Promise.all(
    files.map(async (uri) => {
      const path = workspace.asRelativePath(uri);
      return requestsOfApis(await textOf(uri), path, index)
        .filter(({ apis }) => api === undefined || apis.includes(api))
        .map(({ line, request, name }) => ({
          label: redactText(request),
          description: name && redactText(name),
          detail: `${path}:${line + 1}`,
          place: { uri, line },
        }));
    }),
  );
  return items.flat();
}
