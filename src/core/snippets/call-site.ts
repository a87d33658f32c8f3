import type { Client, SnippetKind, SnippetLanguage } from './snippet-catalog';
import type { SyntaxNode } from './syntax';

/** An HTTP call in source code. Nodes belong to the tree that it was found in. */
export interface CallSite {
  language: SnippetLanguage;
  client: Client;
  call: SyntaxNode;
  /** What is called: `fetch`, `requests.get`, `self.session.post`. */
  function: SyntaxNode;
  /** The called function's own name; a helper's where the call goes through one. */
  name: string;
  /** Names that stand for the client's module in this file. */
  modules: string[];
  /** The client object or session that the call is made on. */
  object?: SyntaxNode;
  /** What a helper around the object replaces: the object, the module, or what another helper wraps already. */
  receiver?: { node: SyntaxNode; client: string };
  arguments: SyntaxNode;
  /** The arguments without comments. */
  values: SyntaxNode[];
  /** In capitals; undefined where the code does not say it literally. */
  method?: string;
  /** The literal start of the address, before any interpolation: `https://api.example.com/v1/`. */
  url?: string;
  /** The name that the address begins with: `BASE_URL` in `BASE_URL + '/orders'`. */
  baseName?: string;
  /** The name of the token that the call sends. */
  tokenName?: string;
  /** The body can be read only once. */
  streams: boolean;
  /** The answer is written to something of the caller's while it arrives. */
  sinks: boolean;
  /** The library is told to retry by itself. */
  retries: boolean;
  /** Header fields with a token, which a helper sends instead. */
  credentials: SyntaxNode[];
  /** The function, or the file, that prepares the request and makes the call. */
  around: SyntaxNode;
  /** The snippet whose helper is called in place of the library's own function. */
  through?: SnippetKind;
  /** The snippets whose helpers are around the object that the call is made on. */
  wrapped: SnippetKind[];
  /** What the call does already, by a helper of ours, the file's own code, or the library. */
  has: SnippetKind[];
}
