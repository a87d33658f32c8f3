import type { TextDocument } from 'vscode';
import { apiCalled } from '../../core/explain/api-called';
import { mayHoldCalls } from '../../core/snippets/find-calls';
import { type ActionOffer, listActions } from '../../core/snippets/list-actions';
import type { Knowledge } from '../knowledge/knowledge';
import { advisedOn } from './advised-on';
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
  return {
    async at(document, offset, indent, knowledge) {
      const { index } = knowledge;
      const source = document.getText();
      if (!mayHoldCalls(catalog, document.languageId, source)) return [];
      const dependencies = await projects.of(document);
      const parsed = await parse(document);
      if (parsed?.source !== source) return [];
      return listActions(catalog, parsed, offset, {
        apiOf: ({ url, call }) =>
          apiCalled({ url, source, offset: call.startIndex, path: document.uri.path.slice(-200) }, index),
        indent,
        dependencies,
        advised: () => advisedOn(document, offset, knowledge),
      });
    },
    dispose: () => projects.dispose(),
  };
}
