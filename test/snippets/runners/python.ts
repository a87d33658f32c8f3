import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute, works } from './execute';
import type { Runner, Scenario } from './runner';

const python = ['python3', '/usr/bin/python3'].find((command) => works(command, '-c', 'import requests'));

function program({
  base,
  elsewhere = '',
  path = '',
  method = 'GET',
  headers = {},
  accessToken = '',
  refreshToken = '',
  callers = 1,
}: Scenario) {
  return `import json
import sys
from concurrent.futures import ThreadPoolExecutor

import requests

BASE_URL = ${JSON.stringify(base)}
ELSEWHERE = ${JSON.stringify(elsewhere)}
ACCESS_TOKEN = ${JSON.stringify(accessToken)}
REFRESH_TOKEN = ${JSON.stringify(refreshToken)}


class Orders:
    def list(self):
        # the call
        response = ‸requests.${method.toLowerCase()}(
            f"{BASE_URL}${path}",
            headers=${JSON.stringify(headers)},  # as documented
        )
        # the answer
        return {"status": response.status_code, "body": response.text}


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
}

export const requestsRunner: Runner = {
  name: 'Python, requests',
  languageId: 'python',
  program,
  async run(text, scenario) {
    const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
    try {
      const file = join(folder, 'program.py');
      writeFileSync(file, text);
      return await execute(python ?? 'python3', ['-W', 'error', file], scenario);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  quick: [
    ['base_delay: float = 0.5', 'base_delay: float = 0.01'],
    ['timeout=30.0', 'timeout=0.3'],
  ],
  deadline: ['deadline: float = 120.0', 'deadline: float = 40.0'],
  call: /the call\n *\w+ = /,
  missing: python ? undefined : 'no python3 with requests',
};
