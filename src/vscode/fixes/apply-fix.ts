import {
  l10n,
  Position,
  Range,
  Selection,
  type TextDocument,
  TextEdit,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { Fix, FixEdit } from '../../core/fixes/fix';
import { isSettings } from '../../core/http-file/environment-files';
import { byFile, type FoundFixes, movedEdits } from './found-fixes';

/** After saved settings nothing may come to be read anew: they may be as they were. In milliseconds. */
const longestReading = 2_000;

/**
 * Applies a fix in one undo step, and answers on which line the request stands then that stood on `line`. Where its
 * text was changed since the diagnosis, it says so, changes nothing and answers nothing.
 */
export async function applyFix(found: FoundFixes, fix: Fix, line: number): Promise<number | undefined> {
  let movedLine = line;
  const edit = new WorkspaceEdit();
  const changed: { document: TextDocument; edits: readonly FixEdit[] }[] = [];
  for (const [uri, edits] of byFile(fix)) {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const moved = movedEdits(found, edits, document);
    if (!moved) {
      void window.showWarningMessage(
        l10n.t(
          'The file was changed since the diagnosis, so nothing was edited: run the request again first.',
        ),
      );
      return undefined;
    }
    if (isOwn(document)) movedLine += linesAdded(document, moved, line);
    edit.set(document.uri, textEdits(document, moved));
    changed.push({ document, edits: moved });
  }
  if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(
      l10n.t('The edit could not be applied: check that the file is not read-only.'),
    );
    return undefined;
  }
  for (const { document } of changed)
    if (isSettings({ uri: document.uri.toString() })) await saveSettings(document);
  await selectBlank(changed);
  return movedLine;

  function isOwn({ uri }: TextDocument): boolean {
    return uri.toString() === Uri.parse(found.uri).toString();
  }
}

/** What else is edited runs as it stands in the editor; settings count once they are saved and VS Code has read them. */
async function saveSettings(document: TextDocument): Promise<void> {
  const read = new Promise<void>((resolve) => {
    const listener = workspace.onDidChangeConfiguration(() => done());
    const timer = setTimeout(() => done(), longestReading);
    const done = (): void => {
      listener.dispose();
      clearTimeout(timer);
      resolve();
    };
  });
  await document.save();
  await read;
}

/** How many lines the edits put above a line. */
function linesAdded(document: TextDocument, edits: readonly FixEdit[], line: number): number {
  const offset = document.offsetAt(new Position(line, 0));
  const count = (text: string): number => text.split('\n').length - 1;
  return edits
    .filter(({ end }) => end <= offset)
    .reduce(
      (sum, { start, end, text }) => sum + count(text) - count(document.getText().slice(start, end)),
      0,
    );
}

/** The edits as VS Code's own. */
export const textEdits = (document: TextDocument, edits: readonly FixEdit[]): TextEdit[] =>
  edits.map(({ start, end, text }) =>
    TextEdit.replace(new Range(document.positionAt(start), document.positionAt(end)), text),
  );

/** Selects the first blank, so that typing fills it in. */
async function selectBlank(
  changed: readonly { document: TextDocument; edits: readonly FixEdit[] }[],
): Promise<void> {
  for (const { document, edits } of changed) {
    let shift = 0;
    for (const { start, end, text, blank } of [...edits].sort((a, b) => a.start - b.start)) {
      if (blank) {
        const at = start + shift;
        const range = new Range(document.positionAt(at + blank.start), document.positionAt(at + blank.end));
        const editor = await window.showTextDocument(document);
        editor.selection = new Selection(range.start, range.end);
        editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
        return;
      }
      shift += text.length - (end - start);
    }
  }
}
