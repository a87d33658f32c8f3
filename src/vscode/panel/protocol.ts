import type { ButtonView, Origin, PageReference, PanelView, TabId } from './view/panel-view';

/** What the host tells the webview. */
export type HostMessage =
  | { readonly type: 'progress'; readonly progress: ProgressView }
  /** With `tab`, that one is brought to the front. */
  | { readonly type: 'show'; readonly view: PanelView; readonly tab?: TabId }
  | { readonly type: 'error'; readonly error: ErrorView }
  /** Above what is shown; without `wait`, the wait is over. */
  | { readonly type: 'wait'; readonly wait?: WaitView }
  /** The host knows nothing to show, as after a reload of the window: the kept state is what there is. */
  | { readonly type: 'restore' };

/** A request that is under way. */
export interface ProgressView {
  readonly method: string;
  readonly url: string;
  readonly text: string;
  /** The same with the seconds that have gone by in place of `{0}`. */
  readonly elapsed: string;
  readonly cancel: ButtonView;
}

/** A request that is sent again once a wait is over. */
export interface WaitView {
  /** Milliseconds since the epoch. */
  readonly until: number;
  /** One sentence, with the time that is left in place of `{0}`. */
  readonly text: string;
  /** What a screen reader says when the wait begins. */
  readonly announcement: string;
  readonly cancel: ButtonView;
}

/** Why there is no diagnosis, in one sentence. */
export interface ErrorView {
  readonly text: string;
  readonly actions: readonly ButtonView[];
}

/** What the webview tells the host: that it listens now, or what the user asked for. */
export type PanelMessage =
  | { readonly type: PlainMessage }
  | { readonly type: 'openBody'; readonly body: BodyName; readonly raw?: boolean }
  /** A fix of the list under the verdict, applied, or applied and run again. */
  | { readonly type: 'applyFix'; readonly id: string; readonly runAgain: boolean }
  /** A request that would tell more. */
  | { readonly type: 'runProbe'; readonly id: string };

/** Messages that say everything by their type. */
export type PlainMessage = (typeof plainMessages)[number];

const plainMessages = [
  'ready',
  'runAgain',
  'copyReport',
  'openReport',
  'openPage',
  'cancel',
  'sendAfterWait',
  'stopWaiting',
  'refreshAndSend',
  'compare',
  'checkHealth',
] as const;

export type BodyName = 'request' | 'response';

/** Checks what came from the webview; anything but a known message is `undefined`. */
export function parsePanelMessage(value: unknown): PanelMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type, body, raw, id, runAgain } = value;
  const plain = plainMessages.find((each) => each === type);
  if (plain) return { type: plain };
  switch (type) {
    case 'openBody':
      if (body !== 'request' && body !== 'response') return undefined;
      return raw === true ? { type, body, raw } : { type, body };
    case 'applyFix':
      return isId(id) ? { type, id, runAgain: runAgain === true } : undefined;
    case 'runProbe':
      return isId(id) ? { type, id } : undefined;
    default:
      return undefined;
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 200;

/** A state of another shape, written by another version of the product, is not read. */
export const stateVersion = 2;

/** What the webview keeps over a reload. */
export interface PanelState {
  readonly version: typeof stateVersion;
  readonly view?: PanelView;
  readonly tab?: string;
  /** Folds that the user opened or closed, by id. */
  readonly folds?: Readonly<Record<string, boolean>>;
  readonly scroll?: number;
}

/** What the host needs of a kept state to serve the buttons of a restored panel. */
export interface RestoredTarget {
  readonly origin?: Origin;
  readonly page?: PageReference;
}

/** Reads a kept state, which comes from disk; parts that are not as they should be are left out. */
export function parseState(state: unknown): RestoredTarget {
  if (!isRecord(state) || state.version !== stateVersion || !isRecord(state.view)) return {};
  return { origin: parseOrigin(state.view.origin), page: parsePage(state.view.page) };
}

function parseOrigin(value: unknown): Origin | undefined {
  if (!isRecord(value)) return undefined;
  const { uri, line, environment } = value;
  if (typeof uri !== 'string' || typeof line !== 'number' || !Number.isSafeInteger(line) || line < 0)
    return undefined;
  return typeof environment === 'string' ? { uri, line, environment } : { uri, line };
}

function parsePage(value: unknown): PageReference | undefined {
  if (!isRecord(value)) return undefined;
  const { api, problem } = value;
  return typeof api === 'string' && typeof problem === 'string' ? { api, problem } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
