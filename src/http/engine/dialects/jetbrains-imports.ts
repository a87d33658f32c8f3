import {
  HttpSymbol,
  type HttpRegionParserResult,
  type HttpSymbolKind,
  type HttpyacHooksApi,
  type Request,
} from 'httpyac';

/** Not sent: what stands behind `run` is diagnosed where it is written. */
export const runProtocol = 'RUN';

/**
 * JetBrains' `import other.http`, by which the names and variables of another file are known here, and `run #name`,
 * which is taken for a request that is not run, so that it can be said why.
 */
export function jetbrainsImports({ hooks, utils }: HttpyacHooksApi): void {
  hooks.parse.addHook(
    'jetbrainsImports',
    async (getLines, { httpRegion, httpFileStore }): Promise<HttpRegionParserResult> => {
      const first = getLines().next();
      if (first.done || httpRegion.request) return false;
      const { line, textLine } = first.value;
      const [, keyword, target = ''] = /^\s*(import|run)\s+(\S.*?)\s*$/.exec(textLine) ?? [];
      if (keyword === 'run') {
        httpRegion.request = { protocol: runProtocol, method: 'RUN', url: target } as unknown as Request;
      } else if (keyword === 'import') {
        httpRegion.hooks.execute.addHook('import', (context) =>
          utils.importHttpFileInContext(target, httpFileStore, context),
        );
      } else return false;
      const kind = (keyword === 'run' ? 'requestLine' : 'metaData') as HttpSymbolKind;
      const place = { startLine: line, startOffset: 0, endLine: line, endOffset: textLine.length };
      const symbol = new HttpSymbol({ name: keyword, description: target, kind, source: textLine, ...place });
      return { nextParserLine: line, symbols: [symbol] };
    },
    { before: ['request'] },
  );
}
