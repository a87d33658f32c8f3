import type { TextDocument } from 'vscode';
import { languageFor, mayHoldCalls } from '../../core/snippets/find-calls';
import { type ActionOffer, listActions } from '../../core/snippets/list-actions';
import type { Knowledge } from '../knowledge/knowledge';
import { advisedOn } from './advised-on';
import { FilePlaces } from './file-places';
import { ProjectDependencies } from './project-dependencies';
import type { SourceCode } from './source-code';

export interface CallActions {
  /** What can be done for the call at an offset; nothing where there is none. */
  at(document: TextDocument, offset: number, indent: string, knowledge: Knowledge): Promise<ActionOffer[]>;
  dispose(): void;
}

/** Finds calls and writes code. */
export function createCallActions({ snippets: catalog, parse }: SourceCode): CallActions {
  const projects = new ProjectDependencies();
  const places = new FilePlaces();
  return {
    async at(document, offset, indent, knowledge) {
      const source = document.getText();
      if (!mayHoldCalls(catalog, document.languageId, source)) return [];
      const language = languageFor(catalog, document.languageId)?.language;
      const [dependencies, place] = await Promise.all([
        projects.of(document),
        language && places.of(document, language),
      ]);
      const parsed = await parse(document);
      if (parsed?.source !== source) return [];
      return listActions(catalog, parsed, offset, {
        apiOf: ({ url, call }) =>
          knowledge.apiCalled({ url, source, offset: call.startIndex, path: document.uri.path.slice(-200) }),
        indent,
        dependencies,
        place,
        advised: () => advisedOn(document, offset, knowledge),
      });
    },
    dispose() {
      projects.dispose();
      places.dispose();
    },
  };
}
