import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { acceptedRanges, isJsonType } from '../../readings/media-type';
import { pageTitle } from '../../readings/words/page';

export const answerHtmlInsteadOfJson: Fact = {
  name: 'answer.htmlInsteadOfJson',
  about: 'The answer is a web page where JSON was asked for.',
  test({ answer, answerBody, requestFields, requestBody, api }) {
    if (!answer) return unknown();
    if (answerBody.kind === 'none' || answerBody.kind === 'large')
      return answerBody.kind === 'large' ? unknown() : fails();
    if (answerBody.kind !== 'html') return fails(phrase('The body of the answer is not a web page.'));
    const ranges = acceptedRanges(requestFields.get('accept') ?? '');
    if (ranges.includes('text/html')) return fails(phrase('`Accept` asks for a web page.'));
    const title = pageTitle(answerBody.text);
    const evidence =
      title === undefined
        ? phrase('The body of the answer is a web page.')
        : phrase('The body of the answer is a web page, titled "{0}".', title);
    const asked = ranges.some(isJsonType) || isJsonType(requestBody.mediaType) || api?.envelope !== undefined;
    if (asked) return holds(evidence);
    // Many a server words its errors as pages, whoever asks.
    return answer.status >= 400 ? unknown() : unknown(evidence);
  },
};
