import type { HttpFile } from 'httpyac';

/**
 * The value that a file gives a variable, wherever `@name = value` stands: to httpyac it belongs to the request below it,
 * to REST Client, Visual Studio and JetBrains to the whole file, where the last one counts.
 */
export function fileVariable(name: string, { httpRegions }: HttpFile): string | undefined {
  return httpRegions
    .flatMap(({ symbol }) => symbol.children ?? [])
    .findLast((symbol) => String(symbol.kind) === 'variableDefinition' && symbol.name === name)?.description;
}
