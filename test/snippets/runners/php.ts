import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileOnce, execute, works } from './execute';
import type { Runner, Scenario } from './runner';

/** Where Debian keeps Guzzle, which PHP finds by itself. */
const autoload = 'GuzzleHttp/autoload.php';

const head = ({ base, elsewhere = '', accessToken = '', refreshToken = '' }: Scenario, uses = '') => `<?php

declare(strict_types=1);

namespace Orders;
${uses}
const BASE_URL = ${literal(base)};
const ELSEWHERE = ${literal(elsewhere)};
const ACCESS_TOKEN = ${literal(accessToken)};
const REFRESH_TOKEN = ${literal(refreshToken)};

pcntl_async_signals(true);
pcntl_signal(SIGINT, static fn () => throw new \\RuntimeException('Interrupted'));
set_error_handler(static fn (int $level, string $text, string $file) => $file !== __FILE__ || throw new \\ErrorException($text));
echo "ready\\n";
`;

/** The callers one after the other: these libraries wait for each answer. */
const eachCaller = (callers: number) => `
$outcomes = [];
for ($caller = 0; $caller < ${callers}; $caller++) {
    try {
        $outcomes[] = (new Orders())->list();
    } catch (\\Exception $e) {
        $outcomes[] = ['error' => $e->getMessage()];
    }
}
echo json_encode($outcomes), "\\n";
`;

const literal = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`;
const list = (items: string[]) => `[${items.join(', ')}]`;

const guzzle = (scenario: Scenario) => {
  const { path = '', method = 'GET', headers = {}, callers = 1 } = scenario;
  const fields = Object.entries(headers).map(([name, value]) => `${literal(name)} => ${literal(value)}`);
  return `${head(scenario, '\nuse GuzzleHttp\\Client;\nuse GuzzleHttp\\Promise\\Utils;\n')}
require '${autoload}';

final class Orders
{
    public function __construct(private readonly Client $client)
    {
    }

    public function list(): \\GuzzleHttp\\Promise\\PromiseInterface
    {
        // the call
        return $this->client->‸requestAsync('${method}', BASE_URL . ${literal(path)}, [
            'headers' => ${list(fields)}, // as documented
            'http_errors' => false,
        ]);
        // the answer
    }
}

$orders = new Orders(new Client());
$promises = array_map(static fn () => $orders->list(), range(1, ${callers}));
$outcomes = [];
try {
    foreach (Utils::settle($promises)->wait() as $settled) {
        $outcomes[] = isset($settled['value'])
            ? ['status' => $settled['value']->getStatusCode(), 'body' => (string) $settled['value']->getBody()]
            : ['error' => $settled['reason']->getMessage()];
    }
} catch (\\RuntimeException $e) {
    $outcomes[] = ['error' => $e->getMessage()];
}
echo json_encode($outcomes), "\\n";
`;
};

/** Laravel's facade, without an application. */
const laravel = (scenario: Scenario) => {
  const { path = '', method = 'GET', headers = {}, callers = 1 } = scenario;
  const fields = Object.entries(headers).map(([name, value]) => `${literal(name)} => ${literal(value)}`);
  return `${head(scenario, '\nuse Illuminate\\Http\\Client\\Factory;\nuse Illuminate\\Support\\Facades\\Http;\n')}
require 'Illuminate/Http/autoload.php';
require '${autoload}';
Http::swap(new Factory());

final class Orders
{
    public function list(): array
    {
        // the call
        $response = Http::withHeaders(${list(fields)})
            ->acceptJson() // as documented
            ->‸send('${method}', BASE_URL . ${literal(path)});
        // the answer

        return ['status' => $response->status(), 'body' => $response->body()];
    }
}
${eachCaller(callers)}`;
};

const curl = (scenario: Scenario) => {
  const { path = '', method = 'GET', headers = {}, callers = 1 } = scenario;
  const fields = Object.entries(headers).map(([name, value]) => literal(`${name}: ${value}`));
  return `${head(scenario)}
final class Orders
{
    public function list(): array
    {
        // the call
        $ch = curl_init(BASE_URL . ${literal(path)});
        curl_setopt_array($ch, [
            CURLOPT_CUSTOMREQUEST => '${method}',
            CURLOPT_HTTPHEADER => ${list(fields)}, // as documented
            CURLOPT_FOLLOWLOCATION => true,
            CURLOPT_RETURNTRANSFER => true,
        ]);
        $body = ‸curl_exec($ch);
        // the answer
        if ($body === false) {
            throw new \\RuntimeException(curl_error($ch));
        }

        return ['status' => curl_getinfo($ch, CURLINFO_RESPONSE_CODE), 'body' => $body];
    }
}
${eachCaller(callers)}`;
};

const has = (code: string) => works('php', '-r', `exit((int) !(${code}));`);

/** PHP's own cURL, and Guzzle, with every warning an error. */
export function phpRunners(): Runner[] {
  const check = compileOnce((text, folder) => {
    const file = join(folder, 'orders.php');
    writeFileSync(file, text);
    const checked = spawnSync('php', ['-l', file], { encoding: 'utf8' });
    if (checked.status !== 0) throw new Error(checked.stdout + checked.stderr);
    return [file];
  });
  const shared = {
    languageId: 'php',
    run: (text: string, scenario: Scenario) =>
      execute('php', ['-d', 'error_reporting=-1', ...check(text)], scenario),
  };
  return [
    {
      ...shared,
      name: 'PHP, Guzzle',
      program: guzzle,
      quick: [
        ['BASE_DELAY = 0.5', 'BASE_DELAY = 0.01'],
        ['ATTEMPT_TIMEOUT = 30', 'ATTEMPT_TIMEOUT = 0.3'],
      ],
      deadline: ['DEADLINE = 120', 'DEADLINE = 40'],
      call: /return \w+\(.*?(?=requestAsync)/,
      missing: has(`include '${autoload}'`) ? undefined : 'no PHP with Guzzle',
    },
    {
      ...shared,
      name: 'PHP, Laravel',
      program: laravel,
      quick: [
        ['BASE_DELAY = 0.5', 'BASE_DELAY = 0.01'],
        ["$options['timeout'] ?? 0", '0.3'],
      ],
      deadline: ['DEADLINE = 120', 'DEADLINE = 40'],
      call: /->acceptJson[^]*?(?=send\()/,
      missing: has("include 'Illuminate/Http/autoload.php'") ? undefined : 'no PHP with Laravel',
    },
    {
      ...shared,
      name: 'PHP, cURL',
      program: curl,
      quick: [
        ['$baseDelay = 0.5', '$baseDelay = 0.01'],
        ['$timeout = 30', '$timeout = 0.3'],
      ],
      deadline: ['$deadline = 120', '$deadline = 40'],
      call: /\$body = /,
      ownKey: true,
      readsWaitItself: true,
      missing: has("defined('CURLINFO_RETRY_AFTER')") ? undefined : 'no PHP 8.2 with cURL',
    },
  ];
}
