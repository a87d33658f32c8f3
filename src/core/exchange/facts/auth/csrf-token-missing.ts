import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';

/** As frameworks name the field of the header section or of the form that repeats the token. */
const tokenName = /[cx]srf|^authenticity_token$|^__requestverificationtoken$|^_token$/i;

export const authCsrfTokenMissing: Fact = {
  name: 'auth.csrfTokenMissing',
  about: 'A cookie signs in a request that changes something, and no token against forgery goes with it.',
  test({ exchange: { request }, credentials, requestFields, requestBody: { kind, text, json } }) {
    if (/^(?:GET|HEAD|OPTIONS|TRACE|QUERY)$/i.test(request.method)) return fails();
    // A token in Authorization cannot be forged by another page.
    if (requestFields.get('cookie') === undefined || credentials[0]?.source === 'authorization')
      return fails();
    const field = request.headers.find(([name]) => tokenName.test(name))?.[0];
    if (field !== undefined) return fails(phrase('`{0}` was sent.', field));
    const names =
      kind === 'form'
        ? [...new URLSearchParams(text.slice(0, 65_536)).keys()]
        : typeof json === 'object' && json !== null
          ? Object.keys(json)
          : [...text.slice(0, 65_536).matchAll(/name="([^"]{1,60})"/g)].map(([, name = '']) => name);
    const inBody = names.find((name) => tokenName.test(name));
    return inBody === undefined
      ? holds(phrase('A `Cookie` was sent with {0}, but no anti-forgery token.', request.method))
      : fails(phrase('`{0}` was sent.', inBody));
  },
};
