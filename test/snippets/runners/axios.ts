import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fetchRunners, runInNode } from './node';
import type { Outcome, Runner, Scenario } from './runner';

/** Below the project, so that programs find the library. */
const folder = join(__dirname, '../../../out/snippets');

const program =
  (typed: boolean) =>
  ({
    base,
    elsewhere = '',
    path = '',
    method = 'GET',
    headers = {},
    accessToken = '',
    refreshToken = '',
  }: Scenario) => `import axios from 'axios';

const BASE_URL = ${JSON.stringify(base)};
const ELSEWHERE = ${JSON.stringify(elsewhere)};
const ACCESS_TOKEN = ${JSON.stringify(accessToken)};
const REFRESH_TOKEN = ${JSON.stringify(refreshToken)};

export class Orders {
  async list(signal${typed ? '?: AbortSignal' : ''})${typed ? ': Promise<{ status: number; body: string }>' : ''} {
    void [ELSEWHERE, ACCESS_TOKEN, REFRESH_TOKEN];
    try {
      // the call
      const response = await axios.‸${method.toLowerCase()}(\`\${BASE_URL}${path}\`,${/P/.test(method) ? ' { a: 1 },' : ''} {
        headers: ${JSON.stringify(headers)}, // as documented
        signal,
      });
      // the answer
      return { status: response.status, body: JSON.stringify(response.data) };
    } catch (error) {
      if (!axios.isAxiosError(error) || !error.response) throw error;
      return { status: error.response.status, body: '' };
    }
  }
}
`;

/** Runs a program that imports what is installed here. */
export function runNearLibraries(text: string, scenario: Scenario, loader: 'ts' | 'js'): Promise<Outcome[]> {
  mkdirSync(folder, { recursive: true });
  return runInNode(text, scenario, loader, folder);
}

export const axiosRunners = fetchRunners.map((runner): Runner => {
  const loader = runner.languageId === 'typescript' ? 'ts' : 'js';
  return {
    ...runner,
    name: runner.name.replace('fetch', 'axios'),
    program: program(loader === 'ts'),
    run: (text, scenario) => runNearLibraries(text, scenario, loader),
    call: /the call\n *const \w+ = await axios\./,
  };
});

/** The same in projects that depend on axios-retry: for one call, and where an instance is made. */
export const axiosRetryRunners = axiosRunners.flatMap((runner): Runner[] => {
  const withRetry = { ...runner, dependencies: ['axios-retry'] };
  return [
    { ...withRetry, name: `${runner.name} with axios-retry`, call: /await (?=retryingAxios\.|axios\.)/ },
    {
      ...withRetry,
      name: `${runner.name} with axios-retry, an instance`,
      program: (scenario) =>
        runner
          .program(scenario)
          .replace('axios.‸', 'api.')
          .replace('export class', 'const api = axios.‸create({ baseURL: BASE_URL });\n\nexport class'),
      call: /const api = (?:withRetry\()?axios\./,
    },
  ];
});

/** fetch in projects that depend on p-retry. */
export const pRetryRunners = fetchRunners.map((runner): Runner => {
  const loader = runner.languageId === 'typescript' ? 'ts' : 'js';
  return {
    ...runner,
    name: `${runner.name} with p-retry`,
    dependencies: ['p-retry'],
    run: (text, scenario) => runNearLibraries(text, scenario, loader),
  };
});
