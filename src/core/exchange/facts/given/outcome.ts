import { list, phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { codesOf } from '../network/tried';
import { missingThing, type MissingThing } from '../../readings/missing-thing';
import { matchesMessage } from '../../readings/message';
import { checkMany, many, type OneOrMany } from './parameters';

export const givenStatus: Fact<OneOrMany<number>> = {
  name: 'status',
  about: 'The status of the answer is this, or one of these.',
  checkParameter: checkMany('number'),
  test({ answer }, parameter) {
    if (!answer) return fails();
    const evidence = phrase('The status is {0}.', answer.status);
    return many(parameter).includes(answer.status) ? holds(evidence) : fails(evidence);
  },
};

export const givenCode: Fact<OneOrMany<string>> = {
  name: 'code',
  about: "The answer's error code is this, or one of these.",
  checkParameter: checkMany('string'),
  test({ answer, words }, parameter) {
    const found = many(parameter).find((code) => words.codes.includes(code));
    if (found !== undefined) return holds(phrase('The code of the answer is `{0}`.', found));
    return answer && words.code !== undefined
      ? fails(phrase('The code of the answer is `{0}`.', words.code))
      : fails();
  },
};

export const givenMessage: Fact<OneOrMany<string>> = {
  name: 'message',
  about: "The answer's or failure's message has this template in it, or one of these.",
  checkParameter: checkMany('string'),
  test({ words, failure }, parameter) {
    const texts = failure
      ? [failure.message, ...failure.chain.map(({ message }) => message)]
      : words.messages;
    const found = texts.find((text) => many(parameter).some((template) => matchesMessage(template, text)));
    return found === undefined ? fails() : holds(phrase('The message is "{0}".', found));
  },
};

export const givenMissing: Fact<MissingThing['kind']> = {
  name: 'missing',
  about:
    'The answer says what is not there: a `resource` (an order, a user), or a `route` (no such path, `Cannot GET`).',
  checkParameter: (parameter) =>
    parameter === 'resource' || parameter === 'route' ? undefined : 'must be resource or route',
  test(reading, kind) {
    const thing = missingThing(reading);
    if (!thing) return fails();
    const evidence = phrase('The answer says: {0}', thing.said);
    return thing.kind === kind ? holds(evidence) : fails(evidence);
  },
};

export const givenFailure: Fact<OneOrMany<string>> = {
  name: 'failure',
  about:
    'There is no answer, and the reason has this code, or one of these; `none` where there is an answer.',
  checkParameter: checkMany('string'),
  test({ failure }, parameter) {
    if (!failure) return many(parameter).includes('none') ? holds() : fails();
    const found = codesOf(failure).filter((code) => many(parameter).includes(code));
    return found.length > 0
      ? holds(phrase('There is no answer: {0}.', list([...new Set(found)])))
      : fails(phrase('There is no answer: {0}.', failure.code));
  },
};
