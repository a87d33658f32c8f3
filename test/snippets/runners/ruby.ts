import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileOnce, execute, works } from './execute';
import type { Runner, Scenario } from './runner';

/** A class whose method makes one call, which a number of threads run. */
const program = (library: string, client: string, call: string) => `# frozen_string_literal: true

require 'json'
require '${library}'

BASE_URL = ENV.fetch('BASE_URL')
ELSEWHERE = ENV.fetch('ELSEWHERE')
ACCESS_TOKEN = ENV.fetch('ACCESS_TOKEN')
REFRESH_TOKEN = ENV.fetch('REFRESH_TOKEN')
${client}
# Lists orders.
class Orders
  def list
${call}
  end
end

def outcome
  Orders.new.list
rescue StandardError, Interrupt => e
  { error: "#{e.class}: #{e.message}" }
end

$stdout.sync = true
puts 'ready'
callers = Integer(ENV.fetch('CALLERS'))
outcomes = callers == 1 ? [outcome] : Array.new(callers) { Thread.new { outcome } }.map(&:value)
puts JSON.generate(outcomes)
`;

const netHttp = ({ method = 'GET' }: Scenario) =>
  program(
    'net/http',
    '',
    `    # the call
    request = Net::HTTP::${method[0]}${method.slice(1).toLowerCase()}.new(URI("#{BASE_URL}#{ENV.fetch('CALL_PATH')}"))
    ENV.fetch('HEADERS').each_line(chomp: true) { |field| request.[]=(*field.split(':')) }
    http = Net::HTTP.new(request.uri.host, request.uri.port)
    response = http.‸request(request) # as documented
    # the answer
    { status: response.code.to_i, body: response.body }`,
  );

const faraday =
  (client: string, object: string) =>
  ({ method = 'GET' }: Scenario) =>
    program(
      'faraday',
      client,
      `    headers = ENV.fetch('HEADERS').each_line(chomp: true).to_h { |field| field.split(':') }
    # the call
    response = ${object}.${method.toLowerCase()}("#{BASE_URL}#{ENV.fetch('CALL_PATH')}", nil, headers) # as documented
    # the answer
    { status: response.status, body: response.body }`,
    );

/** HTTParty by itself, or in a class that includes it. */
const httparty =
  (included: string, object: string) =>
  ({ method = 'GET' }: Scenario) =>
    program(
      'httparty',
      '',
      `    headers = ENV.fetch('HEADERS').each_line(chomp: true).to_h { |field| field.split(':') }
    # the call
    response = ${object}.${method.toLowerCase()}("#{BASE_URL}#{ENV.fetch('CALL_PATH')}", headers: headers) # as documented
    # the answer
    { status: response.code, body: response.body }`,
    ).replace('class Orders\n', `class Orders\n${included}`);

/** Programs are run with warnings: a library's own are its own. */
function runner(name: string, program: Runner['program'], call: RegExp, library = 'net/http'): Runner {
  const compile = compileOnce((text, folder) => {
    const file = join(folder, 'orders.rb');
    writeFileSync(file, text);
    const path = text.includes("'faraday/retry'") ? retryMiddleware(folder) : [];
    return ['ruby', '-w', ...path, file];
  });
  return {
    name: `Ruby, ${name}`,
    languageId: 'ruby',
    program,
    async run(text, scenario) {
      const [command = '', ...args] = compile(text);
      return execute(command, args, scenario);
    },
    quick: [
      ['BASE_DELAY = 0.5', 'BASE_DELAY = 0.01'],
      ['ATTEMPT_TIMEOUT = 30', 'ATTEMPT_TIMEOUT = 0.3'],
    ],
    deadline: ['DEADLINE = 120', 'DEADLINE = 40'],
    call,
    followsNoRedirects: library !== 'httparty',
    missing: works('ruby', '-e', `require '${library}'`) ? undefined : `no Ruby with ${library}`,
  };
}

/** faraday-retry is what was a part of Faraday until its version 2: where only that is there, its own is loaded. */
function retryMiddleware(folder: string): string[] {
  if (works('ruby', '-e', "require 'faraday/retry'")) return [];
  mkdirSync(join(folder, 'faraday'), { recursive: true });
  writeFileSync(join(folder, 'faraday/retry.rb'), "require 'faraday'\n");
  return ['-I', folder];
}

const withRetryGem = (runner: Runner): Runner => ({
  ...runner,
  name: `${runner.name}, with faraday-retry`,
  dependencies: ['faraday-retry'],
});

/** Ruby's own client, and libraries. */
export const rubyRunners = () => [...ownRunners(), ...ownRunners().slice(1, 3).map(withRetryGem)];

const ownRunners = () => [
  runner('Net::HTTP', netHttp, /the call\n[^]*?response = \w+/),
  runner('Faraday', faraday('', '‸Faraday'), /the call\n[^]*?response = \w+/, 'faraday'),
  runner(
    'a connection of Faraday',
    faraday('CONNECTION = ‸Faraday.new(url: BASE_URL)\n', 'CONNECTION'),
    /^CONNECTION = (?:with_\w+\()*/m,
    'faraday',
  ),
  runner('HTTParty', httparty('', '‸HTTParty'), /the call\n[^]*?response = \w+/, 'httparty'),
  runner(
    'a class with HTTParty, a call',
    httparty('  include HTTParty\n\n', '‸self.class'),
    /the call\n[^]*?response = \w+/,
    'httparty',
  ),
  runner(
    'a class with HTTParty',
    httparty('  ‸include HTTParty\n\n', 'self.class'),
    /^ {2}include/m,
    'httparty',
  ),
];
