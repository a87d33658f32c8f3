import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileOnce, execute, works } from './execute';
import type { Runner, Scenario } from './runner';

const program = ({ method = 'GET' }: Scenario) => `# frozen_string_literal: true

require 'json'
require 'net/http'

BASE_URL = ENV.fetch('BASE_URL')
ELSEWHERE = ENV.fetch('ELSEWHERE')
ACCESS_TOKEN = ENV.fetch('ACCESS_TOKEN')
REFRESH_TOKEN = ENV.fetch('REFRESH_TOKEN')

# Lists orders.
class Orders
  def list
    # the call
    request = Net::HTTP::${method[0]}${method.slice(1).toLowerCase()}.new(URI("#{BASE_URL}#{ENV.fetch('CALL_PATH')}"))
    ENV.fetch('HEADERS').each_line(chomp: true) { |field| request.[]=(*field.split(':')) }
    http = Net::HTTP.new(request.uri.host, request.uri.port)
    response = http.‸request(request) # as documented
    # the answer
    { status: response.code.to_i, body: response.body }
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

/** Ruby's own client. */
export function rubyRunner(): Runner {
  const compile = compileOnce((text, folder) => {
    const file = join(folder, 'orders.rb');
    writeFileSync(file, text);
    return ['ruby', '-w', file];
  });
  return {
    name: 'Ruby, Net::HTTP',
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
    call: /the call\n[^]*?response = \w+/,
    followsNoRedirects: true,
    missing: works('ruby', '-v') ? undefined : 'Ruby is not installed',
  };
}
