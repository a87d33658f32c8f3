import {
  CodeActionKind,
  commands as vscodeCommands,
  type Disposable,
  l10n,
  languages,
  Uri,
  window,
} from 'vscode';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import type { Diagnosed } from '../diagnose/diagnose-request';
import { type DiagnoseRun, originOf } from '../diagnose/diagnose-run';
import type { OutcomeBook } from '../diagnose/outcome-book';
import { commands } from '../ids';
import { QuickFixes } from './quick-fixes';

/** Applying the fixes of diagnoses: from the panel, as quick fixes, by command. */
export class FixCommands implements Disposable {
  /** What is needed to apply the fixes of a diagnosis, for as long as something shows it. */
  private readonly known = new WeakMap<object, Diagnosed>();
  private readonly subscriptions: Disposable[];

  constructor(
    private readonly run: DiagnoseRun,
    private readonly book: OutcomeBook,
  ) {
    this.subscriptions = [
      run.onDidDiagnose((diagnosed) => this.known.set(diagnosed.diagnosis, diagnosed)),
      languages.registerCodeActionsProvider(
        { language: 'http' },
        new QuickFixes(book, (diagnosis) => this.known.get(diagnosis)?.repairs),
        { providedCodeActionKinds: [CodeActionKind.QuickFix] },
      ),
      vscodeCommands.registerCommand(commands.applyFix, (argument: unknown) => this.applyAt(argument)),
    ];
  }

  /** Applies a fix of the diagnosis that the panel shows. */
  async applyShown(id: string, runAgain: boolean): Promise<void> {
    const { last } = this.run;
    const origin = last && this.run.placeOf(originOf(last));
    if (!last || !origin) {
      void window.showInformationMessage(l10n.t('The fixes are no longer kept: run the request again.'));
      return;
    }
    await this.apply(last, id, origin.line, runAgain);
  }

  dispose(): void {
    for (const each of this.subscriptions) each.dispose();
  }

  /** `{ uri, line, fix, runAgain? }`: answers the new diagnosis where the request was run again. */
  private async applyAt(argument: unknown): Promise<Diagnosis | undefined> {
    const { uri, line, fix, runAgain } = (argument ?? {}) as Record<string, unknown>;
    if (typeof uri !== 'string' || typeof line !== 'number' || typeof fix !== 'string')
      throw new Error(
        l10n.t('The command takes { uri, line, fix, runAgain }: a file, a line from 0 on, and a fix.'),
      );
    const outcome = this.book
      .of(Uri.parse(uri))
      .find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine);
    const diagnosed = outcome && this.known.get(outcome.diagnosis);
    if (!diagnosed?.repairs.fixes.some(({ id }) => id === fix))
      throw new Error(l10n.t('There is no such fix at this line: diagnose the request first.'));
    return this.apply(diagnosed, fix, outcome?.line ?? line, runAgain === true);
  }

  private async apply(
    { repairs, diagnosis, raw }: Diagnosed,
    id: string,
    line: number,
    runAgain: boolean,
  ): Promise<Diagnosis | undefined> {
    const fix = repairs.fixes.find((each) => each.id === id);
    if (!fix) return undefined;
    const { applyFix } = await import('./apply-fix.js');
    const moved = await applyFix(repairs, fix, line);
    if (moved === undefined || !runAgain) return undefined;
    const { maySendAgain } = await import('../send-again/may-send-again.js');
    if (!(await maySendAgain(raw.request.method, diagnosis.request.url))) return undefined;
    const { environment } = diagnosis;
    const target = { uri: repairs.uri, line: moved, ...(environment === undefined ? {} : { environment }) };
    return this.run.diagnose(target, undefined, diagnosis);
  }
}
