import type { ButtonView, Origin, PageReference, PanelView } from './view/panel-view';

/** What the host tells the webview. */
export type HostMessage =
  | { readonly type: 'progress'; readonly progress: ProgressView }
  | { readonly type: 'show'; readonly view: PanelView }
  | { readonly type: 'error'; readonly error: ErrorView }
  /** The host knows nothing to show, as after a reload of the window: the kept state is what there is. */
  | { readonly type: 'restore' };

/** A request that is under way. */
export interface ProgressView {
  readonly method: string;
  readonly url: string;
  readonly text: string;
  readonly cancel: ButtonView;
}

/** Why there is no diagnosis, in one sentence. */
export interface ErrorView {
  readonly text: string;
  readonly actions: readonly ButtonView[];
}

/** What the webview tells the host: that it listens now, or what the user asked for. */
export type PanelMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'runAgain' }
  | { readonly type: 'copyReport' }
  | { readonly type: 'openPage' }
  | { readonly type: 'openBody'; readonly body: BodyName }
  | { readonly type: 'cancel' };

export type BodyName = 'request' | 'response';

/** Checks what came from the webview; anything but a known message is `undefined`. */
export function parsePanelMessage(value: unknown): PanelMessage | undefined {
  if (!isRecord(value)) return undefined;
  switch (value.type) {
    case 'ready':
    case 'runAgain':
    case 'copyReport':
    case 'openPage':
    case 'cancel':
      return { type: value.type };
    case 'openBody':
      return value.body === 'request' || value.body === 'response'
        ? { type: value.type, body: value.body }
        : undefined;
    default:
      return undefined;
  }
}

/** A state of another shape, written by another version of the product, is not read. */
export const stateVersion = 1;

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
