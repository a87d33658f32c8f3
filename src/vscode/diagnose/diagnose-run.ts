import { type Disposable, EventEmitter, l10n, workspace } from 'vscode';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import { requestLines } from '../../core/http-file/request-lines';
import { redactText } from '../../core/redact/redactor';
import type { DiagnosisPanel } from '../panel/diagnosis-panel';
import type { Services } from '../services';
import { DiagnoseError } from './diagnose-error';
import type { Diagnosed } from './diagnose-request';
import { type DiagnoseTarget, targetOf } from './diagnose-target';
import type { OutcomeBook } from './outcome-book';

/** Runs diagnoses; a new one takes the panel over, and the one before it goes on unseen. */
export class DiagnoseRun implements Disposable {
  /** The last one that came to an end. */
  last: Diagnosed | undefined;
  private readonly ended = new EventEmitter<Diagnosed>();
  readonly onDidDiagnose = this.ended.event;
  private readonly underWay = new Set<AbortController>();
  private current: AbortController | undefined;
  private panel: DiagnosisPanel | undefined;

  constructor(
    private readonly services: Services,
    private readonly book: OutcomeBook,
  ) {}

  showIn(panel: DiagnosisPanel): void {
    this.panel = panel;
  }

  async diagnose(argument: unknown): Promise<Diagnosis> {
    if (!workspace.isTrusted) {
      throw new DiagnoseError(
        'untrusted',
        l10n.t('This workspace is not trusted, so nothing is sent from it. Trust it and try again.'),
      );
    }
    const controller = new AbortController();
    this.underWay.add(controller);
    this.current = controller;
    const isShown = (): boolean => this.current === controller;
    try {
      const target = await targetOf(argument);
      this.showProgress(target);
      const version = target.document.version;
      const [{ diagnoseRequest }, knowledge] = await Promise.all([
        import('./diagnose-request.js'),
        this.services.knowledge(),
      ]);
      const { l10n: words, log } = this.services;
      const diagnosed = await diagnoseRequest({
        target,
        knowledge,
        l10n: words,
        log: (level, message) => log[level](redactText(message)),
        signal: controller.signal,
        version: String(this.services.context.extension.packageJSON.version),
      });
      this.record(target, diagnosed, version);
      const { toView } = await import('./panel-view.js');
      if (isShown()) this.panel?.show(toView(diagnosed.diagnosis, diagnosed.exchange, words));
      return diagnosed.diagnosis;
    } catch (error) {
      if (isShown())
        this.panel?.showError(error instanceof Error ? redactText(error.message) : String(error));
      throw error;
    } finally {
      this.underWay.delete(controller);
    }
  }

  /** Ends the diagnosis that the panel waits for. */
  cancel(): void {
    this.current?.abort();
  }

  dispose(): void {
    for (const controller of this.underWay) controller.abort();
    this.ended.dispose();
  }

  private showProgress({ document, line, environment }: DiagnoseTarget): void {
    const request = requestLines(document.getText().split(/\r?\n/)).find(
      ({ firstLine, lastLine }) => firstLine <= line && line <= lastLine,
    );
    const [method = '', url = ''] = request ? document.lineAt(request.line).text.trim().split(/\s+/) : [];
    this.panel?.showProgress({
      method: url === '' ? 'GET' : method,
      url: redactText(url === '' ? method : url),
      origin: { uri: document.uri.toString(), line, ...(environment ? { environment } : {}) },
    });
  }

  /** Keeps the outcome at its lines, unless the file was edited while the request ran. */
  private record({ document }: DiagnoseTarget, diagnosed: Diagnosed, version: number): void {
    const { diagnosis, exchange } = diagnosed;
    const { written } = exchange;
    this.last = diagnosed;
    this.ended.fire(diagnosed);
    if (!written || document.isClosed || document.version !== version) return;
    const { requestLine: line, firstLine, lastLine } = written;
    this.book.add(document.uri, { line, firstLine, lastLine, diagnosis });
  }
}
