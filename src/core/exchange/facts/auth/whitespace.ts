import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { isPlaceholder } from '../../readings/placeholder';
import { takesToken } from '../../readings/credentials';
import { withoutSecondScheme } from './scheme-doubled';

export const authWhitespace: Fact = {
  name: 'auth.whitespace',
  about: 'White space or a line break stands before, after or inside the credential.',
  test({ credentials }) {
    for (const credential of credentials) {
      const { source, name, scheme, raw } = credential;
      if ((source !== 'authorization' && source !== 'key-header') || !takesToken(scheme)) continue;
      if (isPlaceholder(credential.token)) continue;
      if (/[\r\n]/.test(raw)) return holds(phrase('The value of `{0}` holds a line break.', name));
      if (/^\s|\s$/.test(raw)) return holds(phrase('The value of `{0}` has white space around it.', name));
      if (scheme !== undefined && /^\S+(?:\s{2,}|\t)/.test(raw)) {
        return holds(phrase('There is more than one space between scheme and token in `{0}`.', name));
      }
      const inside = /\s/.exec(withoutSecondScheme(credential));
      if (inside)
        return holds(
          phrase('The credential in `{0}` holds white space after {1} characters.', name, inside.index),
        );
    }
    return fails(phrase('The credential has no stray white space.'));
  },
};
