import type { CatalogFile, ProblemSource, TermSource } from './format';

/** The parts of a catalog whose entries have a hover and a page. */
export const sections = ['problems', 'guides', 'fields', 'claims'] as const;
export type Section = (typeof sections)[number];

export interface Entry {
  readonly section: Section;
  /** Its place in the section. */
  readonly number: number;
  readonly source: ProblemSource & Partial<TermSource>;
}

/** Everything in a catalog that has an id of its own, section by section. */
export function entriesOf(catalog: CatalogFile): Entry[] {
  return sections.flatMap((section) =>
    (catalog[section] ?? []).map((source: ProblemSource | TermSource, number) => ({
      section,
      number,
      source,
    })),
  );
}
