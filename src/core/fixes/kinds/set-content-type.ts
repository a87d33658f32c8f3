import { phrase } from '../../text/phrase';
import { acceptedRanges, isJsonType } from '../../exchange/readings/media-type';
import type { BodyReading } from '../../exchange/readings/body';
import { formToJson } from '../form-to-json';
import type { FixKind, Repair } from '../fix';
import type { RepairContext } from '../repair-context';

/** Content-Type by what the body is, or by what the answer says it takes. */
export const setContentType: FixKind = {
  id: 'set-content-type',
  repairs: ['request.contentTypeMissing', 'request.contentTypeWrong'],
  statuses: [400, 415, 422],
  find(context) {
    const { reading, field } = context;
    const source = field('Content-Type');
    const type = typeOf(reading.requestBody);
    const taken = acceptedRanges(
      reading.answerFields.get('Accept-Post') ?? reading.answerFields.get('Accept') ?? '',
    );
    const takesJson = taken.length === 0 || taken.some((range) => isJsonType(range) || range === '*/*');
    const isRight = type !== undefined && type === reading.requestBody.mediaType;
    if (type !== undefined && !isRight && (takesJson || taken.includes(type)))
      return [repair(context, type, 'sure')];
    // A form that was sent as one, to an API that reads JSON.
    return reading.requestBody.kind === 'form' && takesJson && source ? asJson(context) : [];
  },
};

function repair(
  { field, edit, addField }: RepairContext,
  type: string,
  certainty: Repair['certainty'],
): Repair {
  const source = field('Content-Type');
  return {
    title: source ? phrase('Change `Content-Type` to `{0}`', type) : phrase('Add `Content-Type: {0}`', type),
    certainty,
    edits: [source ? edit(source.value.start, source.value.end, type) : addField('Content-Type', type)],
  };
}

function asJson(context: RepairContext): Repair[] {
  const { request, edit } = context;
  if (!request.body) return [];
  const json = formToJson(request.text.slice(request.body.start, request.body.end));
  if (json === undefined) return [];
  const { edits } = repair(context, 'application/json', 'probable');
  return [
    {
      title: phrase('Send the form as JSON, with `Content-Type: {0}`', 'application/json'),
      certainty: 'probable',
      edits: [...edits, edit(request.body.start, request.body.end, json)],
      variant: 'json',
    },
  ];
}

function typeOf({ kind, text }: BodyReading): string | undefined {
  if (kind === 'json' || kind === 'broken-json') return 'application/json';
  if (kind === 'xml') return 'application/xml';
  return /^[\w.%[\]-]+=[^&\s]*(?:&[\w.%[\]-]+=[^&\s]*)*$/.test(text.trim()) && text.length < 100_000
    ? 'application/x-www-form-urlencoded'
    : undefined;
}
