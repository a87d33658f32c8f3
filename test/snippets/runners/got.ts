import { axiosRunners, runNearLibraries } from './axios';
import type { Runner, Scenario } from './runner';

type Program = (scenario: Required<Pick<Scenario, 'path' | 'method' | 'headers'>>) => {
  imports: string;
  /** What stands below the constants. */
  setup?: string;
  call: string;
};

/** A class whose method makes one call; got and ky throw on a status, unless told otherwise. */
const program =
  (typed: boolean, make: Program) =>
  ({
    base,
    elsewhere = '',
    path = '',
    method = 'GET',
    headers = {},
    accessToken = '',
    refreshToken = '',
  }: Scenario) => {
    const { imports, setup, call } = make({ path, method, headers });
    return `${imports}

const BASE_URL = ${JSON.stringify(base)};
const ELSEWHERE = ${JSON.stringify(elsewhere)};
const ACCESS_TOKEN = ${JSON.stringify(accessToken)};
const REFRESH_TOKEN = ${JSON.stringify(refreshToken)};
${setup ? `\n${setup}\n` : ''}
export class Orders {
  async list(signal${typed ? '?: AbortSignal' : ''})${typed ? ': Promise<{ status: number; body: string }>' : ''} {
    void [ELSEWHERE, ACCESS_TOKEN, REFRESH_TOKEN];
    // the call
    ${call}
    // the answer
    return { status, body: '' };
  }
}
`;
  };

const got: Program = ({ path, method, headers }) => ({
  imports: `import got from 'got';`,
  call: `const { statusCode: status } = await ‸got.${method.toLowerCase()}(\`\${BASE_URL}${path}\`, {
      headers: ${JSON.stringify(headers)}, // as documented
      throwHttpErrors: false,
      signal,
    });`,
});

const instanceOfGot: Program = ({ path, method, headers }) => ({
  imports: `import got from 'got';`,
  setup: `const api = got.‸extend({ throwHttpErrors: false });`,
  call: `const { statusCode: status } = await api.${method.toLowerCase()}(\`\${BASE_URL}${path}\`, {
      headers: ${JSON.stringify(headers)}, // as documented
      signal,
    });`,
});

const ky: Program = ({ path, method, headers }) => ({
  imports: `import ky from 'ky';\n\nconst api = ky.create({ throwHttpErrors: false });`,
  call: `const { status } = await ‸api(\`\${BASE_URL}${path}\`, {
      method: '${method}',
      headers: ${JSON.stringify(headers)}, // as documented
      signal,
    });`,
});

const instanceOfKy: Program = (scenario) => {
  const { imports, call } = ky(scenario);
  const [first = '', , setup = ''] = imports.split('\n');
  return { imports: first, setup: setup.replace('ky.create', 'ky.‸create'), call: call.replace('‸', '') };
};

const undici: Program = ({ path, method, headers }) => ({
  imports: `import { request } from 'undici';`,
  call: `const { statusCode: status, body } = await ‸request(\`\${BASE_URL}${path}\`, {
      method: '${method}',
      headers: ${JSON.stringify(headers)}, // as documented
      signal,
    });
    await body.text();`,
});

/** How the snippets of got say their times. */
const ofGot: Pick<Runner, 'quick' | 'deadline'> = {
  quick: [
    ['baseDelay: 500', 'baseDelay: 10'],
    ['attemptTimeout: 30_000', 'attemptTimeout: 300'],
  ],
  deadline: ['deadline: 120_000', 'deadline: 40_000'],
};

const libraries: Record<
  string,
  { make: Program } & Pick<Runner, 'followsNoRedirects' | 'repeatsFailedHooks'> &
    Partial<Pick<Runner, 'quick' | 'deadline' | 'call'>>
> = {
  got: { make: got, ...ofGot },
  'an instance of got': { make: instanceOfGot, ...ofGot, call: /const api = got\./ },
  ky: { make: ky, repeatsFailedHooks: true },
  'an instance of ky': { make: instanceOfKy, repeatsFailedHooks: true, call: /const api = ky\./ },
  undici: { make: undici, followsNoRedirects: true },
};

/** got and ky, which are extended by what a call needs, and undici, whose function is wrapped. */
export const gotRunners = Object.entries(libraries).flatMap(([name, { make, ...changes }]) =>
  axiosRunners.map((runner): Runner => {
    const loader = runner.languageId === 'typescript' ? 'ts' : 'js';
    return {
      ...runner,
      call: /the call\n[^]*?await \w+/,
      ...changes,
      name: runner.name.replace('axios', name),
      program: program(loader === 'ts', make),
      run: (text, scenario) => runNearLibraries(text, scenario, loader),
    };
  }),
);
