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
  /** The source of the function that reads Retry-After in both forms, by the folder in `of`. */
  helpers?: Record<string, string>;
}

/** What `#set!` says in a pattern. Regular expressions ignore case. */
export interface PatternSettings {
  pitfall?: PitfallId;
  /** What `@fix` becomes; `{name}` is the text of that capture. Empty: it goes, with the comma or line that it leaves. */
  put?: string;
  /** What `refresh` becomes in the name that is `@fix`, in its own style. */
  rename?: string;
  /** `@value` is passed to the language's helper, which is added to the file. */
  helper?: string;
  /** Regular expression over the function around it (or the file) that shows the code is right. */
  unless?: string;
  /** Regular expression over the file without which the pattern means something else. */
  needs?: string;
  /** The pattern is a loop that may repeat a request: how it counts. */
  loop?: string;
}
