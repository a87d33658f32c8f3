import type { Client } from './snippet-catalog';
import { capturesOf } from './syntax';
import type { Grammar, SyntaxNode } from './syntax';

/** By which names a file knows a client library. */
export interface Bindings {
  /** Names that stand for the module: `requests`, or `r` after `import requests as r`. */
  modules: Set<string>;
  /** Imported functions and classes, by their names in this file. */
  imported: Map<string, string>;
  /** Names and member expressions that hold a client object: `session`, `self.session`. */
  objects: Set<string>;
  /** Client objects whose own retry is configured. */
  retrying: Set<string>;
}

/** Reads the file's imports and assignments; global names that the file binds itself are left out. */
export function readBindings(client: Client, grammar: Grammar, root: SyntaxNode): Bindings {
  const bindings: Bindings = {
    modules: new Set(client.globals?.modules),
    imported: new Map(client.globals?.functions.map((name) => [name, name])),
    objects: new Set(),
    retrying: new Set(),
  };
  const matches = grammar.query(client.bindings).matches(root).map(capturesOf);
  for (const { package: from, name, alias, local, retrying } of matches) {
    if (from && from.text === client.package) {
      if (name) bindings.imported.set((alias ?? name).text, name.text);
      else bindings.modules.add((alias ?? from).text);
    }
    if (local) {
      bindings.modules.delete(local.text);
      bindings.imported.delete(local.text);
    }
    if (retrying) bindings.retrying.add(retrying.text);
  }
  for (const captures of matches) {
    const from = captures['object.package'];
    const constructor = captures['object.class'];
    const ours =
      (from && bindings.modules.has(from.text)) || (constructor && bindings.imported.has(constructor.text));
    if (captures.object && ours) bindings.objects.add(captures.object.text);
  }
  return bindings;
}
