import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { unresolvedIn } from '../../readings/placeholder';

export const authUnresolved: Fact = {
  name: 'auth.unresolved',
  about: 'A variable that was not filled in is where the credential belongs.',
  test({ credentials }) {
    for (const { source, name, raw } of credentials) {
      if (source === 'cookie' || source === 'body') continue;
      const variable = unresolvedIn(raw);
      if (variable !== undefined)
        return holds(phrase('`{0}` holds `{1}`, which was never filled in.', name, variable));
    }
    return fails(phrase('Every variable in the credential has a value.'));
  },
};
