import type { UnresolvedVariable, WrittenRequest } from '../../../../src/core/exchange/exchange';
import { describeFacts } from '../fact-table';
import { failed } from '../samples';

const unresolved = (...unresolvedVariables: UnresolvedVariable[]): { written: WrittenRequest } => ({
  written: {
    uri: 'file:///a.http',
    firstLine: 0,
    lastLine: 3,
    requestLine: 0,
    text: '',
    unresolvedVariables,
  },
});
const failure = { code: 'UNRESOLVED_VARIABLE', phase: 'prepare' } as const;

describeFacts({
  'request.answerMissing': [
    {
      it: 'a value of a request that has not run',
      exchange: failed(
        failure,
        {},
        unresolved({ name: 'login.response.body.token', line: 2, character: 9, request: 'login' }),
      ),
      holds: true,
      evidence:
        '`{{login.response.body.token}}` comes from the answer of the request `login`, which has not run.',
    },
    {
      it: 'a variable that nothing defines',
      exchange: failed(failure, {}, unresolved({ name: 'token', line: 2, character: 9 })),
      holds: false,
    },
  ],
});
