import { strict as assert } from 'node:assert';
import { toFailure } from '../../../../src/http/transport/failure';

const coded = (code: string, message = code, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

describe('failure', () => {
  it('takes its code and message from the innermost cause', () => {
    const error = new Error('fetch failed', {
      cause: new Error('tls', { cause: coded('CERT_HAS_EXPIRED', 'expired') }),
    });
    const failure = toFailure(error, 'tls');
    assert.deepEqual([failure.code, failure.message, failure.phase], ['CERT_HAS_EXPIRED', 'expired', 'tls']);
    assert.deepEqual(
      failure.chain.map(({ message }) => message),
      ['fetch failed', 'tls', 'expired'],
    );
  });

  it('unwraps the gathered errors of a dual-stack connect, which has no message of its own', () => {
    const refused = coded('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1', {
      address: '127.0.0.1',
      port: 1,
    });
    const failure = toFailure(
      Object.assign(new AggregateError([refused, coded('ETIMEDOUT')]), { code: 'ETIMEDOUT' }),
    );
    assert.equal(failure.code, 'ECONNREFUSED');
    assert.equal(failure.message, 'connect ECONNREFUSED 127.0.0.1:1');
    assert.deepEqual(failure.chain[1], {
      name: 'Error',
      code: 'ECONNREFUSED',
      message: 'connect ECONNREFUSED 127.0.0.1:1',
      address: '127.0.0.1',
      port: 1,
    });
  });

  it('follows a circle of causes once', () => {
    const first = new Error('first');
    first.cause = new Error('second', { cause: first });
    assert.equal(toFailure(first).chain.length, 2);
  });

  for (const thrown of ['text', null, undefined, 7, {}]) {
    it(`reads ${JSON.stringify(thrown)} that somebody threw`, () => {
      const failure = toFailure(thrown);
      assert.ok(failure.code);
      assert.equal(typeof failure.message, 'string');
    });
  }
});
