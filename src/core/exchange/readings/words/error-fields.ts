import type { Reading } from '../../reading';
import type { Said } from './said';

/** `X-Error-Message`, `X-Amzn-ErrorType`, `X-Ms-Error-Code`, `X-Authentication-Denied-Reason`. */
const errorField =
  /^(?:x-)?(?:[a-z\d]+-){0,3}(?:error(?:-?(?:code|type|message|msg|detail|description|reason))?(?:-header)?|(?:denied|deny|block|reject)-reason|loginreason)$/i;

/** What header fields of the answer say went wrong, where the body does not. */
export function readErrorFields({ answer }: Reading): Said | undefined {
  const values = (answer?.headers ?? []).flatMap(([name, value]) =>
    errorField.test(name) && value.trim() !== '' ? [value.slice(0, 500)] : [],
  );
  const codes = values.filter((value) => !/\s/.test(value)).map((value) => value.replace(/:.*$/, ''));
  const messages = values.filter((value) => /\s/.test(value));
  if (values.length === 0) return undefined;
  return { code: codes[0], message: messages[0], codes, messages };
}
