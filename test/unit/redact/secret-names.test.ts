import { strict as assert } from 'node:assert';
import { isSecretField, isSecretName } from '../../../src/core/redact/secret-names';

const none: ReadonlySet<string> = new Set();

describe('names of secrets', () => {
  for (const name of ['senha', 'nova_senha', 'passwordConfirmation', 'new_password2', 'X-Auth', 'chave_api', 'totp'])
    it(`${name} is one anywhere`, () => assert.ok(isSecretName(name, none)));

  for (const name of ['X-User-Key', 'Fastly-Key', 'Authentication', 'X-Authorization', 'X-Amz-Server-Side-Encryption-Customer-Key'])
    it(`${name} is one as a header field`, () => assert.ok(isSecretField(name, none)));

  for (const name of ['Idempotency-Key', 'X-Idempotency-Key', 'Surrogate-Key', 'X-Cache-Key', 'Sec-WebSocket-Key', 'Accept', 'Partition-Key', 'Access-Control-Allow-Credentials', 'X-Request-Id'])
    it(`${name} is none`, () => assert.ok(!isSecretField(name, none)));
}); // prettier-ignore
