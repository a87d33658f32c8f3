import type { PanelMessage } from '../protocol';

/** What a part of the page may do beside showing itself. */
export interface Context {
  readonly send: (message: PanelMessage) => void;
  /** Whether a fold is open: as the user left it, else as the view says. */
  readonly isOpen: (id: string, otherwise: boolean) => boolean;
  readonly setOpen: (id: string, open: boolean) => void;
}
