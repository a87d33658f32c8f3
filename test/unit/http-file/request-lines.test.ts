import assert from 'node:assert/strict';
import { requestLines } from '../../../src/core/http-file/request-lines';

const lines = (text: string): string[] => text.split('\n');

describe('requestLines', () => {
  const cases: [name: string, text: string, expected: [line: number, name?: string][]][] = [
    ['an empty file has none', '', []],
    ['a lone request', 'GET http://localhost/', [[0]]],
    ['a URL alone is a GET', 'https://example.com/a', [[0]]],
    ['a URL that begins with a variable', '{{host}}/orders', [[0]]],
    [
      'regions between ###',
      'GET /a\n\n###\nPOST /b\n\n{"x":1}\n### third\nDELETE /c',
      [[0], [3], [7, 'third']],
    ],
    ['@name outranks the heading', '### Title\n# @name login\nPOST /login', [[2, 'login']]],
    [
      'variables, comments and scripts come before it',
      '@host = http://h\n// note\n{{\n  exports.a = 1;\n}}\nGET {{host}}/a',
      [[5]],
    ],
    ['a JetBrains pre-request script', '< {%\n  client.global.set("a", 1)\n%}\nGET /a', [[3]]],
    ['a region of comments only', '# nothing here\n###\n', []],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(
        requestLines(lines(text)).map((request) =>
          request.name ? [request.line, request.name] : [request.line],
        ),
        expected,
      );
    });
  }
});
