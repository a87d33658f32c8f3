import { join } from 'node:path';
import * as vscode from 'vscode';
import { buildCatalogIndex } from '../../src/core/catalog/catalog-index';
import { listActions } from '../../src/core/snippets/list-actions';
import type { SnippetKind } from '../../src/core/snippets/snippet-catalog';
import { applyEdits } from '../../src/core/snippets/text-edit';
import { openSourceCode, type SourceCode } from '../../src/vscode/code-actions/source-code';
import { openCompiled } from '../../src/vscode/knowledge/open-compiled';

/** The extension's folder, with its build in `dist`. */
export const extensionPath =
  vscode.extensions.getExtension('api-troubleshooter.api-troubleshooter')?.extensionPath ?? '';
const dist = join(extensionPath, 'dist');

let opened: { code: SourceCode; apis: ReturnType<typeof buildCatalogIndex>['apis'] } | undefined;

/**
 * What the core composes for the call at an offset, without VS Code: the whole text after the action, placeholders
 * filled with their defaults; undefined where it is not offered, or is disabled.
 * @param api id of the API that the call goes to
 */
export async function expectedAfter(
  document: vscode.TextDocument,
  offset: number,
  kind: SnippetKind,
  indent: string,
  api?: string,
): Promise<string | undefined> {
  opened ??= {
    code: openSourceCode(dist),
    apis: buildCatalogIndex([openCompiled(join(dist, 'catalogs.jsonl.br'))]).apis,
  };
  const { code, apis } = opened;
  const parsed = await code.parse(document);
  if (!parsed) throw new Error(`${document.languageId} is not parsed.`);
  const offer = listActions(code.snippets, parsed, offset, {
    apiOf: () => apis.find(({ id }) => id === api),
    indent,
  }).find((each) => each.kind === kind);
  return offer && 'edits' in offer ? applyEdits(parsed.source, offer.edits) : undefined;
}
