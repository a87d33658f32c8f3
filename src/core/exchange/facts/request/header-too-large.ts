import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

/** Bytes; nginx, Apache, Node and Tomcat take at least this much of a whole header section or of one line. */
const alwaysTaken = 8000;

const tooLarge =
  /header (?:or cookie )?(?:fields? )?(?:is |are )?too (?:large|long|big)|size of a request header field exceeds/i;

export const requestHeaderTooLarge: Fact = {
  name: 'request.headerTooLarge',
  about: 'The header section is larger than the server takes.',
  test({ exchange: { request }, answer, answerBody, words }) {
    const sizes = request.headers.map(([name, value]) => ({ name, size: name.length + value.length + 4 }));
    const total = sizes.reduce((sum, { size }) => sum + size, 0);
    const largest = sizes.sort((a, b) => b.size - a.size)[0];
    const evidence = phrase(
      'The header section has {0} bytes, `{1}` alone {2}.',
      total,
      largest?.name ?? '',
      largest?.size ?? 0,
    );
    // 494 is nginx's own number for it.
    const refused = answer?.status === 431 || answer?.status === 494;
    // Apache says so only below its title.
    const page = answer && answer.status >= 400 && answerBody.kind === 'html' ? answerBody.text : '';
    const said = [...words.messages, page.slice(0, 4000)].some((text) => tooLarge.test(text));
    if (refused || said) return holds(evidence);
    return total <= alwaysTaken || (answer && answer.status < 400) ? fails(evidence) : unknown(evidence);
  },
};
