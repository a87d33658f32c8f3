import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { DiagnoseError } from './diagnose-error';

/** Which request to diagnose. */
export interface DiagnoseTarget {
  readonly document: TextDocument;
  /** Zero-based. */
  readonly line: number;
  readonly environment?: string;
}

/** Reads `{ uri, line, environment? }`, all optional: the default is the cursor. Command arguments are not trusted. */
export async function targetOf(argument: unknown): Promise<DiagnoseTarget> {
  const { uri, line, environment } = argumentOf(argument);
  const editor = window.activeTextEditor;
  if (uri === undefined && !editor) {
    throw new DiagnoseError(
      'no-request',
      l10n.t('Open a .http file and put the cursor into a request first.'),
    );
  }
  const document = uri === undefined ? (editor as { document: TextDocument }).document : await open(uri);
  const cursor = editor?.document === document ? editor.selection.active.line : 0;
  return { document, line: line ?? cursor, ...(environment ? { environment } : {}) };
}

async function open(uri: Uri): Promise<TextDocument> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    throw new DiagnoseError(
      'unreadable',
      l10n.t(
        'The file {0} cannot be read: check that it exists and is text.',
        uri.fsPath || uri.toString(true),
      ),
    );
  }
}

function argumentOf(argument: unknown): { uri?: Uri; line?: number; environment?: string } {
  if (argument === undefined || argument === null) return {};
  if (argument instanceof Uri) return { uri: argument };
  if (typeof argument !== 'object') throw badArgument();
  const { uri, line, environment } = argument as Record<string, unknown>;
  if (line !== undefined && !(Number.isInteger(line) && (line as number) >= 0)) throw badArgument();
  if (environment !== undefined && typeof environment !== 'string') throw badArgument();
  return {
    uri: uriOf(uri),
    line: line as number | undefined,
    environment: environment as string | undefined,
  };
}

function uriOf(value: unknown): Uri | undefined {
  if (value === undefined || value instanceof Uri) return value;
  if (typeof value === 'string' && value !== '')
    return /^[a-z][\w+.-]+:/i.test(value) ? Uri.parse(value) : Uri.file(value);
  if (typeof value === 'object' && value !== null && 'scheme' in value && 'path' in value) {
    return Uri.from(value as { scheme: string; path: string });
  }
  throw badArgument();
}

function badArgument(): DiagnoseError {
  return new DiagnoseError(
    'bad-argument',
    l10n.t(
      'The command takes { uri, line, environment }: a file, a line from 0 on and the name of an environment.',
    ),
  );
}
