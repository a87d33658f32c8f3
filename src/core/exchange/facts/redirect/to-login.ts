import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { pageTitle } from '../../readings/words/page';

/** A segment of a path under which people sign in: `login`, `user_login.php`, `sso`. */
const signIn =
  /^(?:\w+[_.-])?(?:log[-_]?in|sign[-_]?in|log[-_]?on|sign[-_]?on|sso|saml2?|authenticate|authorize|openid-connect)(?:[-_](?:form|page))?(?:\.\w{2,5})?$/i;

export const redirectToLogin: Fact = {
  name: 'redirect.toLogin',
  about: 'Redirects led to a page where people sign in, which answered in the place of what was asked for.',
  test({ exchange: { redirects, request }, answer, answerBody }) {
    const last = redirects.at(-1);
    if (!last || !answer || answer.status > 299) return answer ? fails() : unknown();
    if (!leadsToSignIn(last.to) || leadsToSignIn(request.url)) return fails();
    if (answerBody.kind !== 'html') return unknown(phrase('A redirect led to `{0}`.', last.to));
    const title = pageTitle(answerBody.text);
    return holds(
      title === undefined
        ? phrase('The {0} from `{1}` led to `{2}`, a web page.', last.status, last.from, last.to)
        : phrase(
            'The {0} from `{1}` led to `{2}`, a web page titled "{3}".',
            last.status,
            last.from,
            last.to,
            title,
          ),
    );
  },
};

const leadsToSignIn = (url: string): boolean =>
  URL.canParse(url) && new URL(url).pathname.split('/').some((segment) => signIn.test(segment));
