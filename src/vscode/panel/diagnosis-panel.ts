import * as vscode from 'vscode';
import { languageOf } from '../../core/text/language';
import { panelHtml } from './html';
import {
  type HostMessage,
  type PanelMessage,
  parsePanelMessage,
  parseState,
  type RestoredTarget,
  type WaitView,
} from './protocol';
import type { Origin, PanelView, TabId } from './view/panel-view';

/** The panel's type, by which VS Code brings it back after a reload. */
const panelViewType = 'apiTroubleshooter.diagnosis';

/** Does what a button of the panel says; after a reload `target` is all that is known of what is shown. */
export type Perform = (message: Exclude<PanelMessage, { type: 'ready' }>, target: RestoredTarget) => void;

export interface RequestUnderWay {
  readonly method: string;
  /** Redacted. */
  readonly url: string;
  readonly origin?: Origin;
}

export interface DiagnosisPanel extends vscode.Disposable {
  /** Says that a request is under way; the webview shows it once it takes more than half a second. */
  showProgress(request: RequestUnderWay): void;
  /** `tab` is brought to the front. */
  show(view: PanelView, tab?: TabId): void;
  /** Says above the view until when the request waits; nothing ends that. */
  showWait(wait: WaitView | undefined): void;
  /** Shows, in one sentence, why there is no diagnosis. The text must be redacted. */
  showError(message: string): void;
  /** Brings the panel to the front; without one there is nothing to bring. */
  reveal(): void;
  /** The user closed the panel. */
  readonly onDidDispose: vscode.Event<void>;
}

/**
 * The one panel beside the editor. It opens with the first thing to show, is used again for every other, and comes
 * back after a reload of the window.
 */
export function createPanel(extensionUri: vscode.Uri, perform: Perform): DiagnosisPanel {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const options: vscode.WebviewOptions = {
    enableScripts: true,
    enableForms: false,
    localResourceRoots: [dist],
  };
  const closed = new vscode.EventEmitter<void>();
  let panel: vscode.WebviewPanel | undefined;
  // What the panel shows now, sent again when a hidden panel, whose page is gone, comes to the front.
  let current: HostMessage | undefined;
  let wait: WaitView | undefined;
  let target: RestoredTarget = {};

  function attach(attached: vscode.WebviewPanel): void {
    panel = attached;
    const { webview } = attached;
    webview.options = options;
    webview.onDidReceiveMessage((value: unknown) => receive(value));
    attached.onDidDispose(() => {
      if (panel !== attached) return;
      panel = undefined;
      current = undefined;
      target = {};
      closed.fire();
    });
    webview.html = panelHtml({
      nonce: randomNonce(),
      cspSource: webview.cspSource,
      script: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'panel.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'panel.css')).toString(),
      title: attached.title,
      language: languageOf(vscode.env.language),
    });
  }

  function receive(value: unknown): void {
    const message = parsePanelMessage(value);
    if (!message) return;
    if (message.type === 'ready') post();
    else perform(message, target);
  }

  function post(): void {
    void panel?.webview.postMessage(current ?? ({ type: 'restore' } satisfies HostMessage));
    if (wait) void panel?.webview.postMessage({ type: 'wait', wait } satisfies HostMessage);
  }

  function present(message: HostMessage): void {
    current = message;
    if (panel) return post();
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    attach(vscode.window.createWebviewPanel(panelViewType, vscode.l10n.t('Diagnosis'), column, options));
  }

  const serializer = vscode.window.registerWebviewPanelSerializer(panelViewType, {
    deserializeWebviewPanel(restored: vscode.WebviewPanel, state: unknown) {
      // A diagnosis may have opened a panel before this one came back.
      if (panel) {
        restored.dispose();
      } else {
        target = parseState(state);
        attach(restored);
      }
      return Promise.resolve();
    },
  });

  return {
    showProgress({ method, url, origin }) {
      target = { origin };
      const text = vscode.l10n.t('Waiting for the answer…');
      const cancel = { label: vscode.l10n.t('Cancel'), message: { type: 'cancel' } } as const;
      const elapsed = vscode.l10n.t('Waiting for the answer for {0}…');
      present({ type: 'progress', progress: { method, url, text, elapsed, cancel } });
    },
    show(view, tab) {
      target = { origin: view.origin, page: view.page };
      present({ type: 'show', view, tab });
    },
    showWait(given) {
      wait = given;
      void panel?.webview.postMessage({ type: 'wait', wait } satisfies HostMessage);
    },
    showError(text) {
      const again = {
        label: vscode.l10n.t('Run again'),
        message: { type: 'runAgain' },
        primary: true,
      } as const;
      present({ type: 'error', error: { text, actions: [again] } });
    },
    reveal: () => panel?.reveal(undefined, true),
    onDidDispose: closed.event,
    dispose() {
      serializer.dispose();
      const open = panel;
      panel = undefined;
      open?.dispose();
      closed.dispose();
    },
  };
}

function randomNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
