import { type PanelMessage, type PanelState, stateVersion } from '../protocol';
import type { OfferView } from '../view/offers';
import type { Block, CauseView, PanelView, TabId } from '../view/panel-view';

const tabIds: readonly string[] = [
  'diagnosis',
  'response',
  'request',
  'timings',
  'changes',
] satisfies TabId[];

/** The kept state, where it is one of ours and of this version. */
export function readState(state: PanelState | undefined): PanelState {
  return state?.version === stateVersion ? state : { version: stateVersion };
}

export function tabOf({ tab }: PanelState): TabId | undefined {
  return tab !== undefined && tabIds.includes(tab) ? (tab as TabId) : undefined;
}

/** What can still be done after a reload, with nothing but the view. */
const outlive: readonly PanelMessage['type'][] = ['runAgain', 'openPage', 'checkHealth'];

/**
 * The view without what came in bodies, and without the buttons that need more than the view: VS Code keeps the state
 * on disk, where other people's data has no business.
 */
export function withoutBodies(view: PanelView): PanelView {
  return {
    ...view,
    actions: view.actions.filter(({ message }) => outlive.includes(message.type)),
    tabs: view.tabs
      // It quotes bodies and claims.
      .filter(({ id }) => id !== 'changes')
      .map((tab) => ({ ...tab, blocks: tab.blocks.map((block) => keptBlock(block, view.bodyGone)) })),
  };
}

function keptBlock(block: Block, bodyGone: string): Block {
  switch (block.kind) {
    case 'code':
      return block.actions.length > 0 ? { kind: 'note', text: bodyGone } : block;
    case 'offers':
      return { ...block, offers: block.offers.map(withoutButtons) };
    case 'causes': {
      const { causes, more } = block;
      const kept = (each: CauseView): CauseView => ({ ...each, offers: each.offers.map(withoutButtons) });
      return {
        ...block,
        causes: causes.map(kept),
        ...(more ? { more: { ...more, causes: more.causes.map(kept) } } : {}),
      };
    }
    default:
      return block;
  }
}

/** What could be tried is still worth reading. */
const withoutButtons = (offer: OfferView): OfferView => ({ ...offer, buttons: [] });
