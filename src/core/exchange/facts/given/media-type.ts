import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { mediaTypeOf } from '../../readings/media-type';
import { checkMany, many, type OneOrMany } from './parameters';

export const givenRequestMediaType: Fact<OneOrMany<string>> = {
  name: 'requestMediaType',
  about: "The media type of the request's Content-Type, without its parameters, is this, or one of these.",
  checkParameter: checkMany('string'),
  test({ requestFields }, parameter) {
    const field = requestFields.get('content-type');
    const type = mediaTypeOf(field);
    if (field === undefined || type === undefined) return fails(phrase('There is no `{0}`.', 'Content-Type'));
    const evidence = phrase('`{0}` is `{1}`.', 'Content-Type', field);
    return many(parameter).some((each) => each.toLowerCase() === type) ? holds(evidence) : fails(evidence);
  },
};
