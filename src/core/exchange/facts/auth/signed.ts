import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { isSignature } from '../../readings/kinds-of-credentials';

export const authSigned: Fact = {
  name: 'auth.signed',
  about: 'The request carries a signature over itself (HMAC, AWS, a webhook) as its credential.',
  test({ credentials }) {
    const signature = credentials.find(isSignature);
    return signature ? holds(phrase('A signature was sent in `{0}`.', signature.name)) : fails();
  },
};
