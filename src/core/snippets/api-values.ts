import type { Api } from '../catalog/catalog';
import type { Authentication } from '../catalog/format';
import type { CallSite } from './call-site';
import type { Header } from './header';
import { literalWriter } from './literals';
import { placeholder } from './placeholders';
import type { Condition, Parameter } from './snippet-catalog';

/** The authentication of an API that has a token to refresh. */
export function refreshable(api: Api | undefined): Authentication | undefined {
  return api?.authentication?.find(({ refresh }) => refresh);
}

/** Which regions of a snippet's source an API needs. */
export function conditionsOf(api: Api | undefined): Record<Condition, boolean> {
  return {
    idempotency: (api?.idempotency?.methods.length ?? 0) > 0,
    'wait-field': api?.rateLimits?.wait !== undefined,
  };
}

/** A constant of the file that inserted code names, so that it must stand below. */
export interface Reference {
  name: string;
}

/**
 * Writes the parameters of a snippet: what the API's catalog, the call and the file tell is written out, the rest
 * becomes placeholders with the best guess as default. Strings come in the sources' own spelling.
 */
export function parameterWriter(site: CallSite, api: Api | undefined, header: Header, source: string) {
  const write = literalWriter(site.language);
  const refresh = refreshable(api)?.refresh;
  const references: Reference[] = [];
  let number = 0;
  const ask = (text: string) => placeholder(++number, text);
  const refer = (name: string) => {
    references.push({ name });
    return (site.language.literals.reference ?? '{name}').replace('{name}', name);
  };
  const constant = (name = '', value = /./) =>
    value.test(header.constants.get(name)?.text ?? '') ? name : undefined;

  const address = /:\/\/|\benv|env\b/i;
  const apiUrl = () => {
    const origin = site.url && originOf(site.url);
    if (origin) return write.string(origin);
    const literal = header.literals.get(site.baseName ?? '') ?? '';
    const worth = originOf(literal.replace(/^["']|["']$/g, ''));
    if (worth) return write.string(worth);
    const base = constant(site.baseName, address);
    if (base) return refer(base);
    const named = [...header.constants].find(
      ([name, { text }]) => /url|base|endpoint|origin/i.test(name) && address.test(text),
    )?.[0];
    if (named) return ask(refer(named));
    const host = api?.match?.hosts?.find((name) => !name.includes('*'));
    return ask(
      write.string(
        host
          ? `${/^(localhost|127\.|\[)/.test(host) ? 'http' : 'https'}://${host}`
          : 'https://api.example.com',
      ),
    );
  };
  const token = (names: RegExp, variable: string, known?: string) => {
    const name =
      constant(known) ?? [...header.constants.keys()].find((constantName) => names.test(constantName));
    if (name) return ask(refer(name));
    const { environment } = site.language;
    const there = environment && (!environment.where || new RegExp(environment.where).test(source));
    const prefix = (api?.id ?? 'api').replace(/\W/g, '_').toUpperCase();
    return ask(there ? environment.expression.replace('{name}', `${prefix}_${variable}`) : write.string(''));
  };
  const known = (value: string | undefined, parameter: Parameter) => value ?? ask(parameter.text);

  const valueOf = (parameter: Parameter): string => {
    switch (parameter.value) {
      case 'api-url':
        return apiUrl();
      case 'access-token':
        return token(/^access_?token$|^token$/i, 'ACCESS_TOKEN', site.tokenName);
      case 'refresh-token':
        return token(/refresh_?token$/i, 'REFRESH_TOKEN');
      case 'refresh-path':
        return known(refresh && write.string(refresh.request.split(' ').at(-1) ?? ''), parameter);
      case 'refresh-body':
        return known(refresh?.body && write.value(refresh.body, parameter.holes), parameter);
      case 'access-token-path':
        return known(refresh && write.path(refresh.token), parameter);
      case 'refresh-token-path':
        return refresh?.refreshToken ? write.path(refresh.refreshToken) : parameter.text;
      case 'wait-path':
        return api?.rateLimits?.wait ? write.path(api.rateLimits.wait) : parameter.text;
      case 'idempotency-header':
        return write.string(api?.idempotency?.header ?? 'Idempotency-Key');
      case 'idempotency-methods':
        return write.strings(api?.idempotency?.methods.map((method) => method.toUpperCase()) ?? []);
    }
  };
  return { valueOf, references };
}

/** The origin of an absolute address, unless it breaks off inside of it: `http://localhost:` + port. */
function originOf(url: string): string | undefined {
  return /^https?:\/\/[\w.:[\]-]*[\w\]](?=[/?#]|$)/i.exec(url)?.[0];
}
