/** What an action writes. */
export type SnippetKind = 'retry' | 'tokenRefresh';
/** What a call is made on; or that it makes a client object. */
export type SiteKind = 'module' | 'object' | 'creation';
export const snippetKinds: readonly SnippetKind[] = ['retry', 'tokenRefresh'];

/** All languages that code can be written in; compiled from `catalog/snippets/`. */
export interface SnippetCatalog {
  languages: SnippetLanguage[];
}

/** One folder of `catalog/snippets/`: how code is read and written in one language. Queries are tree-sitter's. */
export interface SnippetLanguage {
  /** The folder's name. */
  id: string;
  /** VS Code's language id to the name of its grammar: `typescriptreact: tree-sitter-tsx`. */
  grammars: Record<string, string>;
  /** Captures what stays above inserted code, imports and constants at the top level. */
  header: string;
  /** Captures strings and statements, by which the file's own style is told. */
  style: string;
  lexical: Lexical;
  literals: Literals;
  imports?: Imports;
  environment?: Environment;
  modules?: OwnModule;
  clients: Client[];
}

/** How a helper gets a file of its own beside that of the call. */
export interface OwnModule {
  /** The extension of a file with a call to that of the new one: `.tsx: .ts`. */
  files: Record<string, string>;
  /** What joins the words of its name. */
  joint: string;
  /** A regular expression of what all files of a package begin with: they share their names, and import nothing. */
  clause?: string;
  /** What several imports are put together in: `{statements}`. */
  group?: string;
  /** How the helper is imported; the first that suits the file. */
  imports?: ModuleImport[];
}

/** One way to import a helper; templates know `{helper}` and `{module}`. */
export interface ModuleImport {
  statement: string;
  /** Regular expressions that the file's name and its text match, or a file that stands beside it; none suits all files. */
  file?: string;
  where?: string;
  neighbour?: string;
  /** How the module's own imports are spelled then: a regular expression, and what it is replaced by. */
  module?: [from: string, to: string];
  /** What the module ends with, in place of the word `export`. */
  exported?: string;
}

/** How one module is imported, for languages whose helpers need imports. Templates know `{name}` and `{alias}`. */
export interface Imports {
  statement: string;
  /** With another name; empty where a language has no such thing, so that code says the module's whole name. */
  renamed: string;
  /** The module's whole name in code, where `renamed` is empty; `{name}` by default. */
  whole?: string;
  /** A regular expression of an import in the sources; its first group is the module. */
  pattern: string;
  /** A regular expression of modules that stand before the others; among themselves they are in order. */
  first?: string;
  /** A regular expression of modules that stand in a group of their own, behind all others. */
  apart?: string;
  /** A regular expression of the part of the module's name that code uses; the whole of it by default. */
  name?: string;
  /** What in the code says that it needs a module, where that is not the module's name. */
  uses?: Record<string, string>;
  /** The type of a node that lists imports, and how they stand in it. */
  list?: { type: string; statement: string; renamed: string };
}

/** How the sources of the snippets are spelled, so that they can be respelled in a file's own style. */
export interface Lexical {
  /** What begins a comment that ends with the line. */
  comment: string;
  indent: string;
  /** String delimiters, the sources' own first. */
  quotes: string[];
  /** Regular expressions of what is never respelled: comments, templates. */
  verbatim: string[];
  /** Blank lines around a declaration at the top level. */
  blankLines: number;
  /** What code begins with behind the text that it is embedded in. */
  opening?: string;
  /** A regular expression of lines that the sources need and a file has already: `package …`. */
  omit?: string;
}

/** How values of the API's catalog are written. */
export interface Literals {
  /** A member whose name is an identifier; otherwise, or without it, `["name"]`. */
  member?: string;
  /** A path is the list of its names, for a function of the source to follow. */
  steps?: boolean;
  /** Objects are JSON texts, put together from strings and the expressions of the holes. */
  json?: boolean;
  /** What stands before and behind the pairs of an object and the items of an array. */
  object?: [string, string];
  array?: [string, string];
  /** What stands between the key and the value of a pair; a colon by default. */
  pair?: string;
  /** What stands between the items of a list of arguments; a comma by default. */
  separator?: string;
  /** What stands between the parts of a text that is put together; a plus by default. */
  concatenation?: string;
  /** How a constant is named, `{name}` by default. */
  reference?: string;
  /** `true`, `false` and `null` where the language has other words. */
  words: Record<string, string>;
  /** Object keys that are identifiers stand without quotes. */
  plainKeys?: boolean;
  /** Characters that are more than text between the sources' own quotes unless a backslash stands before them. */
  escaped?: string;
}

/** How an environment variable is read. */
export interface Environment {
  expression: string;
  import?: string;
  /** A regular expression that the file must match for the environment to be there at all. */
  where?: string;
}

