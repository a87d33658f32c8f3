import type { Certainty, DiagnosedCause, Diagnosis } from '../diagnose/diagnosis';
import { isBad } from '../diagnose/find-problem';
import type { Reading } from '../exchange/reading';
import { phrase } from '../text/phrase';
import type { Fix, FixKind, Repair } from './fix';
import { fixKinds } from './kinds/index';
import { repairContext, type RepairContext, type SourceFiles } from './repair-context';

/** More are not read by anybody. */
const mostFixes = 12;

/**
 * The edits that repair what a diagnosis found, those that are sure first. Each belongs to the causes that rest on what
 * it repairs; one that belongs to none is offered where the answer's status is what such a fault is answered with.
 */
export function findFixes(
  reading: Reading,
  { causes }: Pick<Diagnosis, 'causes'>,
  files: SourceFiles,
): Fix[] {
  const context = repairContext(reading, files);
  if (!context) return [];
  const open = causes.filter(({ verdict }) => verdict !== 'ruled-out');
  const found = fixKinds
    .flatMap((kind) => {
      const repaired = open.filter((cause) => restsOn(cause, kind));
      const isNeeded = repaired.length > 0 || isUsualFor(kind, reading);
      if (!isNeeded || !isFound(kind, context, repaired)) return [];
      return kind.find(context).map((repair) => toFix(kind, repair, repaired));
    })
    .sort((a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty))
    .slice(0, mostFixes);
  const all = allOf(found.filter(({ id, certainty }) => certainty === 'sure' && !standsAlone(id)));
  return all ? [all, ...found] : found;
}

/** Several sure fixes as one, where each of them alone would only lead to the next; nothing where they get in each other's way. */
function allOf(fixes: readonly Fix[]): Fix | undefined {
  if (fixes.length < 2) return undefined;
  const edits = fixes.flatMap((fix) => fix.edits);
  const sorted = [...edits].sort((a, b) =>
    a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.start - b.start || a.end - b.end,
  );
  const overlap = sorted.some((edit, at) => {
    const before = sorted[at - 1];
    return before?.uri === edit.uri && edit.start < before.end;
  });
  if (overlap) return undefined;
  const causes = [...new Set(fixes.flatMap((fix) => fix.causes))];
  return {
    id: 'all',
    title: phrase('Apply all {0} sure fixes', fixes.length),
    certainty: 'sure',
    edits,
    causes,
  };
}

/** What puts another credential in place of the one that others mend. */
const standsAlone = (id: string): boolean =>
  fixKinds.some((kind) => kind.alone === true && (id === kind.id || id.startsWith(`${kind.id}-`)));

const order: readonly Certainty[] = ['sure', 'probable', 'blank'];

const restsOn = ({ id, facts = [] }: DiagnosedCause, { repairs }: FixKind): boolean =>
  repairs.includes(id) || facts.some(({ name, holds }) => holds !== false && repairs.includes(name));

const isUsualFor = ({ statuses = [] }: FixKind, reading: Reading): boolean =>
  reading.answer !== undefined && isBad(reading) && statuses.includes(reading.answer.status);

const isFound = (
  { repairs }: FixKind,
  { holds }: RepairContext,
  causes: readonly DiagnosedCause[],
): boolean =>
  repairs.length === 0 ||
  repairs.some((fact) => holds(fact)) ||
  causes.some(({ id, verdict }) => verdict === 'confirmed' && repairs.includes(id));

/** What repairs a cause that is not proved is not sure, however plain the fault in the file. */
function toFix(
  { id }: FixKind,
  { variant, certainty, ...repair }: Repair,
  causes: readonly DiagnosedCause[],
): Fix {
  const isProved = causes.some(({ verdict }) => verdict === 'confirmed');
  return {
    ...repair,
    id: variant === undefined ? id : `${id}-${variant}`,
    certainty: certainty === 'sure' && !isProved ? 'probable' : certainty,
    causes: causes.map((cause) => cause.id),
  };
}
