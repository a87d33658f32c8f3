import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { isQuoted, takesToken } from '../../readings/credentials';

export const authQuoted: Fact = {
  name: 'auth.quoted',
  about: 'The credential is wrapped in quotes.',
  test({ credentials }) {
    for (const { source, name, scheme, raw, token } of credentials) {
      if ((source !== 'authorization' && source !== 'key-header') || !takesToken(scheme)) continue;
      // `hmac username="…", signature="…"` are parameters.
      if (/^[\w-]+\s*=\s*"/.test(token)) continue;
      const rest = scheme === undefined ? raw : raw.trim().slice(raw.trim().indexOf(scheme) + scheme.length);
      if (isQuoted(raw) || isQuoted(rest))
        return holds(phrase('The value of `{0}` has quotes around it.', name));
    }
    return fails(phrase('There are no quotes around the credential.'));
  },
};
