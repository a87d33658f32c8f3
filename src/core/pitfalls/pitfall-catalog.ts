import type { Text } from '../text/language';

/** What can be wrong with code that calls APIs; an id is part of a setting, so it never changes. */
export const pitfallIds = [
  'retry-without-delay',
  'status-unchecked-in-retry',
  'retry-after-as-number',
  'post-retried-without-key',
  'refresh-token-in-authorization',
  'tls-verification-off',
  'hard-coded-secret',
] as const;
export type PitfallId = (typeof pitfallIds)[number];

/** All pitfalls, compiled from `catalog/pitfalls/`. */
export interface PitfallCatalog {
  pitfalls: PitfallEntry[];
  languages: PitfallLanguage[];
}

/** What one pitfall is called, wherever it is found. */
export interface PitfallEntry {
  id: PitfallId;
  /** What is wrong, and what to do. */
  title: Text;
  /** What the quick fix does; `{0}` is what is written, where that matters. */
  fix: Text;
  /** The page that explains it: a catalog's id and a problem's. */
  page: string;
  source: string;
  /** Words in lower case, of which a file holds one where the pitfall is in it. */
  signs: string[];
}

/** How the pitfalls look in a language. */
export interface PitfallLanguage {
  /** The folders of `catalog/snippets` that it is for: what those say of grammars, imports and clients is used here. */
  of: string[];
  /** The patterns, as a tree-sitter query whose settings `PatternSettings` describes. */
  query: string;
  /** The function that reads Retry-After in both forms. */
  helper?: Helper;
  pause?: Pause;
}

/** How code waits between attempts. `{counter}`, `{start}` and `{exponent}` are the loop's. */
export interface Pause {
  /** In code that does not await; absent where the language always does. */
  blocking?: { code: string; modules?: string[] };
  awaited?: { code: string; modules?: string[] };
  /** Where it stands in the loop's body. */
  at: 'start' | 'end';
  /** The header of a loop that counts, in place of one that goes on for ever. */
  counting?: { code: string; modules?: string[] };
  /** Before the statement that has a rescued block run again: where something counts, and where nothing does. */
  rescued?: { counted: string; uncounted: string };
}

/** A function that a fix calls; it is added to the file that needs it. */
export interface Helper {
  /** Its text, as it stands in its file. */
  source: string;
  name: string;
  /** How it is called, where that is not its name. */
  call?: string;
  place: 'end' | 'after-header' | 'in-class';
  /** What its declaration needs inside of a class. */
  prefix?: string;
}

/** What `#set!` says in a pattern. Regular expressions ignore case. */
export interface PatternSettings {
  pitfall?: PitfallId;
  /** What `@fix` becomes; `{name}` is the text of that capture, `{helper}` the helper's name. Empty: it goes, with the comma or line that it leaves. */
  put?: string;
  /** A letter that goes out of the flags that are `@fix`. */
  without?: string;
  /** What `refresh` becomes in the name that is `@fix`, in its own style. */
  rename?: string;
  /** `@value` has to be the header field Retry-After: read there, or into that name. */
  reads?: 'retry-after';
  /** Regular expression over the function around it (or the file) that shows the code is right. */
  unless?: string;
  /**
   * The pattern is a loop that may repeat a request: `counted` by `@counter`, as its condition says, or because what
   * `@body` rescues runs again.
   */
  loop?: 'counted' | 'while' | 'rescued';
  /** Regular expression over the file without which the pattern means something else. */
  needs?: string;
}
