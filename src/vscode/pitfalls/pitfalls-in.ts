import { type TextDocument, workspace } from 'vscode';
import { findPitfalls, suspected } from '../../core/pitfalls/find-pitfalls';
import type { Pitfall } from '../../core/pitfalls/pitfall';
import type { PitfallId } from '../../core/pitfalls/pitfall-catalog';
import type { SourceCode } from '../code-actions/source-code';
import { setting } from '../settings';

/** The pitfalls of a document that its settings ask for; undefined where the document changed meanwhile. */
export async function pitfallsIn(document: TextDocument, code: SourceCode): Promise<Pitfall[] | undefined> {
  const enabled = new Set(setting('pitfalls', document) as PitfallId[]);
  const path = workspace.getWorkspaceFolder(document.uri)
    ? workspace.asRelativePath(document.uri, false)
    : document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const file = { source: document.getText(), languageId: document.languageId, path };
  const suspects = suspected(code, file, enabled);
  if (suspects.size === 0) return [];
  const parsed = await code.parse(document);
  return parsed && parsed.source === document.getText() ? findPitfalls(code, parsed, suspects) : undefined;
}
