import assert from 'node:assert/strict';
import { describe, it, before, after } from 'mocha';
import { KINDS } from '../../../../src/sandbox/apis/interflow/errors';
import { bearer, RunningSandbox, type Received } from '../running-sandbox';
import { itGivesErrorsOnDemand } from './errors-on-demand';

describe('sandbox, Interflow', () => {
  const sandbox = new RunningSandbox('interflow', bearer('ifk_sandbox_completa'));
  before(() => sandbox.start());
  after(() => sandbox.stop());

  const send = (fields: object, key?: string): Promise<Received> =>
    sandbox.json(
      'POST',
      '/v1/messages/send',
      { channel_id: 'ch_whatsapp', to: '+5511912345678', text: 'Olá!', ...fields },
      key ? bearer(key) : {},
    );

  itGivesErrorsOnDemand(
    sandbox,
    KINDS,
    (name) => [false, name],
    ({ success, error }) => [success, error.code],
  );

  const refusals: Record<string, { message: object; code: string; fields?: string[] }> = {
    'a message without anything': {
      message: { channel_id: undefined, to: undefined, text: undefined },
      code: 'VALIDATION_ERROR',
      fields: ['channel_id', 'to', 'text'],
    },
    'a message without a text': { message: { text: '' }, code: 'REQUIRED_FIELD', fields: ['text'] },
    'a text that is a number': { message: { text: 7 }, code: 'INVALID_TYPE', fields: ['text'] },
    'a priority of 11': { message: { priority: 11 }, code: 'OUT_OF_RANGE', fields: ['priority'] },
    'a date in words': {
      message: { scheduled_at: 'hoje' },
      code: 'INVALID_FORMAT',
      fields: ['scheduled_at'],
    },
    'an unknown type': { message: { type: 'fax' }, code: 'VALIDATION_ERROR', fields: ['type'] },
    'a type that is a name of JavaScript': { message: { type: 'constructor' }, code: 'VALIDATION_ERROR' },
    'a type that is an object': {
      message: { type: { toString: 1 } },
      code: 'INVALID_TYPE',
      fields: ['type'],
    },
    'a number without its country': { message: { to: '11912345678' }, code: 'INVALID_PHONE', fields: ['to'] },
    'a Brazilian mobile with eight digits': { message: { to: '+551181234567' }, code: 'INVALID_PHONE' },
    'a text of 4097 characters': { message: { text: 'x'.repeat(4097) }, code: 'MESSAGE_TOO_LONG' },
    'a channel that does not exist': { message: { channel_id: 'ch_x' }, code: 'CHANNEL_NOT_FOUND' },
    'a channel of another organization': {
      message: { channel_id: 'ch_outra' },
      code: 'ORGANIZATION_MISMATCH',
    },
    'a chat that does not exist': { message: { chat_id: 'chat_x' }, code: 'CHAT_NOT_FOUND' },
    'a customer who does not exist': { message: { customer_id: 'cus_x' }, code: 'CUSTOMER_NOT_FOUND' },
    'a rejected template': {
      message: { type: 'template', template: 'natal' },
      code: 'TEMPLATE_NOT_APPROVED',
    },
    'a template in another language': {
      message: { type: 'template', template: 'pedido_enviado', language: 'pt' },
      code: 'TEMPLATE_NOT_APPROVED',
    },
  };
  for (const [about, { message, code, fields }] of Object.entries(refusals)) {
    it(`refuses ${about} with ${code}`, async () => {
      const { status, body } = await send(message);
      assert.equal(status, KINDS[code as keyof typeof KINDS].status);
      assert.deepEqual([body.success, body.error.code], [false, code]);
      if (fields)
        assert.deepEqual(
          body.error.details.map(({ field }: { field: string }) => field),
          fields,
        );
    });
  }

  const accepted: Record<string, object> = {
    'a text': {},
    'a text of 4096 characters': { text: 'x'.repeat(4096) },
    'an approved template': { type: 'template', template: 'pedido_enviado', text: undefined },
    'a picture': { type: 'media', media_type: 'image/png', size: 1, url: 'https://example.com/a.png' },
    'a landline': { to: '+551132345678' },
    'a number abroad': { to: '+351912345678' },
  };
  for (const [about, message] of Object.entries(accepted)) {
    it(`sends ${about}`, async () => {
      const { status, body } = await send(message);
      assert.deepEqual([status, body.success, body.data.status], [201, true, 'queued']);
      assert.equal((await sandbox.json('GET', `/v1/messages/${body.data.id}`)).status, 200);
    });
  }

  for (const [name, code] of Object.entries({
    revoked: 'REVOKED_KEY',
    expired: 'TOKEN_EXPIRED',
    readOnly: 'INSUFFICIENT_PERMISSIONS',
    outOfQuota: 'QUOTA_EXCEEDED',
    shared: 'RATE_LIMIT_EXCEEDED',
  })) {
    it(`refuses a message with the key ${name}: ${code}`, async () => {
      const { body } = await send({}, (await sandbox.tokens())[name]);
      assert.equal(body.error.code, code);
    });
  }

  it('says how long to wait in the message and in the header fields of the documentation', async () => {
    sandbox.now += 60_000;
    let last: Received | undefined;
    for (let i = 0; i < 61; i += 1) last = await sandbox.json('GET', '/v1/channels');
    assert.equal(last?.status, 429);
    assert.equal(last.body.error.message, 'Limite de requisições excedido. Tente novamente em 60 segundos.');
    const names = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After'];
    assert.deepEqual(
      names.map((name) => last?.headers.get(name)),
      ['60', '0', String(sandbox.now / 1000 + 60), '60'],
    );
    sandbox.now += 60_000;
    assert.equal((await sandbox.json('GET', '/v1/channels')).status, 200);
  });

  it('keeps e-mail addresses unique, but for their owner', async () => {
    const duplicate = await sandbox.json('PUT', '/v1/customers/cus_1002', { email: 'ana@example.com' });
    assert.deepEqual([duplicate.status, duplicate.body.error.code], [409, 'CONFLICT']);
    const own = await sandbox.json('PUT', '/v1/customers/cus_1001', { email: 'ana@example.com' });
    assert.equal(own.status, 200);
  });

  it('creates, shows and deletes a customer', async () => {
    const customer = { name: 'Eva Reis', email: 'eva@example.com' };
    const { status, body } = await sandbox.json('POST', '/v1/customers', customer);
    assert.equal(status, 201);
    const path = `/v1/customers/${body.data.id}`;
    assert.equal((await sandbox.json('GET', path)).body.data.name, 'Eva Reis');
    assert.equal((await sandbox.json('DELETE', path)).status, 204);
    assert.equal((await sandbox.json('GET', path)).body.error.code, 'CUSTOMER_NOT_FOUND');
  });

  for (const [query, code] of Object.entries({
    'limit=dez': 'INVALID_TYPE',
    'limit=101': 'OUT_OF_RANGE',
    'page=0': 'OUT_OF_RANGE',
    'created_after=ontem': 'INVALID_FORMAT',
    'limit=dez&page=0': 'VALIDATION_ERROR',
  })) {
    it(`refuses ?${query} with ${code}`, async () => {
      assert.equal((await sandbox.json('GET', `/v1/customers?${query}`)).body.error.code, code);
    });
  }

  it('lists only what belongs to the organization', async () => {
    const { body } = await sandbox.json('GET', '/v1/customers');
    assert.ok(
      body.data.every(({ organization_id }: Record<string, string>) => organization_id === 'org_1001'),
    );
    assert.equal((await sandbox.json('GET', '/v1/customers?page=9')).body.data.length, 0);
  });
});
