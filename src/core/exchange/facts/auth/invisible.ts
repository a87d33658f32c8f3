import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';

/** Controls (tab and line ends are white space), no-break space, soft hyphen, zero-width and direction marks, BOM. */
export const invisibleCharacters =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u00A0\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD]/;

export const authInvisible: Fact = {
  name: 'auth.invisible',
  about: 'Control or zero-width characters stand in the credential.',
  test({ credentials }) {
    for (const { source, name, raw } of credentials) {
      if (source !== 'authorization' && source !== 'key-header') continue;
      const found = invisibleCharacters.exec(raw);
      if (!found) continue;
      const code = `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      return holds(
        phrase(
          'The value of `{0}` holds the invisible character {1} after {2} characters.',
          name,
          code,
          found.index,
        ),
      );
    }
    return fails(phrase('No invisible character is in the credential.'));
  },
};
