import { commands as vscodeCommands, type Disposable, window } from 'vscode';
import type { Explanation } from '../../core/explain/explanation';
import { commands } from '../ids';
import { textAround } from '../knowledge/text-around';
import type { Services } from '../services';

/** `apiTroubleshooter.explain({ text, languageId?, offset? } | none)` answers an `Explanation`, or undefined. */
export function registerExplain(services: Services): Disposable {
  return vscodeCommands.registerCommand(commands.explain, (argument: unknown) =>
    explainFor(argument, services),
  );
}

async function explainFor(argument: unknown, services: Services): Promise<Explanation | undefined> {
  const { explainAt, explainFirst } = await services.knowledge();
  const { l10n } = services;
  if (isQuestion(argument)) {
    const languageId = argument.languageId ?? 'plaintext';
    return argument.offset === undefined
      ? explainFirst(argument.text, languageId, l10n)
      : explainAt(argument.text, argument.offset, languageId, l10n);
  }
  if (argument !== undefined && argument !== null) return undefined;
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const around = textAround(editor.document, editor.selection.active);
  return explainAt(around.text, around.offset, editor.document.languageId, l10n, editor.document.uri);
}

interface Question {
  text: string;
  languageId?: string;
  offset?: number;
}

function isQuestion(argument: unknown): argument is Question {
  if (typeof argument !== 'object' || argument === null) return false;
  const { text, languageId, offset } = argument as Partial<Record<keyof Question, unknown>>;
  return (
    typeof text === 'string' &&
    (languageId === undefined || typeof languageId === 'string') &&
    (offset === undefined ||
      (Number.isInteger(offset) && (offset as number) >= 0 && (offset as number) <= text.length))
  );
}