/** A library that sends requests. */
export interface Client {
  id: string;
  /** The module that its names are imported from; without one they are global. */
  package?: string;
  /** Other names of the package, whose objects are the client's, too. */
  types?: string[];
  /** The package comes with the language, so that its import stands among those of the other modules. */
  standard?: boolean;
  globals?: { functions: string[]; modules: string[] };
  /** The object that the module's own functions send through, `{module}.DefaultClient`; it is always known. */
  defaultObject?: string;
  /** Modules that come with the package: their imports stand below its own. */
  companions?: string[];
  /** Only objects and their calls are this client's; another one has the module's own functions. */
  objectsOnly?: boolean;
  /** How an object that is held by value is passed on: `&{object}`. */
  addressed?: string;
  /** Function names to the HTTP methods that they send; empty where an argument says it. */
  methods: Record<string, string>;
  /** Requests are built by calls in a row, of which the last one sends, whatever holds them. */
  chained?: boolean;
  /** Functions that take their argument over: where a helper calls them again and again, it is lent. */
  lends?: string[];
  /** Helpers cannot add a key: requests are repeated by the one that the code itself gives them. */
  ownKey?: boolean;
  /** Which of the functions make a client object. */
  creations?: string[];
  /** The method where no argument says it. */
  defaultMethod?: string;
  /** Where the object with the options stands among the arguments, by function name. */
  optionsAt?: Record<string, number>;
  /** The names of positional arguments, by function name: they are passed on by name where one is put before them. */
  positional?: Record<string, string[]>;
  calls: string;
  /** A regular expression of the lines that `bindings` has to look at. */
  bindingLines: string;
  bindings: string;
  request: string;
  /** Captures what is said of a request before it is sent, by the name that holds it (`@request`). */
  prepared?: string;
  streams: string;
  snippets: Snippet[];
}

export interface Snippet {
  kind: SnippetKind;
  /** A package that the project must depend on: then this snippet, which configures it, goes before the others. */
  needs?: string;
  /** Where it is written: for a call of the module's own, for one on an object, where an object is made. Everywhere by default. */
  sites?: SiteKind[];
  /** The helper's source text, as it stands in its file. */
  source: string;
  /** The name that calls use. */
  helper: string;
  /** Every name that the source declares at its top level. */
  declares: string[];
  /** `end` only where nothing of the helper runs when the file is loaded; `in-class` at the end of the call's class. */
  place: 'end' | 'after-header' | 'in-class';
  /** What a declaration needs inside of a class. */
  prefix?: string;
  call: CallTemplate;
  /** How a call is rewritten that goes through another snippet's helper already. */
  onto?: Partial<Record<SnippetKind, CallTemplate>>;
  /** An import that the source needs, by `import` and by `require`, in a language without `imports`. */
  import?: { name: string; statement: string; required: string };
  /**
   * A named argument, or a header field, that must not be there yet; or a regular expression of what must not come
   * behind the call in the file.
   */
  refuse?: { argument?: string; field?: string; after?: string };
  parameters: Parameter[];
}

/**
 * The rewriting of a call. Templates know `{helper}`, `{function}`, `{object}`, `{client}`, `{call}`, `{argument}` (the
 * last one) and `{METHOD}`.
 */
export interface CallTemplate {
  /** Replaces the function that is called. */
  function?: string;
  /** Replaces the object that the call is made on: it goes through a wrapper of that object. */
  receiver?: string;
  /** The same for a call of the module's own, where that goes another way. */
  module?: string;
  /** Goes around the whole call: `{helper}({call})`. */
  wrap?: string;
  /** What goes around the call goes around those in a row with it, too: `{helper}(make().set())`. */
  chain?: boolean;
  /** Stands on a line of its own behind the call. */
  below?: string;
  /** A member of the call's options that gets `{helper}()`, around what another helper has put there. */
  option?: string;
  /** Goes before the first argument, where the function's name says the HTTP method. */
  prepend?: string;
  /** Goes behind the last argument; `at` is the number of arguments before it, `filler` stands for missing ones. */
  append?: string;
  at?: number;
  filler?: string;
  /** Replaces the last argument. */
  argument?: string;
  /** Goes behind the last argument of a call on a client object. */
  appendObject?: string;
}

/** A text of the source that is replaced by a value of the API's catalog, or becomes a placeholder. */
export interface Parameter {
  text: string;
  value: ValueName;
  /** Expressions for the catalog's own placeholders: `{{refreshToken}}`. */
  holes?: Record<string, string>;
}

export const valueNames = [
  'api-url',
  'access-token',
  'refresh-token',
  'refresh-path',
  'refresh-body',
  'access-token-path',
  'refresh-token-path',
  'wait-path',
  'idempotency-header',
  'idempotency-methods',
] as const;
export type ValueName = (typeof valueNames)[number];

/** What a region of a source (`when: …` to `end`, each in a comment of its own) depends on; or it names a client. */
export const conditions = ['idempotency', 'wait-field'] as const;
export type Condition = (typeof conditions)[number];
