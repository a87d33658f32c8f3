import { join } from 'node:path';
import type { TextDocument } from 'vscode';
import type { PitfallCatalog } from '../../core/pitfalls/pitfall-catalog';
import { languageFor, type ParsedDocument } from '../../core/snippets/find-calls';
import type { SnippetCatalog } from '../../core/snippets/snippet-catalog';
import { readPitfalls } from '../pitfalls/read-pitfalls';
import { grammarLoader } from './grammars';
import { ParsedDocuments } from './parsed-documents';
import { readSnippets } from './read-snippets';

/** Longer files are generated: parsing them would cost more than anybody waits. In characters. */
const longestSource = 2_000_000;

/** Reads source code in the languages of the snippets: each grammar is loaded once, whoever asks for it. */
export interface SourceCode {
  readonly snippets: SnippetCatalog;
  readonly pitfalls: PitfallCatalog;
  /** The document's tree; nothing for a language without a grammar, and where the document changed meanwhile. */
  parse(document: TextDocument): Promise<ParsedDocument | undefined>;
  dispose(): void;
}

/** With catalogs and grammars from the extension's `dist` folder. */
export function openSourceCode(dist: string): SourceCode {
  const snippets = readSnippets(dist);
  const load = grammarLoader(join(dist, 'grammars'));
  const documents = new ParsedDocuments();
  return {
    snippets,
    pitfalls: readPitfalls(dist),
    async parse(document) {
      const language = languageFor(snippets, document.languageId);
      if (!language || document.getText().length > longestSource) return undefined;
      const { version } = document;
      const grammar = await load(language.grammar);
      return document.version === version ? documents.parse(document, grammar) : undefined;
    },
    dispose: () => documents.dispose(),
  };
}
