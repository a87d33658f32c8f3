import { plainText } from '../core/text/plain-text';
import { visible } from '../core/text/visible';

/**
 * A text with words of others (a server, a file, a path) for notifications, questions and command errors. VS Code makes
 * a link of `[text](command:…)` there, one that runs the command; and what turns the direction of a text is written out.
 */
export const plainNotice = (text: string): string => visible(plainText(text)).replaceAll('](', '] (');
