import { plainL10n } from './language';
import type { Phrase } from './phrase';
import { render } from './render';

/** A phrase in English, unprotected: for logs and errors, which are no text of the user interface. */
export const inEnglish = (phrase: Phrase): string => render(phrase, plainL10n());
