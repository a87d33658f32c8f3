import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute, works } from './execute';
import type { Outcome, Runner, Scenario } from './runner';

/** The calls of a program, and how its callers are run; what is around them is the same for every library. */
interface Calls {
  imports: string;
  /** What stands above the class. */
  setup?: string;
  /** The body of the class `Orders`, with the cursor on the call. */
  list(scenario: Required<Pick<Scenario, 'path' | 'method' | 'headers'>>): string;
  asynchronous?: boolean;
}

const program =
  ({ imports, setup = '', list, asynchronous }: Calls): Runner['program'] =>
  ({
    base,
    elsewhere = '',
    path = '',
    method = 'GET',
    headers = {},
    accessToken = '',
    refreshToken = '',
    callers = 1,
  }) => `import ${asynchronous ? 'asyncio\nimport ' : ''}json
import sys
${asynchronous ? '' : 'from concurrent.futures import ThreadPoolExecutor\n'}
${imports}

BASE_URL = ${JSON.stringify(base)}
ELSEWHERE = ${JSON.stringify(elsewhere)}
ACCESS_TOKEN = ${JSON.stringify(accessToken)}
REFRESH_TOKEN = ${JSON.stringify(refreshToken)}
${setup}

class Orders:
${list({ path, method, headers })}

${asynchronous ? concurrent(callers) : threaded(callers)}`;

const threaded = (callers: number) => `
def outcome(_):
    try:
        return Orders().list()
    except KeyboardInterrupt:
        return {"error": "KeyboardInterrupt"}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print("ready", flush=True)
    if ${callers} == 1:
        print(json.dumps([outcome(0)]))
    else:
        with ThreadPoolExecutor(${callers}) as pool:
            print(json.dumps(list(pool.map(outcome, range(${callers})))))
`;

const concurrent = (callers: number) => `
async def outcome():
    try:
        return await Orders().list()
    except asyncio.CancelledError:
        return {"error": "CancelledError"}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


async def main():
    if ${callers} == 1:
        return [await outcome()]
    return await asyncio.gather(*[outcome() for _ in range(${callers})])


if __name__ == "__main__":
    print("ready", flush=True)
    print(json.dumps(asyncio.run(main())))
`;

/** A Python that has all of some libraries: Debian's, where the one of the path has not. */
const pythonWith = (...libraries: string[]) =>
  ['python3', '/usr/bin/python3'].find((command) => works(command, '-c', `import ${libraries.join(', ')}`));

