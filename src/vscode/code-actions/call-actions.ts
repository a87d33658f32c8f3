import { join } from 'node:path';
import { Disposable, type TextDocument } from 'vscode';
import { evidenceAround, evidenceIn, combineEvidence } from '../../core/explain/api-evidence';
import type { Api } from '../../core/catalog/catalog';
import { languageFor, mayHoldCalls } from '../../core/snippets/find-calls';
import { type ActionOffer, listActions } from '../../core/snippets/list-actions';
import type { Knowledge } from '../knowledge/knowledge';
import { grammarLoader } from './grammars';
import { advisedOn } from './advised-on';
import { ParsedDocuments } from './parsed-documents';
import { ProjectDependencies } from './project-dependencies';
import { readSnippets } from './read-snippets';

/** Longer files are generated: parsing them would cost more than anybody waits. In characters. */
const longestSource = 2_000_000;

export interface CallActions {
  /** What can be done for the call at an offset; nothing where there is none. */
  at(document: TextDocument, offset: number, indent: string, knowledge: Knowledge): Promise<ActionOffer[]>;
  dispose(): void;
}

/** Finds calls and writes code, with snippets and grammars from the extension's `dist` folder. */
export function createCallActions(dist: string): CallActions {
  const catalog = readSnippets(dist);
  const load = grammarLoader(join(dist, 'grammars'));
  const documents = new ParsedDocuments();
  const projects = new ProjectDependencies();
  return {
    async at(document, offset, indent, knowledge) {
      const { index } = knowledge;
      const language = languageFor(catalog, document.languageId);
      if (!language) return [];
      const source = document.getText();
      if (source.length > longestSource || !mayHoldCalls(catalog, document.languageId, source)) return [];
      const { version } = document;
      const [grammar, dependencies] = await Promise.all([load(language.grammar), projects.of(document)]);
      if (document.version !== version) return [];
      const parsed = documents.parse(document, grammar);
      if (!parsed) return [];
      return listActions(catalog, parsed, offset, {
        apiOf: ({ url = '', call }) => apiOf(url, source, call.startIndex),
        indent,
        dependencies,
        advised: () => advisedOn(document, offset, knowledge),
      });

      function apiOf(url: string, text: string, at: number): Api | undefined {
        const called = evidenceIn(url, index);
        const evidence =
          called.size > 0
            ? called
            : combineEvidence(
                evidenceAround(text, at, index),
                evidenceIn(document.uri.path.slice(-200), index),
              );
        const [best] = [...evidence].sort(([, a], [, b]) => b - a);
        const api = best && index.apis[best[0]];
        return api?.standard ? undefined : api;
      }
    },
    dispose: () => Disposable.from(documents, projects).dispose(),
  };
}
