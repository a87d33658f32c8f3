import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, it, before, after } from 'mocha';
import { startSandbox, type Sandbox } from '../../../src/sandbox/index';

const ROOT = join(__dirname, '..', '..', '..');
const HTTPYAC = join(ROOT, 'node_modules', 'httpyac', 'bin', 'httpyac.js');

/** What each request of `samples/stateset.http` shows, in the file's order; nothing where it gets no answer. */
const EXPECTED: Record<string, [status: number, code?: string] | undefined> = {
  expiredToken: [401, 'TOKEN_EXPIRED'],
  missingHeader: [401, 'INVALID_TOKEN'],
  login: [200],
  ok: [200],
  quotedToken: [401, 'INVALID_TOKEN'],
  missingScheme: [401, 'INVALID_TOKEN'],
  refreshAsAccess: [401, 'INVALID_TOKEN'],
  apiKeyAsBearer: [401, 'INVALID_TOKEN'],
  revokedApiKey: [401, 'INVALID_API_KEY'],
  wrongPassword: [401, 'INVALID_CREDENTIALS'],
  insufficientPermissions: [403, 'INSUFFICIENT_PERMISSIONS'],
  invalidJson: [400, 'VALIDATION_ERROR'],
  wrongContentType: [415, 'UNSUPPORTED_MEDIA_TYPE'],
  wrongPath: [404, 'NOT_FOUND'],
  wrongMethod: [405, 'METHOD_NOT_ALLOWED'],
  validation: [400, 'VALIDATION_ERROR'],
  duplicate: [409, 'DUPLICATE_ENTRY'],
  notFound: [404, 'NOT_FOUND'],
  locked: [423, 'RESOURCE_LOCKED'],
  insufficientInventory: [422, 'INSUFFICIENT_INVENTORY'],
  invalidStatusTransition: [422, 'INVALID_STATUS_TRANSITION'],
  alreadyFulfilled: [422, 'ORDER_ALREADY_FULFILLED'],
  returnWindowExpired: [422, 'RETURN_WINDOW_EXPIRED'],
  paymentFailed: [402, 'PAYMENT_FAILED'],
  rateLimited: [429, 'RATE_LIMIT_EXCEEDED'],
  serverError: [500, 'INTERNAL_ERROR'],
  unavailable: [503, 'SERVICE_UNAVAILABLE'],
  badGateway: [502],
  slow: [200],
  timeout: undefined,
  connectionReset: undefined,
  refusedPort: undefined,
  undefinedVariable: undefined,
};

interface Run {
  readonly name: string;
  readonly response?: { readonly statusCode: number; readonly body?: string };
}

describe('samples/stateset.http, run by httpyac', function () {
  this.timeout(30_000);
  let sandbox: Sandbox;
  let runs: readonly Run[];

  before(async () => {
    sandbox = await startSandbox();
    runs = await runAll(sandbox.origin);
  });
  after(() => sandbox.close());

  it('names its requests, the expired token first', () => {
    assert.deepEqual(
      runs.map(({ name }) => name),
      Object.keys(EXPECTED),
    );
  });

  for (const [name, expected] of Object.entries(EXPECTED)) {
    it(`${name}: ${expected?.join(' ') ?? 'no answer'}`, () => {
      const response = runs.find((run) => run.name === name)?.response;
      assert.equal(response?.statusCode, expected?.[0]);
      if (expected?.[1]) assert.match(response?.body ?? '', new RegExp(`"code": ?"${expected[1]}"`));
    });
  }
});

/** Failures in the file are expected, so that httpyac's exit code says nothing. */
async function runAll(origin: string): Promise<readonly Run[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    // Longer than the slow sample takes, shorter than anybody wants to wait for the one that never answers.
    [
      HTTPYAC,
      'send',
      'stateset.http',
      '--all',
      '--json',
      '-e',
      'sandbox',
      '--var',
      `host=${origin}`,
      '--timeout',
      '2000',
    ],
    { cwd: join(ROOT, 'samples'), maxBuffer: 16 * 1024 ** 2 },
  ).catch((error: { stdout: string }) => error);
  return (JSON.parse(stdout) as { requests: readonly Run[] }).requests;
}
