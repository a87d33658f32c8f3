import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileOnce, execute, works } from './execute';
import type { Runner, Scenario } from './runner';

const program = ({
  base,
  elsewhere = '',
  path = '',
  method = 'GET',
  headers = {},
  accessToken = '',
  refreshToken = '',
}: Scenario) => `#!/bin/sh
# Lists orders.
set -eu

BASE_URL='${base}'
export ELSEWHERE='${elsewhere}'
ACCESS_TOKEN='${accessToken}'
REFRESH_TOKEN='${refreshToken}'

list() {
  # the call
  status=$(‸curl -sSL -X ${method}${Object.entries(headers)
    .map((field) => ` -H '${field.join(': ')}'`)
    .join('')} \\
    -o "$1.body" -w '%{http_code}' "$BASE_URL${path}" 2>"$1.error") || {
    # the answer
    sed 's/"/\\\\"/g; s/.*/{"error":"&"}/' "$1.error" | tail -n 1
    return
  }
  printf '{"status":%s,"body":""}\\n' "$status"
}

folder=$(mktemp -d)
exec 3>&1
trap 'rm -r "$folder"' EXIT
trap 'echo "[{\\"error\\":\\"Interrupted\\"}]" >&3; exit' INT
: "$ACCESS_TOKEN" "$REFRESH_TOKEN"
echo ready
caller=0
if [ "$CALLERS" -eq 1 ]; then
  list "$folder/0" >"$folder/0.outcome" # only in the foreground can it be interrupted
  caller=1
fi
while [ "$caller" -lt "$CALLERS" ]; do
  list "$folder/$caller" >"$folder/$caller.outcome" &
  caller=$((caller + 1))
done
wait
printf '[%s]\\n' "$(cat "$folder"/*.outcome | paste -s -d , -)"
`;

/** curl, by each shell: every program passes shellcheck, with all that it has to say. */
export function shellRunners(): Runner[] {
  const check = compileOnce((text, folder) => {
    const file = join(folder, 'orders.sh');
    writeFileSync(file, text);
    const checked = spawnSync('shellcheck', [file], { encoding: 'utf8' });
    if (checked.status !== 0) throw new Error(checked.stdout + checked.stderr);
    return [file, join(folder, 'state')];
  });
  return ['dash', 'bash'].map((shell) => ({
    name: `curl, ${shell}`,
    languageId: 'shellscript',
    program,
    async run(text: string, scenario: Scenario) {
      const [file = '', state = ''] = check(text);
      try {
        // Tokens are kept between runs: each test has a place of its own for them.
        return await execute('env', [`XDG_STATE_HOME=${state}`, shell, file], scenario);
      } finally {
        rmSync(state, { recursive: true, force: true });
      }
    },
    quick: [
      ['base_delay=0.5', 'base_delay=0.01'],
      ['attempt_timeout=30', 'attempt_timeout=0.3'],
    ],
    deadline: ['deadline=120', 'deadline=40'],
    call: /status=\$\((?=with)/,
    missing: [shell, 'curl', 'shellcheck'].every((command) => works('which', command))
      ? undefined
      : `no ${shell} with curl and shellcheck`,
  }));
}
