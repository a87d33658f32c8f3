import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { isObject } from '../../readings/json-path';

export const answerEmptyList: Fact = {
  name: 'answer.emptyList',
  about: 'A good answer is an empty list, or holds one and no other.',
  test({ answer, answerBody }) {
    if (!answer || answerBody.kind === 'large') return unknown();
    const { json } = answerBody;
    if (answer.status < 200 || answer.status > 299 || json === undefined) return fails();
    if (Array.isArray(json))
      return json.length === 0 ? holds(phrase('The answer is an empty list.')) : fails();
    if (!isObject(json)) return fails();
    const lists = Object.entries(json).filter(([, value]) => Array.isArray(value));
    const [only] = lists;
    if (!only || lists.some(([, value]) => (value as unknown[]).length > 0)) return fails();
    // An order without tags is no empty list of orders.
    const isList =
      /^(?:data|items|results|records|entries|hits|rows|list|values|content|objects|elements|nodes)$/i.test(
        only[0],
      );
    const isPage = Object.keys(json).some((name) =>
      /^(?:total|count|page|next|previous|has_?more|cursor|meta|pagination|limit|offset)/i.test(name),
    );
    return isList || isPage || Object.keys(json).length === 1
      ? holds(phrase('`{0}` of the answer is an empty list.', only[0]))
      : fails();
  },
};
