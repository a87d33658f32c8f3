import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { startBareServer } from '../../unit/http/servers';
import type { Group } from '../group';

/** Answers of servers that no test can run here, as they are on the wire, each with a request of its own. */
export const recording = (name: string, valuesOf: () => Record<string, string> = () => ({})): Group => ({
  name,
  async start() {
    const values = valuesOf();
    const file = join(__dirname, '..', 'labels', `${name}.yaml`);
    const filled = (text: string): string =>
      text.replace(/\{(\w+)\}/g, (whole, each: string) => values[each] ?? whole);
    const answers = new Map(
      (parse(readFileSync(file, 'utf8')) as { request: string; answer: string }[]).map(
        ({ request, answer }) => [requestLine(filled(request.replace('{origin}', ''))), answer],
      ),
    );
    const server = await startBareServer((socket) =>
      socket.once('data', (bytes: Buffer) => {
        const answer = answers.get(requestLine(bytes.toString('latin1'))) ?? 'HTTP/1.1 599 Not recorded\n\n';
        socket.end(toWire(filled(answer)));
      }),
    );
    return { values: { ...values, origin: server.origin }, close: () => server.close() };
  },
});

export const recorded = recording('recorded');

/** The first line that is no comment: a request through a proxy has one above it. */
const requestLine = (request: string): string =>
  request
    .split(/\r?\n/)
    .find((line) => !line.startsWith('#'))
    ?.replace(/ HTTP\/1\.1$/, '') ?? '';

/** The header section with the line ends of HTTP; the body as it stands, ended by the connection. */
function toWire(answer: string): string {
  const [head = '', ...body] = answer.split('\n\n');
  const inAMinute = String(Math.ceil(Date.now() / 1000) + 60);
  const date = /^Date:/m.test(head) ? [] : [`Date: ${new Date().toUTCString()}`];
  return `${[...head.replace('{reset}', inAMinute).split('\n'), ...date, 'Connection: close'].join('\r\n')}\r\n\r\n${body.join('\n\n').trimEnd()}`;
}
