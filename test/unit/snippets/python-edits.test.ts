import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply, helperText } from './workbench';

const retry = helperText('python/requests/retry.py');
const imports = ['datetime', 'email.utils', 'random', 'time'];
const importLines = imports.map((name) => `import ${name}\n`).join('');

const singleQuoted = (text: string) => text.replace(/(?<!")"(?!"")([^"\n]*)"(?!")/g, `'$1'`);

const cases: { name: string; before: string; after: string }[] = [
  {
    name: 'puts imports above the third-party ones and the helper below all',
    before: `import requests\n\n\ndef orders(url):\n    return requests.g‸et(url, timeout=5).json()\n`,
    after: `${importLines}\nimport requests\n\n\n${retry}\n\ndef orders(url):\n    return request_with_retry("GET", url, timeout=5).json()\n`,
  },
  {
    name: 'sorts imports among those that are there',
    before:
      `"""Orders."""\n\nimport os\nimport time\n\nimport requests\n\nprint(requests.po‸st)\nrequests.delete(os.environ["URL"])\n`
        .replace('‸', '')
        .replace('requests.delete', 'requests.del‸ete'),
    after: `"""Orders."""\n\nimport datetime\nimport email.utils\nimport os\nimport random\nimport time\n\nimport requests\n\n\n${retry}\n\nprint(requests.post)\nrequest_with_retry("DELETE", os.environ["URL"])\n`,
  },
  {
    name: 'names the arguments that the helper takes by name only, and keeps lines and comments',
    before: `import requests\n\n\nasync def f(url):\n    with open("x") as log:\n        return requests.get(\n            url,  # where\n            {"page": 1},  # what‸\n        )\n`,
    after: `${importLines}\nimport requests\n\n\n${retry}\n\nasync def f(url):\n    with open("x") as log:\n        return request_with_retry(\n            "GET",\n            url,  # where\n            params={"page": 1},  # what\n        )\n`,
  },
  {
    name: 'sends through the session of the call',
    before: `import requests\n\n\nclass Client:\n    def __init__(self):\n        self.session = requests.Session()\n\n    def get(self, url):\n        return self.session.g‸et(url)\n`,
    after: `${importLines}\nimport requests\n\n\n${retry}\n\nclass Client:\n    def __init__(self):\n        self.session = requests.Session()\n\n    def get(self, url):\n        return request_with_retry("GET", url, send=self.session.request)\n`,
  },
  {
    name: 'leaves the method of requests.request where it is',
    before: `import requests\n\nrequests.re‸quest("GET", "http://localhost/")\n`,
    after: `${importLines}\nimport requests\n\n\n${retry}\n\nrequest_with_retry("GET", "http://localhost/")\n`,
  },
  {
    name: 'calls the module by its name in the file',
    before: `import requests as r\n\nr.ge‸t("http://localhost/")\n`,
    after: `${importLines}\nimport requests as r\n\n\n${retry.replace(/\brequests\b/g, 'r')}\n\nrequest_with_retry("GET", "http://localhost/")\n`,
  },
  {
    name: 'imports the module where only a function of it was, with single quotes and CRLF as in the file',
    before: `from requests import get as fetch\r\n\r\nfetch('http://localhost/'‸)\r\n`,
    after:
      `${importLines}\nimport requests\nfrom requests import get as fetch\n\n\n${singleQuoted(retry)}\n\nrequest_with_retry('GET', 'http://localhost/')\n`.replaceAll(
        '\n',
        '\r\n',
      ),
  },
  {
    name: 'gives another name to a module whose own the file uses otherwise',
    before: `import random\nfrom datetime import datetime\nfrom time import time\n\nimport requests\n\nprint(datetime.now(), time(), requests.ge‸t("http://localhost/"))\n`,
    after: `import datetime as datetime_module\nimport email.utils\nimport random\nimport time as time_module\nfrom datetime import datetime\nfrom time import time\n\nimport requests\n\n\n${retry
      .replace(/(?<![.\w])datetime\b/g, 'datetime_module')
      .replace(
        /(?<![.\w])time\b/g,
        'time_module',
      )}\n\nprint(datetime.now(), time(), request_with_retry("GET", "http://localhost/"))\n`,
  },
  {
    name: 'keeps from __future__ import first',
    before: `from __future__ import annotations\n\nimport requests\n\nrequests.ge‸t("http://localhost/")\n`,
    after: `from __future__ import annotations\n\n${importLines}\nimport requests\n\n\n${retry}\n\nrequest_with_retry("GET", "http://localhost/")\n`,
  },
];

describe('Retry in Python', () => {
  for (const { name, before, after } of cases) {
    it(name, async () => assert.equal(await apply('retry', before, 'python'), after));
  }

  it('does nothing the second time', async () => {
    const once = await apply('retry', `import requests\n\nrequests.ge‸t("http://localhost/")\n`, 'python');
    assert.equal(await apply('retry', once?.replace('("GET"', '(‸"GET"') ?? '', 'python'), undefined);
  });

  it('is not offered where a session retries by itself', async () => {
    const source = `import requests\nfrom requests.adapters import HTTPAdapter\n\ns = requests.Session()\ns.mount("https://", HTTPAdapter(max_retries=5))\ns.ge‸t("http://localhost/")\n`;
    assert.equal(await apply('retry', source, 'python'), undefined);
  });

  it('is not offered in a function that a decorator retries', async () => {
    const source = `import requests\nfrom tenacity import retry\n\n\n@retry()\ndef f(url):\n    return requests.ge‸t(url)\n`;
    assert.equal(await apply('retry', source, 'python'), undefined);
  });

  it('knows no method of other objects', async () => {
    assert.equal(
      await apply('retry', `import requests\n\ncache = {}\ncache.ge‸t("x")\n`, 'python'),
      undefined,
    );
  });
});

describe('Token refresh in Python', () => {
  it('passes an Auth object, on lines of its own where the arguments are', async () => {
    const after = await apply(
      'tokenRefresh',
      `import requests\n\nBASE_URL = "https://api.example.org"\nREFRESH_TOKEN = "x"\n\n\ndef f():\n    return requests.get(\n        f"{BASE_URL}/a",\n        timeout=3,‸\n    )\n`,
      'python',
    );
    assert.match(after ?? '', /BASE_URL = .*\nREFRESH_TOKEN = .*\n\n\nclass TokenAuth/);
    assert.match(
      after ?? '',
      /TokenAuth\(\n {4}BASE_URL,\n {4}access_token=os\.environ\.get\("API_ACCESS_TOKEN", ""\),\n {4}refresh_token=REFRESH_TOKEN,\n\)/,
    );
    assert.match(
      after ?? '',
      /return requests\.get\(\n {8}f"\{BASE_URL\}\/a",\n {8}timeout=3,\n {8}auth=token_auth,\n {4}\)\n$/,
    );
  });

  it('is disabled where the call has an auth of its own', async () => {
    assert.match(
      (await apply(
        'tokenRefresh',
        `import requests\n\nrequests.ge‸t("http://a/", auth=("u", "p"))\n`,
        'python',
      )) ?? '',
      /^disabled: The call has an argument/,
    );
  });
});
