import {
  HttpSymbol,
  type Request,
  type HttpRegionParserResult,
  type HttpSymbolKind,
  type HttpyacHooksApi,
} from 'httpyac';
import { RequestSender } from '../request-sender';
import { readCurl } from './curl-command';

/** Reads a curl command where a request line could stand, as REST Client does. */
export function curlRequests({ hooks, utils, sessionStore }: HttpyacHooksApi): void {
  const execute = utils.executeRequestClientFactory(
    (request, context) => new RequestSender(request, context),
    sessionStore,
  );
  hooks.parse.addHook(
    'curl',
    async (getLines, { httpRegion }): Promise<HttpRegionParserResult> => {
      const lines = getLines();
      const first = lines.next();
      if (first.done || httpRegion.request || !/^\s*curl\s/.test(first.value.textLine)) return false;
      const { line: startLine } = first.value;
      let endLine = startLine;
      let command = first.value.textLine;
      let curl = isContinued(command) ? undefined : readCurl(command);
      for (
        let next = lines.next();
        !curl && !next.done && next.value.textLine.trim() !== '';
        next = lines.next()
      ) {
        command += `\n${next.value.textLine}`;
        endLine = next.value.line;
        curl = isContinued(command) ? undefined : readCurl(command);
      }
      if (!curl) return false;
      const { method, url, headers, body, followsRedirects, insecure } = curl;
      httpRegion.request = {
        protocol: 'HTTP',
        method,
        url,
        headers: { ...headers },
        body,
        noRedirect: !followsRedirects,
        noRejectUnauthorized: insecure,
      } as Request;
      httpRegion.hooks.execute.addHook('HTTP', execute);
      const place = {
        startLine,
        startOffset: 0,
        endLine,
        endOffset: command.split('\n').at(-1)?.length ?? 0,
      };
      return {
        nextParserLine: endLine,
        symbols: [
          new HttpSymbol({
            name: command,
            description: 'request-line',
            kind: 'requestLine' as HttpSymbolKind,
            source: command,
            ...place,
          }),
        ],
      };
    },
    { before: ['request'] },
  );
}

const isContinued = (command: string): boolean => /\\\s*$/.test(command);
