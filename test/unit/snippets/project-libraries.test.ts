import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply, offersAt } from './workbench';

const cases: [languageId: string, library: string, imported: string, source: string, expected: RegExp][] = [
  [
    'typescript',
    'p-retry',
    "from 'p-retry'",
    `export const list = () => ‸fetch('/a');\n`,
    /^import pRetry from 'p-retry';\n\nexport const list = \(\) => fetchWithRetry\('\/a'\);\n/,
  ],
  [
    'javascript',
    'p-retry',
    'require("p-retry")',
    `'use strict'\nconst { join } = require("path")\nmodule.exports = () => ‸fetch(join("a"))\n`,
    /^'use strict'\nconst \{ join \} = require\("path"\)\nconst \{ default: pRetry \} = require\("p-retry"\)\n/,
  ],
  [
    'javascript',
    'p-retry',
    "from 'p-retry'",
    `#!/usr/bin/env node\nfetch‸('/a');\n`,
    /^#!\/usr\/bin\/env node\nimport pRetry from 'p-retry';\n/,
  ],
  [
    'python',
    'tenacity',
    'import tenacity',
    `import os\n\nimport requests\n\nrequests.‸get("/a")\n`,
    /\nimport requests\nimport tenacity\n\n\ndef request_with_retry[^]*\nrequest_with_retry\("GET", "\/a"\)\n$/,
  ],
  [
    'python',
    'tenacity',
    'import tenacity',
    `import httpx\nimport tenacity\n\nasync def f(client: httpx.AsyncClient):\n    await client.‸get("/a")\n`,
    /\n\n\nasync def send_with_retry_async[^]*tenacity\.AsyncRetrying\(/,
  ],
  [
    'go',
    'github.com/hashicorp/go-retryablehttp',
    '"github.com/hashicorp/go-retryablehttp"',
    `package a\n\nimport (\n\t"net/http"\n\n\t"example.com/b"\n)\n\nfunc f() { http.‸Get(b.URL) }\n`,
    /\t"time"\n\n\t"example\.com\/b"\n\t"github\.com\/hashicorp\/go-retryablehttp"\n\)\n[^]*withRetry\(http\.DefaultClient\)\.Get\(b\.URL\)/,
  ],
  [
    'go',
    'github.com/cenkalti/backoff/v4',
    '"github.com/cenkalti/backoff/v4"',
    `package a\n\nimport "net/http"\n\nfunc f() { http.‸Get("http://a") }\n`,
    /import "net\/http"\n\nimport "github\.com\/cenkalti\/backoff\/v4"\n[^]*backoff\.Retry\(/,
  ],
  [
    'ruby',
    'faraday-retry',
    "require 'faraday/retry'",
    `require 'faraday'\n\nconnection = ‸Faraday.new('https://a.example')\n`,
    /^require 'faraday'\nrequire 'faraday\/retry'\n[^]*\nconnection = with_retry\(Faraday\.new\('https:\/\/a\.example'\)\)\n$/,
  ],
];

describe('Retry with a library that the project depends on', () => {
  for (const [languageId, library, imported, source, expected] of cases) {
    it(`${languageId}, ${library}: ${source.split('\n').join(' ')}`, async () => {
      const [offer] = await offersAt(source, languageId, undefined, [library]);
      assert.deepEqual([offer?.title.template, ...(offer?.title.values ?? [])], ['Retry with {0}', library]);
      const after = await apply('retry', source, languageId, undefined, [library]);
      assert.match(after ?? '', expected);
      assert.equal(after?.split(imported).length, 2);
      const without = await apply('retry', source, languageId);
      assert.ok(without && (source.includes(imported) || !without.includes(imported)));
    });
  }
});
