import { localName } from './imports';
import type { Client, Imports } from './snippet-catalog';
import { matchesOnLines } from './matches-on-lines';
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
  /** Members of any object that hold a client: `client` in `api.client`. */
  members: Set<string>;
  /** Which objects and members hold the client itself, where the language tells that from a reference to it. */
  values: Set<string>;
  /** Client objects whose own retry is configured. */
  retrying: Set<string>;
  /** Client objects that refresh their token. */
  refreshing: Set<string>;
  /** Client objects that have already what the snippets would give a call. */
  configured: Set<string>;
}

/** Reads the file's imports and assignments; global names that the file binds itself are left out. */
export function readBindings(
  client: Client,
  imports: Imports | undefined,
  grammar: Grammar,
  root: SyntaxNode,
  source: string,
): Bindings {
  const bindings: Bindings = {
    modules: new Set(client.globals?.modules),
    imported: new Map(client.globals?.functions.map((name) => [name, name])),
    objects: new Set(),
    members: new Set(),
    values: new Set(),
    retrying: new Set(),
    refreshing: new Set(),
    configured: new Set(),
  };
  const query = grammar.query(client.bindings);
  const matches = matchesOnLines(query, root, client.bindingLines, source).map(capturesOf);
  for (const captures of matches) {
    const { package: from, 'package.all': all, module, name, alias, local } = captures;
    const { retrying, refreshing, configured } = captures;
    if (from && from.text === client.package) {
      if (name) bindings.imported.set((alias ?? name).text, name.text);
      else bindings.modules.add(alias?.text ?? localName(from.text, imports));
    }
    if (from && client.types?.includes(from.text)) {
      bindings.imported.set((alias ?? name)?.text ?? localName(from.text, imports), from.text);
    }
    if (all && client.package?.startsWith(`${all.text}.`)) {
      bindings.modules.add(localName(client.package, imports));
    }
    if (module) bindings.modules.add(module.text);
    if (local) {
      bindings.modules.delete(local.text);
      bindings.imported.delete(local.text);
    }
    if (captures.client) bindings.objects.add(captures.client.text);
    if (configured) bindings.configured.add(configured.text);
    if (retrying) bindings.retrying.add(retrying.text);
    if (refreshing) bindings.refreshing.add(refreshing.text);
  }
  for (const captures of matches) {
    const from = captures['object.package'];
    const constructor = captures['object.class'];
    const ours =
      (from && bindings.modules.has(from.text)) ||
      (constructor && (bindings.imported.has(constructor.text) || bindings.modules.has(constructor.text)));
    if (!ours) continue;
    for (const [name, node] of Object.entries(captures)) {
      if (!node || !/^object(\.member)?(\.value)?$/.test(name)) continue;
      (name.includes('member') ? bindings.members : bindings.objects).add(node.text);
      if (name.endsWith('value')) bindings.values.add(node.text);
    }
  }
  for (const module of bindings.modules) {
    if (client.defaultObject) bindings.objects.add(client.defaultObject.replace('{module}', module));
  }
  return bindings;
}
