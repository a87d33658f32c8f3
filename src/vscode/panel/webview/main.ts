import type { HostMessage, PanelMessage, PanelState, WaitView } from '../protocol';
import type { PanelView } from '../view/panel-view';
import type { Context } from './context';
import { visible } from '../../../core/text/visible';
import { clearColours } from './colours';
import { readState, tabOf, withoutBodies } from './kept-state';
import { drawError, drawProgress, drawView, drawWait } from './page';
import { tick, type Ticking, withSeconds } from './ticking';
import './panel.css';

/** A run that is over sooner needs no progress: what was there before stays until then. */
const patience = 500;

const vscode = acquireVsCodeApi<PanelState>();
const panel = document.getElementById('panel') as HTMLElement;
const status = document.getElementById('status') as HTMLElement;

let state = readState(vscode.getState());
let pendingProgress: ReturnType<typeof setTimeout> | undefined;
let ticking: Ticking | undefined;
/** What Escape sends. */
let onEscape: PanelMessage | undefined;

const context: Context = {
  send,
  isOpen: (id, otherwise) => state.folds?.[id] ?? otherwise,
  setOpen: (id, open) => keep({ folds: { ...state.folds, [id]: open } }),
};

window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  if (data.type === 'wait') return showWait(data.wait);
  clearTimeout(pendingProgress);
  stopTicking();
  onEscape = undefined;
  switch (data.type) {
    case 'progress': {
      const { progress } = data;
      const startedAt = Date.now();
      onEscape = progress.cancel.message;
      pendingProgress = setTimeout(() => {
        replacePage(drawProgress(progress, context), progress.text);
        ticking = tick('elapsed', () => withSeconds(progress.elapsed, Date.now() - startedAt));
      }, patience);
      return;
    }
    case 'show':
      // Where another request is shown, what was open and chosen for the one before means nothing.
      if (!isSameRequest(state.view, data.view)) keep({ tab: undefined, folds: {}, scroll: 0 });
      keep({ view: withoutBodies(data.view), ...(data.tab ? { tab: data.tab } : {}) });
      return show(data.view, data.view.announcement);
    case 'error':
      return replacePage(drawError(data.error, context), data.error.text);
    case 'restore':
      if (state.view) show(state.view, '');
  }
});

window.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && onEscape) send(onEscape);
});

document.addEventListener('scrollend', () => keep({ scroll: window.scrollY }));

send({ type: 'ready' });

function show(view: PanelView, announcement: string): void {
  document.documentElement.lang = view.language;
  replacePage(
    drawView(view, tabOf(state), (tab) => keep({ tab }), context),
    announcement,
  );
  window.scrollTo(0, state.scroll ?? 0);
}

/**
 * Puts new content in place; the keyboard's focus stays where it was, or goes to the first button. Where the user is
 * elsewhere by now, it is left there: the page remembers an active element that no longer has the focus.
 */
function replacePage(content: readonly HTMLElement[], announcement: string): void {
  const hasFocus = document.hasFocus() && panel.contains(document.activeElement);
  const focused = hasFocus ? document.activeElement : undefined;
  clearColours();
  panel.replaceChildren(...content);
  if (focused) {
    const same = focused.id === '' ? null : document.getElementById(focused.id);
    (same ?? panel.querySelector('button'))?.focus({ preventScroll: true });
  }
  status.textContent = visible(announcement);
}

/** Shows above the view how long the wait goes on, or takes that away. */
function showWait(wait: WaitView | undefined): void {
  stopTicking();
  const hadFocus = document.hasFocus() && document.getElementById('wait')?.contains(document.activeElement);
  document.getElementById('wait')?.remove();
  onEscape = wait?.cancel.message;
  if (!wait) {
    if (hadFocus) panel.querySelector('button')?.focus({ preventScroll: true });
    return;
  }
  panel.prepend(drawWait(wait, context));
  ticking = tick('wait-left', () => withSeconds(wait.text, Math.max(0, wait.until - Date.now())));
  status.textContent = visible(wait.announcement);
}

function stopTicking(): void {
  clearInterval(ticking);
  ticking = undefined;
}

function isSameRequest(before: PanelView | undefined, after: PanelView): boolean {
  return (
    before?.header.method === after.header.method &&
    before.header.url === after.header.url &&
    before.origin?.uri === after.origin?.uri &&
    before.origin?.line === after.origin?.line
  );
}

function keep(change: Partial<PanelState>): void {
  state = { ...state, ...change };
  vscode.setState(state);
}

function send(message: PanelMessage): void {
  vscode.postMessage(message);
}