async function runPython(python = 'python3', text: string, scenario: Scenario): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
  try {
    const file = join(folder, 'program.py');
    writeFileSync(file, text);
    return await execute(python, ['-W', 'error', file], scenario);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs programs with one library, by a Python that has it. */
function runner(library: string, calls: Calls, name = library): Runner {
  const python = pythonWith(library);
  return {
    name: `Python, ${name}`,
    languageId: 'python',
    program: program(calls),
    run: (text, scenario) => runPython(python, text, scenario),
    quick: [
      ['base_delay: float = 0.5', 'base_delay: float = 0.01'],
      ['timeout=30.0', 'timeout=0.3'],
      ['timeout: float = 30.0', 'timeout: float = 0.3'],
    ],
    deadline: ['deadline: float = 120.0', 'deadline: float = 40.0'],
    call: /the call\n[^]*?(?:response = (?:await )?|(?:async )?with )/,
    missing: python ? undefined : `no python3 with ${library}`,
  };
}

const requests = runner('requests', {
  imports: 'import requests',
  list: ({ method, path, headers }) => `    def list(self):
        # the call
        response = ‸requests.${method.toLowerCase()}(
            f"{BASE_URL}${path}",
            headers=${JSON.stringify(headers)},  # as documented
        )
        # the answer
        return {"status": response.status_code, "body": response.text}
`,
});

const httpx = runner('httpx', {
  imports: 'import httpx',
  list: ({ method, path, headers }) => `    def list(self):
        with httpx.Client(timeout=1, follow_redirects=True) as client:
            # the call
            response = ‸client.${method.toLowerCase()}(
                f"{BASE_URL}${path}",
                headers=${JSON.stringify(headers)},  # as documented
            )
            # the answer
            return {"status": response.status_code, "body": response.text}
`,
});

const asyncHttpx = runner(
  'httpx',
  {
    imports: 'import httpx',
    asynchronous: true,
    list: ({ method, path, headers }) => `    async def list(self):
        async with httpx.AsyncClient(timeout=1, follow_redirects=True) as client:
            # the call
            response = await ‸client.${method.toLowerCase()}(
                f"{BASE_URL}${path}",
                headers=${JSON.stringify(headers)},  # as documented
            )
            # the answer
            return {"status": response.status_code, "body": response.text}
`,
  },
  'httpx (async)',
);

const aiohttp = runner('aiohttp', {
  imports: 'import aiohttp',
  asynchronous: true,
  list: ({ method, path, headers }) => `    async def list(self):
        async with aiohttp.ClientSession() as session:
            # the call
            async with ‸session.${method.toLowerCase()}(
                f"{BASE_URL}${path}",
                headers=${JSON.stringify(headers)},  # as documented
            ) as response:
                # the answer
                return {"status": response.status, "body": await response.text()}
`,
});

const urllib = runner(
  'urllib',
  {
    imports: 'import urllib.error\nimport urllib.request',
    list: ({ method, path, headers }) => `    def list(self):
        try:
            # the call
            request = urllib.request.Request(
                f"{BASE_URL}${path}", method="${method}", headers=${JSON.stringify(headers)}
            )
            with ‸urllib.request.urlopen(request) as response:  # as documented
                # the answer
                return {"status": response.status, "body": ""}
        except urllib.error.HTTPError as error:
            with error:
                return {"status": error.code, "body": ""}
`,
  },
  'urllib',
);

/** A client of the module that is made with all that its calls need. */
function made(library: string, creation: string, name: string, asynchronous = false): Runner {
  const made = runner(
    library,
    {
      imports: `import ${library}`,
      setup: `client = ‸${library}.${creation}\n`,
      asynchronous,
      list: ({ method, path, headers }) => `    ${asynchronous ? 'async ' : ''}def list(self):
        # the call
        response = ${asynchronous ? 'await ' : ''}client.${method.toLowerCase()}(
            f"{BASE_URL}${path}",
            headers=${JSON.stringify(headers)},  # as documented
        )
        # the answer
        return {"status": response.status_code, "body": response.text}
`,
    },
    name,
  );
  return {
    ...made,
    quick: [
      ['base_delay = 0.5', 'base_delay = 0.01'],
      ['timeout: float = 30.0', 'timeout: float = 0.3'],
    ],
    deadline: ['deadline = 120.0', 'deadline = 40.0'],
    call: /^client = (?:with_retry\()?/m,
  };
}

const clients = [
  made('requests', 'Session()', 'a session of requests'),
  made('httpx', 'Client(timeout=1, follow_redirects=True)', 'a client of httpx'),
  made('httpx', 'AsyncClient(timeout=1, follow_redirects=True)', 'a client of httpx (async)', true),
];

/** The same in projects that depend on tenacity. */
const withTenacity = [requests, httpx, asyncHttpx].map((runner): Runner => {
  const python = pythonWith(runner === requests ? 'requests' : 'httpx', 'tenacity');
  return {
    ...runner,
    name: `${runner.name}, with tenacity`,
    dependencies: ['tenacity'],
    run: (text, scenario) => runPython(python, text, scenario),
    missing: python ? undefined : `no python3 with tenacity and what ${runner.name} needs`,
  };
});

/** Python's libraries. */
export const pythonRunners = [requests, httpx, asyncHttpx, aiohttp, urllib, ...clients, ...withTenacity];
