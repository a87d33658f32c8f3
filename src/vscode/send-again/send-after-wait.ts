import {
  commands as vscodeCommands,
  type Disposable,
  l10n,
  StatusBarAlignment,
  type StatusBarItem,
  Uri,
  window,
} from 'vscode';
import { formatInstant, formatSpan } from '../../core/text/render';
import type { Diagnosed } from '../diagnose/diagnose-request';
import { FollowedRequest } from '../diagnose/followed-request';
import type { RequestLines } from '../diagnose/outcomes';
import { commands, contextKeys } from '../ids';
import type { DiagnosisPanel } from '../panel/diagnosis-panel';
import type { Origin } from '../panel/view/panel-view';
import { maySendAgain } from './may-send-again';
import { sayEdited } from './say-edited';

/** What ends a wait early. */
interface Wait {
  end(): void;
}

/** Sends a request again once its API allows it: one at a time, with a countdown, and to be called off at any moment. */
export class SendAfterWait implements Disposable {
  private wait: Wait | undefined;

  constructor(
    private readonly panel: DiagnosisPanel,
    private readonly run: (origin: Origin) => void,
  ) {}

  /** Begins to wait for the time that a diagnosis names; `linesOf` tells where its request stands, unless it was edited. */
  async start(
    { diagnosis, raw: { request, written } }: Diagnosed,
    linesOf: () => RequestLines | undefined,
  ): Promise<void> {
    const until = Date.parse(diagnosis.retryAt ?? '');
    if (!written || Number.isNaN(until)) return;
    if (!linesOf()) return sayEdited();
    if (!(await maySendAgain(request.method, diagnosis.request.url))) return;
    const lines = linesOf();
    if (!lines) return sayEdited();
    this.stop();
    const followed = new FollowedRequest(Uri.parse(written.uri), lines);
    const item = statusItem(diagnosis.request);
    const timer = setInterval(() => this.tick(item, until, followed, written.environment), 250);
    this.wait = {
      end: () => {
        clearInterval(timer);
        item.dispose();
        followed.dispose();
        this.panel.showWait(undefined);
        setWaiting(false);
      },
    };
    setWaiting(true);
    this.panel.showWait({
      until,
      text: l10n.t('Sending again in {0}.'),
      announcement: l10n.t('The request is sent again at {0}.', formatInstant(until)),
      cancel: { label: l10n.t('Cancel'), message: { type: 'stopWaiting' } },
    });
    this.tick(item, until, followed, written.environment);
  }

  stop(): void {
    this.wait?.end();
    this.wait = undefined;
  }

  dispose(): void {
    this.stop();
  }

  private tick(
    item: StatusBarItem,
    until: number,
    { uri, lines }: FollowedRequest,
    environment: string | undefined,
  ): void {
    const left = until - Date.now();
    if (!lines) {
      this.stop();
      const text = l10n.t(
        'The request was edited while it waited, so it was not sent again: run it when you are ready.',
      );
      void window.showWarningMessage(text);
    } else if (left > 0) {
      const span = formatSpan(Math.ceil(left / 1000) * 1000);
      item.text = `$(watch) ${l10n.t('Sending again in {0}', span)}`;
    } else {
      this.stop();
      this.run({ uri: uri.toString(), line: lines.line, ...(environment ? { environment } : {}) });
    }
  }
}

const setWaiting = (waiting: boolean): void =>
  void vscodeCommands.executeCommand('setContext', contextKeys.isWaiting, waiting);

function statusItem({ method, url }: { method: string; url: string }): StatusBarItem {
  const item = window.createStatusBarItem('apiTroubleshooter.wait', StatusBarAlignment.Left);
  item.name = l10n.t('Waiting to send a request again');
  item.tooltip = l10n.t('{0}: click to cancel.', `${method} ${url}`);
  item.command = commands.stopWaiting;
  item.show();
  return item;
}
