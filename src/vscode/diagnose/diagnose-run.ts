import { type Disposable, EventEmitter, l10n, workspace } from 'vscode';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import { requestLines } from '../../core/http-file/request-lines';
import { redactText } from '../../core/redact/redactor';
import type { Sessions } from '../../http/sessions';
import type { Transport } from '../../http/transport/transport';
import type { ChosenEnvironment } from '../environment/chosen-environment';
import type { DiagnosisPanel } from '../panel/diagnosis-panel';
import type { Origin, TabId } from '../panel/view/panel-view';
import type { Changes } from '../panel/view/changes';
import type { History } from '../history/history';
import type { Services } from '../services';
import { setting } from '../settings';
import { DiagnoseError } from './diagnose-error';
import type { Diagnosed } from './diagnose-request';
import { type DiagnoseTarget, targetOf } from './diagnose-target';
import { FollowedEdits } from './followed-edits';
import { FollowedRequest } from './followed-request';
import type { OutcomeBook } from './outcome-book';
import { afterChange, type LineChange, type RequestLines, type RequestOutcome } from './outcomes';

/** Runs diagnoses; a new one takes the panel over, and the one before it goes on unseen. */
export class DiagnoseRun implements Disposable {
  /** Of those that came to an end, the one that was begun last. */
  last: Diagnosed | undefined;
  private begun = 0;
  private lastNumber = 0;
  private readonly ended = new EventEmitter<Diagnosed>();
  readonly onDidDiagnose = this.ended.event;
  private readonly underWay = new Set<AbortController>();
  private current: AbortController | undefined;
  private panel: DiagnosisPanel | undefined;
  private remembered: Promise<History> | undefined;
  /** Made with the first run, for the window's life. */
  private sessions: Sessions | undefined;
  /** The request of `last`. */
  private followed: FollowedRequest | undefined;

  constructor(
    private readonly services: Services,
    private readonly book: OutcomeBook,
    private readonly environment: ChosenEnvironment,
  ) {}

  showIn(panel: DiagnosisPanel): void {
    this.panel = panel;
  }

  /**
   * Runs the request at a place and shows what came of it; `transport` sends it another way, and `since` is the
   * diagnosis that a fix was applied for.
   */
  async diagnose(argument: unknown, transport?: Transport, since?: Diagnosis): Promise<Diagnosis> {
    if (!workspace.isTrusted) {
      throw new DiagnoseError(
        'untrusted',
        l10n.t('This workspace is not trusted, so nothing is sent from it. Trust it and try again.'),
      );
    }
    const controller = new AbortController();
    this.underWay.add(controller);
    this.current = controller;
    const number = ++this.begun;
    const isShown = (): boolean => this.current === controller;
    const edits = new FollowedEdits();
    try {
      const target = await targetOf(argument);
      this.showProgress(target);
      edits.follow(target.document);
      const text = target.document.getText();
      const [{ diagnoseRequest, Sessions: FolderSessions }, knowledge, history] = await Promise.all([
        import('../engine.js'),
        this.services.knowledge(),
        this.history(),
      ]);
      this.sessions ??= new FolderSessions();
      const { l10n: words, log, l10nIn } = this.services;
      const diagnosed = await diagnoseRequest({
        target,
        text,
        chosenEnvironment: this.environment.of(target.document.uri),
        knowledge,
        l10n: words,
        log: (level, message) => log[level](redactText(message)),
        signal: controller.signal,
        sessions: this.sessions,
        version: String(this.services.context.extension.packageJSON.version),
        l10nIn,
        transport,
        since,
      });
      history.add(diagnosed);
      this.record(target, diagnosed, edits.changes, number);
      if (isShown()) await this.show(diagnosed);
      return diagnosed.diagnosis;
    } catch (error) {
      if (isShown())
        this.panel?.showError(error instanceof Error ? redactText(error.message) : String(error));
      throw error;
    } finally {
      edits.dispose();
      this.underWay.delete(controller);
    }
  }

  /** The diagnoses of this workspace, looked up with the first one. */
  history(): Promise<History> {
    const { workspaceState } = this.services.context;
    this.remembered ??= import('../engine.js').then(
      ({ History }) => new History(workspaceState, () => setting('history.keep')),
    );
    return this.remembered;
  }

  /** Shows a diagnosis, also one that was there before and of which more is known now. */
  async show(diagnosed: Diagnosed, changes?: Changes, tab?: TabId): Promise<void> {
    const { diagnosis, exchange, glance, canRefresh } = diagnosed;
    const { toView } = await import('./panel-view.js');
    const mustWait = diagnosis.retryAt !== undefined && Date.parse(diagnosis.retryAt) > Date.now();
    const { l10n: words } = this.services;
    const compared = changes ?? (await this.history()).changes(diagnosed);
    const parts = { glance, mustWait, canRefresh, changes: compared };
    this.panel?.show(toView(diagnosis, exchange, words, parts), tab);
  }

  /** Shows the last diagnosis with what is known of it besides by now; not in the place of one that is under way. */
  async replace(diagnosed: Diagnosed): Promise<void> {
    this.last = diagnosed;
    if (!this.current || !this.underWay.has(this.current)) await this.show(diagnosed);
  }

  /** The lines of the last request by now; undefined once it was edited. */
  get lastLines(): RequestLines | undefined {
    return this.followed?.lines;
  }

  /** Where the request that is shown stands now, after the edits since it ran; undefined once it was taken out. */
  placeOf(origin: Origin | undefined): Origin | undefined {
    const { last, followed } = this;
    const shown = last && originOf(last);
    const isShown = shown?.uri === origin?.uri && shown?.line === origin?.line;
    if (!origin || !isShown) return origin;
    return followed?.line === undefined ? undefined : { ...origin, line: followed.line };
  }

  /** Ends the diagnosis that the panel waits for. */
  cancel(): void {
    this.current?.abort();
  }

  dispose(): void {
    // What ends now is shown nowhere: that would open the panel anew.
    this.current = undefined;
    for (const controller of this.underWay) controller.abort();
    this.followed?.dispose();
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

  /** Keeps the outcome where its lines went; one whose own lines were edited while it ran is not shown there. */
  private record(
    { document }: DiagnoseTarget,
    diagnosed: Diagnosed,
    changes: readonly LineChange[],
    number: number,
  ): void {
    const { diagnosis, exchange } = diagnosed;
    const { written } = exchange;
    const lines = written && {
      line: written.requestLine,
      firstLine: written.firstLine,
      lastLine: written.lastLine,
    };
    // One that was begun after this one has been shown already.
    if (number > this.lastNumber) {
      this.last = diagnosed;
      this.lastNumber = number;
      this.followed?.dispose();
      this.followed = lines && new FollowedRequest(document.uri, lines, changes);
    }
    this.ended.fire(diagnosed);
    if (!lines || document.isClosed) return;
    const outcome: RequestOutcome = { ...lines, diagnosis, number };
    for (const each of changes.reduce<readonly RequestOutcome[]>(afterChange, [outcome]))
      this.book.add(document.uri, each);
  }
}

/** Where a diagnosed request stood when it ran. */
export function originOf({ raw: { written } }: Diagnosed): Origin | undefined {
  if (!written) return undefined;
  const { uri, requestLine: line, environment } = written;
  return { uri, line, ...(environment === undefined ? {} : { environment }) };
}
