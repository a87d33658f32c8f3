import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const requestDefinedElsewhere: Fact = {
  name: 'request.definedElsewhere',
  about: 'The variables without a value have one in exactly one other environment than the chosen.',
  test({ exchange: { written } }) {
    const variables = written?.unresolvedVariables ?? [];
    const [first, ...others] = variables.map(({ definedIn }) => definedIn);
    if (variables.length === 0) return fails();
    if (first === undefined || others.includes(undefined)) return unknown();
    const inAll = first.filter((environment) => others.every((each) => each?.includes(environment)));
    const names = list(variables.map(({ name }) => `\`{{${name}}}\``));
    if (inAll.length === 0) return fails(phrase('No other environment has a value for {0}.', names));
    const environments = list(inAll.map((environment) => `\`${environment}\``));
    const chosen = written?.environment;
    const evidence =
      chosen === undefined
        ? phrase('No environment is chosen; {0} has a value in {1}.', names, environments)
        : phrase('The environment is `{2}`; {0} has a value in {1}.', names, environments, chosen);
    return inAll.length === 1 ? holds(evidence) : unknown(evidence);
  },
};
