import { type TextDocument, Uri } from 'vscode';
import { moveEdits } from '../../core/fixes/apply-fix';
import type { Fix, FixEdit } from '../../core/fixes/fix';
import type { SourceFiles } from '../../core/fixes/repair-context';

/** The fixes of a diagnosis, with the texts that they were made for. They may hold secrets: only their titles are shown. */
export interface FoundFixes {
  readonly fixes: readonly Fix[];
  readonly uri: string;
  readonly files: SourceFiles;
}

/** The edits of a fix, file by file, as the files were. */
export function byFile({ edits }: Fix): Map<string, FixEdit[]> {
  const files = new Map<string, FixEdit[]>();
  for (const edit of edits) files.set(edit.uri, [...(files.get(edit.uri) ?? []), edit]);
  return files;
}

/** A file's edits, moved to where their text is now; undefined where that was changed. */
export function movedEdits(
  { uri, files }: FoundFixes,
  edits: readonly FixEdit[],
  document: TextDocument,
): FixEdit[] | undefined {
  const key = document.uri.toString();
  const before =
    key === Uri.parse(uri).toString()
      ? files.text
      : files.environments.find((file) => file.uri === key)?.text;
  return before === undefined ? undefined : moveEdits(before, document.getText(), edits);
}
