import type { Api } from '../catalog/catalog';
import type { Exchange, WrittenRequest } from '../exchange/exchange';
import { isSecretName, plainName } from './secret-names';

const none: ReadonlySet<string> = new Set();

/**
 * The names that hold secrets in one exchange beside those that do everywhere: the `secrets` of the API's catalog, the
 * header fields of its authentication, and what the request gives a variable to that is called a secret.
 */
export const secretNamesOf = ({ written }: Exchange, api: Api | undefined): ReadonlySet<string> =>
  new Set([
    ...(api?.secrets ?? []).map(plainName),
    ...(api?.authentication ?? []).map(({ header }) => plainName(header)),
    ...(written ? givenSecretVariables(written) : []),
  ]);

/** The names that any of these catalogs calls secret: what stands under them goes to the server it is meant for, to no other. */
export const secretNamesOfAll = (apis: readonly Api[]): ReadonlySet<string> =>
  new Set(
    apis
      .flatMap(({ secrets = [], authentication = [] }) => [
        ...secrets,
        ...authentication.map(({ header }) => header),
      ])
      .map(plainName),
  );

/** `X-Trace: {{API_TOKEN}}`, `?t={{token}}`, `"t": "{{login.token}}"`. */
function* givenSecretVariables({ text }: WrittenRequest): Iterable<string> {
  const pattern = /([\w.$-]{1,60})["']?\s*[:=]\s*["']?(?:[\w-]+ )?\{\{\s*[\w$.]*?(\w+)\s*\}\}/g;
  for (const [, name = '', variable = ''] of text.matchAll(pattern))
    if (isSecretName(variable, none)) yield plainName(name);
}
