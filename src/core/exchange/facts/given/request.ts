import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { asText } from '../../readings/json-path';
import { withoutOddSlashes } from '../../readings/path';
import { checkMany, checkMembers, many, type OneOrMany } from './parameters';

export const givenMethod: Fact<OneOrMany<string>> = {
  name: 'method',
  about: "The request's method is this, or one of these.",
  checkParameter: checkMany('string'),
  test({ exchange: { request } }, parameter) {
    const method = request.method.toUpperCase();
    const evidence = phrase('The method is {0}.', method);
    return many(parameter).some((each) => each.toUpperCase() === method) ? holds(evidence) : fails(evidence);
  },
};

export const givenPath: Fact<OneOrMany<string>> = {
  name: 'path',
  about: "The request's path starts with this, or one of these; `{id}` stands for any segment.",
  checkParameter: checkMany('string'),
  test({ url, path: { path } }, parameter) {
    if (!url) return unknown();
    const segments = withoutOddSlashes(path).split('/');
    const starts = many(parameter).some((prefix) =>
      withoutOddSlashes(prefix)
        .split('/')
        .every((segment, i) =>
          /^\{.*\}$/.test(segment) ? (segments[i] ?? '') !== '' : segment === segments[i],
        ),
    );
    const evidence = phrase('The path is `{0}`.', path);
    return starts ? holds(evidence) : fails(evidence);
  },
};

interface HeaderParameter {
  readonly name: string;
  readonly in?: 'request' | 'answer';
  readonly equals?: unknown;
}

export const givenHeader: Fact<HeaderParameter> = {
  name: 'header',
  about:
    'A header field of the answer (or, with `in: request`, of the request) is there, and has this value.',
  checkParameter: (parameter) =>
    checkMembers(['name'], ['in', 'equals'])(parameter) ??
    ([undefined, 'request', 'answer'].includes((parameter as HeaderParameter).in)
      ? undefined
      : '"in" must be request or answer'),
  test({ answer, answerFields, requestFields }, { name, in: where, equals }) {
    if (where !== 'request' && !answer) return unknown();
    const value = (where === 'request' ? requestFields : answerFields).get(name);
    if (value === undefined) return fails(phrase('There is no `{0}`.', name));
    const evidence = phrase('`{0}` is `{1}`.', name, value);
    return equals === undefined || value.trim().toLowerCase() === asText(equals)?.toLowerCase()
      ? holds(evidence)
      : fails(evidence);
  },
};
