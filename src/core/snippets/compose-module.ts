import type { Api } from '../catalog/catalog';
import { conditionsOf, parameterWriter } from './api-values';
import type { CallSite } from './call-site';
import { surroundingsOf, whyNot } from './compose';
import { respell } from './document-style';
import type { ParsedDocument } from './find-calls';
import { fill, helperSource } from './helper-source';
import { belowHeader } from './insertion';
import { clauseOf, type FilePlace, importFor, insertModuleImport, moduleFor } from './own-module';
import { plainText } from './placeholders';
import { rewriteCall } from './rewrite-call';
import type { Condition, Snippet, SnippetLanguage } from './snippet-catalog';
import { selectRegions } from './source-regions';
import type { TextEdit } from './text-edit';

/** A file that an action adds beside that of the call. */
export interface NewFile {
  name: string;
  text: string;
}

/** Edits of the file with the call, and the file that they need; that is there already where another call needed it. */
export interface ModuleComposition {
  edits: TextEdit[];
  newFile?: NewFile;
}

/** The same as `compose`, with the helper in a file of its own; undefined where that does not suit. */
export function composeInModule(
  site: CallSite,
  snippet: Snippet,
  document: ParsedDocument,
  place: FilePlace,
  api?: Api,
  indent?: string,
): ModuleComposition | undefined {
  const { language } = site;
  const { source, tree } = document;
  const target = moduleFor(snippet, language, place);
  if (!target || whyNot(site, snippet, api)) return undefined;
  const { style, header } = surroundingsOf(site, document, indent);
  // Nothing of the file's own may have the name of what is imported.
  const names = language.modules?.clause ? snippet.declares : [snippet.helper];
  if (names.some((name) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(source))) return undefined;
  const helper = target.helper ?? snippet.helper;
  const call = rewriteCall(site, snippet, helper, source, style);
  if ('template' in call) return undefined;

  const top = belowHeader(header, [], tree.rootNode, source);
  const imported = insertModuleImport(helper, target.module, language, header, source, top, style, place);
  if (target.helper !== undefined) return { edits: [...imported, ...call] };

  const conditions = conditionsOf(api);
  const holds = (condition: string) => condition === site.client.id || conditions[condition as Condition];
  const { valueOf } = parameterWriter(site, api, header, source);
  const { modules } = helperSource(snippet, language, { holds, valueOf });
  const text = moduleSource(snippet, language, source, place, modules, holds);
  const spelled = respell(fill(text, snippet, valueOf), language.lexical, style);
  const newFile = { name: target.file, text: plainText(spelled).replaceAll('\n', style.lineEnd) };
  return { edits: [...imported, ...call], newFile };
}

/** The snippet's source as a file by itself: with the imports that it needs, as files like the call's spell them. */
function moduleSource(
  snippet: Snippet,
  language: SnippetLanguage,
  source: string,
  place: FilePlace,
  needed: readonly string[],
  holds: (condition: string) => boolean,
): string {
  const { imports, lexical, modules } = language;
  const pattern = imports && new RegExp(imports.pattern);
  const moduleOf = (line: string) => pattern?.exec(line)?.[1];
  const omitted = lexical.omit === undefined ? undefined : new RegExp(lexical.omit);
  const lines = selectRegions(snippet.source, lexical.comment, holds)
    .split('\n')
    // A source of several files says once what each of them begins with.
    .filter((line, at, all) => all.indexOf(line) === at || !(omitted?.test(line) || moduleOf(line)))
    .filter((line) => {
      const module = moduleOf(line);
      // What one source imports from another stands with it in the same file.
      return module === undefined ? !/^import .* from '\.\.?\//.test(line) : needed.includes(module);
    });
  const way = importFor(language, source, place);
  const exported = way?.exported?.replace('{helper}', snippet.helper);
  let text = grouped(lines, language, moduleOf)
    .join('\n')
    .trim()
    .replace(/\n{3,}/g, '\n'.repeat(lexical.blankLines + 1));
  if (modules?.clause)
    text = text.replace(new RegExp(modules.clause, 'm'), clauseOf(source, modules.clause) ?? '$&');
  if (way?.module) text = text.replace(new RegExp(way.module[0], 'gm'), way.module[1]);
  if (exported !== undefined) text = `${text.replace(/^export /gm, '')}\n\n${exported}`;
  return `${text}\n`;
}

/** Puts imports of one line each together, in languages that do. */
function grouped(
  lines: readonly string[],
  { imports, modules, lexical }: SnippetLanguage,
  moduleOf: (line: string) => string | undefined,
): string[] {
  const { group } = modules ?? {};
  const first = lines.findIndex((line) => moduleOf(line) !== undefined);
  if (!group || !imports?.list || first < 0) return [...lines];
  const { statement } = imports.list;
  const apart = imports.apart === undefined ? undefined : new RegExp(imports.apart);
  const names = [...new Set(lines.flatMap((line) => moduleOf(line) ?? []))].sort();
  const groups = [names.filter((name) => !apart?.test(name)), names.filter((name) => apart?.test(name))];
  const statements = groups
    .filter(({ length }) => length > 0)
    .map((each) => each.map((name) => lexical.indent + statement.replace('{name}', name)).join('\n'));
  const rest = (part: readonly string[]) => part.filter((line) => moduleOf(line) === undefined);
  const whole = group.replace('{statements}', statements.join('\n\n'));
  return [...rest(lines.slice(0, first)), whole, ...rest(lines.slice(first))];
}
