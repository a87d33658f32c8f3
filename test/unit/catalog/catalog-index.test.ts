import assert from 'node:assert/strict';
import { indexOf, problem } from '../small-index';

describe('a status alone', () => {
  const status = problem('unauthorized', { status: 401 });
  const coded = problem('invalid-token', { status: 401, codes: ['invalid_token'] });
  it("means a standard's own entry for it, and whatever an API says of it", () => {
    const index = indexOf(
      { id: 'a-bearer', name: 'Bearer', standard: true, problems: [coded] },
      { id: 'http', name: 'HTTP', standard: true, problems: [status] },
      { id: 'acme', name: 'Acme', problems: [problem('expired', { status: 401, codes: ['TOKEN_EXPIRED'] })] },
    );
    const meant = index.withStatus(401).map((ref) => `${index.apiOf(ref).id}/${index.idOf(ref)}`);
    assert.deepEqual(meant, ['http/unauthorized', 'acme/expired']);
  });
});
