import { languageFor, mayHoldCalls, type ParsedDocument } from '../snippets/find-calls';
import type { SnippetCatalog, SnippetLanguage } from '../snippets/snippet-catalog';
import { hasSecretLook, hardCodedSecrets } from './hard-coded-secrets';
import { isOfTests } from './of-tests';
import { patternPitfalls } from './pattern-pitfalls';
import type { Pitfall } from './pitfall';
import type { PitfallCatalog, PitfallId, PitfallLanguage } from './pitfall-catalog';
import { retryPitfalls } from './retry-pitfalls';

export interface Catalogs {
  snippets: SnippetCatalog;
  pitfalls: PitfallCatalog;
}

/** What is known of a file before it is parsed. */
export interface SourceFile {
  source: string;
  languageId: string;
  /** From the workspace's folder, with forward slashes. */
  path: string;
}

/** What all finders of pitfalls look at. */
export interface Inspected {
  catalogs: Catalogs;
  document: ParsedDocument;
  language: SnippetLanguage;
  rules: PitfallLanguage;
  enabled: ReadonlySet<PitfallId>;
}

/** What tests may do and other code must not. */
const madeUpInTests = ['hard-coded-secret', 'tls-verification-off'] as const;

/** The pitfalls that a file may have, from a look at its words alone: where there are none, it need not be parsed. */
export function suspected(
  { snippets, pitfalls }: Catalogs,
  { source, languageId, path }: SourceFile,
  enabled: ReadonlySet<PitfallId>,
): Set<PitfallId> {
  const language = languageFor(snippets, languageId)?.language;
  if (!language || !rulesFor(pitfalls, language)) return new Set();
  const found = pitfalls.pitfalls.filter(({ id, signs }) => enabled.has(id) && holdsAny(signs, source));
  const suspects = new Set(found.map(({ id }) => id));
  if (enabled.has('hard-coded-secret') && hasSecretLook(source)) suspects.add('hard-coded-secret');
  if (isOfTests(path)) for (const id of madeUpInTests) suspects.delete(id);
  if (!mayHoldCalls(snippets, languageId, source))
    for (const id of ['retry-without-delay', 'status-unchecked-in-retry'] as const) suspects.delete(id);
  return suspects;
}

/** All enabled pitfalls of a parsed file, in the order of the text. */
export function findPitfalls(
  catalogs: Catalogs,
  document: ParsedDocument,
  enabled: ReadonlySet<PitfallId>,
): Pitfall[] {
  const language = languageFor(catalogs.snippets, document.languageId)?.language;
  const rules = language && rulesFor(catalogs.pitfalls, language);
  if (!rules) return [];
  const inspected = { catalogs, document, language, rules, enabled };
  return [...patternPitfalls(inspected), ...retryPitfalls(inspected), ...hardCodedSecrets(inspected)]
    .filter(({ id }) => enabled.has(id))
    .sort((a, b) => a.start - b.start);
}

const rulesFor = ({ languages }: PitfallCatalog, { id }: SnippetLanguage): PitfallLanguage | undefined =>
  languages.find(({ of }) => of.includes(id));

function holdsAny(words: readonly string[], source: string): boolean {
  if (words.length === 0) return false;
  return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'i').test(
    source,
  );
}
