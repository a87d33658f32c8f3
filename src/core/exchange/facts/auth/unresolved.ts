import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { isPlaceholder, unresolvedIn } from '../../readings/placeholder';

export const authUnresolved: Fact = {
  name: 'auth.unresolved',
  about:
    'A variable that was not filled in, or a stand-in such as `<token>`, is where the credential belongs.',
  test({ credentials }) {
    for (const { source, name, raw, token } of credentials) {
      if (source === 'cookie' || source === 'body') continue;
      const variable = unresolvedIn(raw);
      if (variable !== undefined)
        return holds(phrase('`{0}` holds `{1}`, which was never filled in.', name, variable));
      if (isPlaceholder(token)) return holds(phrase('`{0}` holds a stand-in and no credential.', name));
    }
    return fails(phrase('No variable is left in the credential.'));
  },
};
