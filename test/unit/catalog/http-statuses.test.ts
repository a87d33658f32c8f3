import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CatalogFile } from '../../../src/core/catalog/format';

const path = new URL('../../../catalog/standards/http-statuses.yaml', import.meta.url);
const { problems = [] } = parse(readFileSync(path, 'utf8')) as CatalogFile;

/** The sections of RFC 9110 §15 as they stand there: the first status of each class, and those that follow. */
const sections: Record<string, string[]> = {
  '15.2': ['100 Continue', '101 Switching Protocols'],
  '15.3': [
    '200 OK',
    '201 Created',
    '202 Accepted',
    '203 Non-Authoritative Information',
    '204 No Content',
    '205 Reset Content',
    '206 Partial Content',
  ],
  '15.4': [
    '300 Multiple Choices',
    '301 Moved Permanently',
    '302 Found',
    '303 See Other',
    '304 Not Modified',
    '305 Use Proxy',
    '306 (Unused)',
    '307 Temporary Redirect',
    '308 Permanent Redirect',
  ],
  '15.5': [
    '400 Bad Request',
    '401 Unauthorized',
    '402 Payment Required',
    '403 Forbidden',
    '404 Not Found',
    '405 Method Not Allowed',
    '406 Not Acceptable',
    '407 Proxy Authentication Required',
    '408 Request Timeout',
    '409 Conflict',
    '410 Gone',
    '411 Length Required',
    '412 Precondition Failed',
    '413 Content Too Large',
    '414 URI Too Long',
    '415 Unsupported Media Type',
    '416 Range Not Satisfiable',
    '417 Expectation Failed',
    '418 (Unused)',
    '421 Misdirected Request',
    '422 Unprocessable Content',
    '426 Upgrade Required',
  ],
  '15.6': [
    '500 Internal Server Error',
    '501 Not Implemented',
    '502 Bad Gateway',
    '503 Service Unavailable',
    '504 Gateway Timeout',
    '505 HTTP Version Not Supported',
  ],
};

const expected = [
  ...Object.entries(sections).flatMap(([section, statuses]) =>
    statuses.map((status, index) => [status, `RFC 9110 §${section}.${index + 1}`] as const),
  ),
  ['102 Processing', 'RFC 2518 §10.1'],
  ['103 Early Hints', 'RFC 8297 §2'],
  ['207 Multi-Status', 'RFC 4918 §11.1'],
  ['208 Already Reported', 'RFC 5842 §7.1'],
  ['226 IM Used', 'RFC 3229 §10.4.1'],
  ['423 Locked', 'RFC 4918 §11.3'],
  ['424 Failed Dependency', 'RFC 4918 §11.4'],
  ['425 Too Early', 'RFC 8470 §5.2'],
  ['428 Precondition Required', 'RFC 6585 §3'],
  ['429 Too Many Requests', 'RFC 6585 §4'],
  ['431 Request Header Fields Too Large', 'RFC 6585 §5'],
  ['451 Unavailable For Legal Reasons', 'RFC 7725 §3'],
  ['506 Variant Also Negotiates', 'RFC 2295 §8.1'],
  ['507 Insufficient Storage', 'RFC 4918 §11.5'],
  ['508 Loop Detected', 'RFC 5842 §7.2'],
  ['510 Not Extended', 'RFC 2774 §7'],
  ['511 Network Authentication Required', 'RFC 6585 §6'],
] as const;

describe('the catalog of HTTP statuses', () => {
  for (const [status, source] of expected) {
    it(`explains ${status} by ${source}`, () => {
      const [number = '', ...reason] = status.split(' ');
      const [problem, ...others] = problems.filter((each) => each.status === Number(number));
      assert.equal(others.length, 0);
      assert.deepEqual(
        { reason: problem?.reason, title: problem?.title.en, source: problem?.source },
        { reason: reason.join(' '), title: status, source },
      );
    });
  }

  it('holds no other status', () => {
    assert.equal(problems.length, expected.length);
  });

  it('says of every error why it happens or what to do', () => {
    const silent = problems.filter(
      ({ status, causes = [], steps = [] }) => Number(status) >= 400 && causes.length + steps.length === 0,
    );
    assert.deepEqual(
      silent.map(({ id }) => id),
      [],
    );
  });
});
