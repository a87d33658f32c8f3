import { factNamed } from '../../exchange/facts/index';
import { keyHeaderKinds } from '../../exchange/readings/credentials';
import type { Reading } from '../../exchange/reading';
import { phrase } from '../../text/phrase';
import { judgeChange } from '../outcome';
import type { Probe, ProbeKind } from '../probe';
import { isSafe, variation } from '../same-server';

/** The same credential as a key in the API's own field, or behind the scheme that it came without. */
export const credentialElsewhere: ProbeKind = {
  id: 'credential-elsewhere',
  find({ reading }) {
    const { answer, exchange, credentials } = reading;
    const authorization = credentials.find(({ source }) => source === 'authorization');
    if (
      !authorization ||
      !isSafe(exchange.request.method) ||
      !answer ||
      ![400, 401, 403].includes(answer.status)
    )
      return [];
    const [own] = keyHeaderKinds(reading);
    const probes: Omit<Probe, 'id'>[] = [];
    if (own && isOpen('auth.keyInWrongHeader', reading))
      probes.push(withField(reading, own.header, authorization.token, 'auth.keyInWrongHeader'));
    if (authorization.scheme === undefined && isOpen('auth.schemeMissing', reading))
      probes.push(withField(reading, 'Authorization', `Bearer ${authorization.token}`, 'auth.schemeMissing'));
    return probes;
  },
  judge: judgeChange,
};

/** Whether the exchange alone does not tell. */
const isOpen = (fact: string, reading: Reading): boolean =>
  factNamed(fact)?.test(reading, undefined as never).holds === 'unknown';

function withField(reading: Reading, name: string, value: string, fact: string): Omit<Probe, 'id'> {
  const same = variation(reading, {});
  const others = same.headers.filter(([each]) => each.toLowerCase() !== 'authorization');
  const form = value.startsWith('Bearer ') ? `${name}: Bearer …` : `${name}: …`;
  return {
    title: phrase('Try it with `{0}`', form),
    change: phrase('The credential is sent in `{0}`.', form),
    target: { ...same, headers: [...others, [name, value]] },
    unsafe: false,
    facts: [fact],
  };
}
