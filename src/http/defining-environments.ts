import type { UnresolvedVariable } from '../core/exchange/exchange';

/** Each is read anew: of more than anybody keeps, the first are enough of a hint. */
const mostEnvironments = 20;

/**
 * Notes with each variable the environments, of those that are not chosen, in which it has a value.
 * `variablesIn` gives an environment's variables by name; one that cannot be read defines none.
 */
export async function withDefiningEnvironments(
  variables: readonly UnresolvedVariable[],
  environments: readonly string[],
  chosen: readonly string[],
  variablesIn: (environment: string) => Promise<Readonly<Record<string, unknown>>>,
): Promise<UnresolvedVariable[]> {
  const others = environments.filter((environment) => !chosen.includes(environment));
  const known: { environment: string; values: Readonly<Record<string, unknown>> }[] = [];
  for (const environment of others.slice(0, mostEnvironments))
    known.push({ environment, values: await variablesIn(environment).catch(() => ({})) });
  return variables.map((variable) => {
    const name = /^[\w$-]+/.exec(variable.name)?.[0] ?? '';
    const definedIn = known.flatMap(({ environment, values }) =>
      Object.hasOwn(values, name) && hasValue(values[name]) ? [environment] : [],
    );
    return { ...variable, definedIn };
  });
}

const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
