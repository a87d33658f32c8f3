import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply, offersAt } from './workbench';

const retry = (source: string, languageId = 'typescript') =>
  apply('retry', source, languageId, undefined, ['axios-retry']);

describe('Retry in a project that depends on axios-retry', () => {
  it('says in its title what it configures', async () => {
    const source = `import axios from 'axios';\naxios.‸get('/a');\n`;
    const titles = async (packages: string[]) =>
      (await offersAt(source, 'typescript', undefined, packages)).map(({ title }) => title);
    assert.deepEqual(
      (await titles(['axios-retry'])).map(({ template, values }) => [template, ...values]),
      [['Retry with {0}', 'axios-retry'], ['Refresh the token on 401']],
    );
    assert.equal((await titles(['axios']))[0]?.template, 'Retry with exponential backoff');
  });

  it('sends a call of the module through an instance of its own', async () => {
    const after = (await retry(`import axios from "axios"\n\nconst x = axios.‸get("/a")\n`)) ?? '';
    assert.match(after, /^import axios from "axios"\nimport axiosRetry from "axios-retry"\n\n/);
    assert.match(after, /\nconst retryingAxios = withRetry\(axios\.create\(\)\)\n/);
    assert.match(after, /\nconst x = retryingAxios\.get\("\/a"\)\n$/);
    assert.equal(await retry(after.replace('retryingAxios.get', 'retryingAxios.‸get')), undefined);
  });

  it('goes around an instance where it is made, and imports as the file does', async () => {
    const source = `const axios = require('axios');\n\nclass A {\n  api = axios.‸create({ timeout: 5 });\n  f = () => this.api.get('/a');\n}\n`;
    const after = (await retry(source, 'javascript')) ?? '';
    assert.match(after, /axios'\);\nconst axiosRetry = require\('axios-retry'\)\.default;\n\nclass A/);
    assert.match(after, /\n {2}api = withRetry\(axios\.create\(\{ timeout: 5 \}\)\);\n/);
    assert.equal(await retry(after.replace('axios.create', 'axios.‸create'), 'javascript'), undefined);
  });

  it('leaves a call on an instance to an adapter', async () => {
    const after = await retry(
      `import axios from 'axios';\n\nclass A {\n  api = axios.create();\n  f = () => this.api.‸get('/a');\n}\n`,
    );
    assert.match(after ?? '', /this\.api\.get\('\/a', \{ adapter: retrying\(\) \}\)/);
  });

  it('does not import it a second time', async () => {
    const after = await retry(
      `import axios from 'axios';\nimport axiosRetry from 'axios-retry';\naxios.‸get('/a');\n`,
    );
    assert.equal(after?.match(/from 'axios-retry'/g)?.length, 1);
  });
});
