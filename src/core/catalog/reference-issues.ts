import type { CatalogIssue } from './catalog-issue';
import type { KnownFact } from './fact-names';
import { entriesOf } from './entries';
import type { CatalogFile } from './format';
import { templateFlaw } from './message-template';
import { nearest } from './nearest';
import { isAll, isAny, isLikelier, isNot, isSuggests, isUnless, type When } from './when';
import type { ValuePath, YamlSource } from './yaml-source';

/** What a catalog may refer to beyond itself. */
export interface Surroundings {
  readonly facts: ReadonlyMap<string, KnownFact>;
  /** Ids of the causes that every catalog may `use`. */
  readonly sharedCauses: ReadonlySet<string>;
  /** `api/problem` of every problem of every catalog. */
  readonly problems: ReadonlySet<string>;
  /** False where a file could not be read: what is not found may stand there, so it is not reported as missing. */
  readonly complete: boolean;
}

/** Finds what the schema cannot: duplicate ids, dangling references, unknown facts, templates that match anything. */
export function referenceIssues(
  source: YamlSource,
  catalog: CatalogFile,
  around: Surroundings,
): CatalogIssue[] {
  const issues: CatalogIssue[] = [];
  const report = (path: ValuePath, message: string): void => {
    issues.push(source.issueAt(path, message));
  };
  const ownCauses = new Set(ownCauseIds(catalog));
  const taken = new Map<string, Set<string>>();
  const unique = (kind: string, id: string, path: ValuePath): void => {
    const seen = taken.get(kind) ?? new Set<string>();
    if (seen.has(id)) report(path, `There is already a ${kind} "${id}" in this catalog: ids are unique.`);
    taken.set(kind, seen.add(id));
  };
  const checkWhen = (when: When | undefined, path: ValuePath): void => {
    if (when !== undefined) whenIssues(when, path, around.facts, report);
  };

  catalog.causes?.forEach((cause, index) => {
    unique('cause', cause.id, ['causes', index, 'id']);
    checkWhen(cause.when, ['causes', index, 'when']);
  });
  for (const { section, number: index, source: problem } of entriesOf(catalog)) {
    const at: ValuePath = [section, index];
    unique('problem', problem.id, [...at, 'id']);
    checkWhen(problem.when, [...at, 'when']);
    problem.steps?.forEach((step, number) => checkWhen(step.when, [...at, 'steps', number, 'when']));
    problem.messages?.forEach((message, number) => {
      const flaw = templateFlaw(message);
      if (flaw) report([...at, 'messages', number], flaw);
    });
    problem.causes?.forEach((cause, number) => {
      const place: ValuePath = [...at, 'causes', number];
      if ('use' in cause) {
        if (around.complete && !ownCauses.has(cause.use) && !around.sharedCauses.has(cause.use)) {
          const meant = nearest(cause.use, [...ownCauses, ...around.sharedCauses]);
          report(
            [...place, 'use'],
            `There is no cause "${cause.use}"${meant ? `: did you mean "${meant}"?` : '.'}`,
          );
        }
        checkWhen(cause.when, [...place, 'when']);
      } else {
        unique('cause', cause.id, [...place, 'id']);
        checkWhen(cause.when, [...place, 'when']);
      }
    });
    problem.related?.forEach((reference, number) => {
      const full = reference.includes('/') ? reference : `${catalog.id}/${reference}`;
      if (around.complete && !around.problems.has(full))
        report([...at, 'related', number], `There is no problem "${full}".`);
    });
  }
  return issues;
}

/** The ids of the causes that a catalog defines, in its own section or inside a problem. */
function ownCauseIds(catalog: CatalogFile): string[] {
  const inline = entriesOf(catalog).flatMap((entry) =>
    (entry.source.causes ?? []).flatMap((cause) => ('use' in cause ? [] : [cause.id])),
  );
  return [...(catalog.causes ?? []).map((cause) => cause.id), ...inline];
}

function whenIssues(
  when: When,
  path: ValuePath,
  facts: ReadonlyMap<string, KnownFact>,
  report: (path: ValuePath, message: string) => void,
): void {
  if (typeof when === 'string') return factIssues(when, undefined, path, facts, report);
  if (isAll(when))
    return when.all.forEach((part, index) => whenIssues(part, [...path, 'all', index], facts, report));
  if (isAny(when))
    return when.any.forEach((part, index) => whenIssues(part, [...path, 'any', index], facts, report));
  if (isNot(when)) return whenIssues(when.not, [...path, 'not'], facts, report);
  if (isSuggests(when)) return whenIssues(when.suggests, [...path, 'suggests'], facts, report);
  if (isUnless(when)) return whenIssues(when.unless, [...path, 'unless'], facts, report);
  if (isLikelier(when)) return whenIssues(when.likelier, [...path, 'likelier'], facts, report);
  for (const [name, parameter] of Object.entries(when))
    factIssues(name, { value: parameter }, [...path, name], facts, report);
}

function factIssues(
  name: string,
  parameter: { value: unknown } | undefined,
  path: ValuePath,
  facts: ReadonlyMap<string, KnownFact>,
  report: (path: ValuePath, message: string) => void,
): void {
  const fact = facts.get(name);
  if (!fact) {
    const meant = nearest(name, facts.keys());
    return report(path, `There is no fact "${name}"${meant ? `: did you mean "${meant}"?` : '.'}`);
  }
  if (!parameter && fact.checkParameter)
    return report(path, `The fact "${name}" needs a parameter: write { ${name}: … }.`);
  if (parameter && !fact.checkParameter)
    return report(path, `The fact "${name}" takes no parameter: write it as a word.`);
  const flaw = parameter && fact.checkParameter?.(parameter.value);
  if (flaw) report(path, `The parameter of "${name}" ${flaw}`);
}
