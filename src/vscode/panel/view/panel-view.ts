import type { Phase } from '../../../core/exchange/exchange';
import type { Language } from '../../../core/text/language';
import type { PanelMessage } from '../protocol';
import type { OffersBlock, OfferView } from './offers';

/**
 * Everything that the panel shows, as plain data. All texts, labels included, are in the user's language and
 * redacted: the webview has no texts of its own and decides nothing but how a block looks.
 */
export interface PanelView {
  readonly language: Language;
  readonly header: HeaderView;
  readonly title: string;
  readonly summary?: string;
  readonly actions: readonly ButtonView[];
  /** What a screen reader calls the list of tabs. */
  readonly tabsLabel: string;
  readonly tabs: readonly TabView[];
  /** What a screen reader calls what stands beside a tab's blocks. */
  readonly asideLabel: string;
  /** One sentence that a screen reader says when the view arrives. */
  readonly announcement: string;
  /** Says why a body is gone, once the view was restored without it. */
  readonly bodyGone: string;
  readonly origin?: Origin;
  readonly page?: PageReference;
}

/** Where the request stands, so that it can be run again after a reload. The line is zero-based. */
export interface Origin {
  readonly uri: string;
  readonly line: number;
  readonly environment?: string;
}

/** The guide page of a problem. */
export interface PageReference {
  readonly api: string;
  readonly problem: string;
}

/** What a sign means, said by colour and icon; a word always stands beside it. */
export type Tone = 'good' | 'bad' | 'caution' | 'info' | 'muted';

export interface Mark {
  readonly tone: Tone;
  readonly word: string;
}

export interface HeaderView {
  readonly method: string;
  readonly url: string;
  readonly status: Mark;
  readonly details: readonly Detail[];
}

export interface Detail {
  readonly label: string;
  readonly value: string;
  /** Where the value says whether something is well. */
  readonly tone?: Tone;
}

export interface ButtonView {
  readonly label: string;
  readonly message: PanelMessage;
  readonly primary?: boolean;
  /** One of lesser weight: it looks like a link. */
  readonly quiet?: boolean;
}

export type TabId = 'diagnosis' | 'response' | 'request' | 'timings' | 'changes' | 'health';

export interface TabView {
  readonly id: TabId;
  readonly label: string;
  readonly blocks: readonly Block[];
  /** What stands beside the blocks where there is room, and below them where there is none. */
  readonly aside?: readonly Block[];
}

export type Block =
  | NoteBlock
  | CausesBlock
  | RuledOutBlock
  | StepsBlock
  | DetailsBlock
  | TableBlock
  | CodeBlock
  | PhasesBlock
  | PicturesBlock
  | OffersBlock;

/** A sentence, with a sign where it says how something went. */
export interface NoteBlock {
  readonly kind: 'note';
  readonly text: string;
  readonly tone?: Tone;
}

export interface CausesBlock {
  readonly kind: 'causes';
  readonly title: string;
  readonly evidenceLabel: string;
  readonly fixLabel: string;
  readonly causes: readonly CauseView[];
  /** Those of less weight, behind a fold of their own. */
  readonly more?: { readonly title: string; readonly causes: readonly CauseView[] };
}

export interface CauseView {
  readonly id: string;
  readonly title: string;
  readonly verdict: Mark;
  readonly explanation: string;
  readonly evidence: readonly string[];
  readonly fix: string;
  /** Edits that repair it, and requests that speak for or against it. */
  readonly offers: readonly OfferView[];
  /** Unfolded from the start. */
  readonly open: boolean;
}

/** Causes that are out of the question: folded, one line each. */
export interface RuledOutBlock {
  readonly kind: 'ruled-out';
  /** With their number: `Ruled out (5)`. */
  readonly title: string;
  readonly causes: readonly { readonly title: string; readonly evidence: string }[];
}

export interface StepsBlock {
  readonly kind: 'steps';
  readonly title: string;
  readonly steps: readonly string[];
}

/** Small pictures side by side, since people would rather look than read. */
export interface PicturesBlock {
  readonly kind: 'pictures';
  readonly pictures: readonly PictureView[];
}

/** A drawing as wide as its place: across in percent of the width, down in pixels. */
export interface PictureView {
  readonly title: string;
  /** What it shows, in words: what a screen reader says instead of the drawing. */
  readonly text: string;
  /** The part of that which the drawing does not say to the eye. */
  readonly caption?: string;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Which colour means what, where the drawing does not say so itself. */
  readonly legend?: readonly { readonly look: Look; readonly text: string }[];
}

/** What a shape stands for; the style sheet gives each a colour of the theme. */
export type Look = Tone | Phase | 'track' | 'gap';

export type Shape =
  | {
      readonly kind: 'bar';
      readonly x: number;
      readonly width: number;
      readonly y: number;
      readonly height: number;
      readonly look: Look;
    }
  | {
      readonly kind: 'mark';
      readonly x: number;
      readonly y: number;
      readonly height: number;
      readonly look: Look;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly text: string;
      readonly quiet?: boolean;
    };

/** Labels with their values. */
export interface DetailsBlock {
  readonly kind: 'details';
  readonly title: string;
  readonly details: readonly Detail[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | Mark)[])[];
  /** The cells are words, not values of the wire. */
  readonly isProse?: boolean;
}

export interface CodeBlock {
  readonly kind: 'code';
  readonly title: string;
  readonly syntax: 'json' | 'markup' | 'text';
  readonly text: string;
  /** What the reader has to know of the text: that a part is missing, and why. */
  readonly notes: readonly string[];
  readonly actions: readonly ButtonView[];
}

/** The phases of an exchange as bars below each other; durations and starts are milliseconds. */
export interface PhasesBlock {
  readonly kind: 'phases';
  readonly title: string;
  readonly columns: { readonly phase: string; readonly share: string; readonly duration: string };
  readonly phases: readonly PhaseView[];
  /** The length of the whole axis. */
  readonly total: number;
  readonly totalLabel: string;
  readonly totalText: string;
}

export interface PhaseView {
  readonly label: string;
  readonly start: number;
  readonly duration: number;
  /** `180 ms` */
  readonly text: string;
  /** `78%` */
  readonly share: string;
  /** Set where the exchange failed in this phase. */
  readonly failed?: string;
}
