import { phrase } from '../../../text/phrase';
import { unknown, type Fact, type Finding } from '../../fact';
import type { BodyReading } from '../../readings/body';
import { valueAt } from '../../readings/json-path';
import { passes, type Comparison } from './compare';
import { checkMembers } from './parameters';

interface FieldParameter extends Comparison {
  readonly path: string;
}

const checkParameter = checkMembers(['path'], ['equals', 'in', 'exists', 'below', 'above']);

export const givenField: Fact<FieldParameter> = {
  name: 'field',
  about:
    'A value in the body of the answer is there, or compares so: `{ path: error.details.available, below: … }`.',
  checkParameter,
  test: ({ answer, answerBody }, parameter) =>
    answer ? testField(answerBody, parameter, answer.body.capped) : unknown(),
};

export const givenRequestField: Fact<FieldParameter> = {
  name: 'requestField',
  about: 'A value in the body of the request is there, or compares so.',
  checkParameter,
  test: ({ exchange, requestBody }, parameter) =>
    testField(requestBody, parameter, exchange.request.body?.capped),
};

function testField(body: BodyReading, parameter: FieldParameter, capped = false): Finding {
  if (body.kind === 'large' || (capped && body.kind !== 'json')) return unknown();
  const json =
    body.kind === 'form' ? Object.fromEntries(new URLSearchParams(body.text.slice(0, 65_536))) : body.json;
  const value = valueAt(json, parameter.path);
  const shown = value === undefined ? undefined : JSON.stringify(value).slice(0, 500);
  const evidence =
    shown === undefined
      ? phrase('There is no `{0}`.', parameter.path)
      : phrase('`{0}` is `{1}`.', parameter.path, shown);
  return { holds: passes(value, parameter, (path) => valueAt(json, path)), evidence };
}
