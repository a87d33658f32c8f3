/** The packages that a project's manifest names, with their versions as it spells them; empty where it says none. */
export type Dependencies = ReadonlyMap<string, string>;

/** How a manifest names a package and its version: in the groups of patterns, or as members of JSON objects. */
type Format = { patterns: readonly RegExp[] } | { members: readonly string[] };

const requirement =
  /^[ \t]*["']?([A-Za-z0-9][\w.-]*)(?:\[[^\]\n]*\])?[ \t]*(?:=[ \t]*["'])?([~^<>=!][^"'#;\n]*|\d[\w.*]*)?["']?,?[ \t]*(?:[#;].*)?$/gm;
/** One of several on a line: `dependencies = ["requests>=2", "tenacity"]`. */
const listed =
  /[[,][ \t]*["']([A-Za-z0-9][\w.-]*)(?:\[[^\]\n]*\])?[ \t]*([~^<>=!][^"'\n]*)?["'](?=[ \t]*[,\]])/g;

/** Manifests by their file's name, for each language id whose projects have them. */
const manifests: readonly { languages: readonly string[]; file: RegExp; format: Format }[] = [
  {
    languages: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
    file: /^package\.json$/,
    format: { members: ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] },
  },
  {
    languages: ['python'],
    file: /^(?:pyproject\.toml|Pipfile|(?:[\w.-]+-)?requirements[\w.-]*\.(?:txt|in))$/,
    format: { patterns: [requirement, listed] },
  },
  {
    languages: ['go'],
    file: /^go\.mod$/,
    format: { patterns: [/^(?:require)?[ \t]+(\S+\.\S+)[ \t]+(v\S+)/gm] },
  },
  {
    languages: ['java', 'kotlin'],
    file: /^pom\.xml$/,
    format: { patterns: [/<artifactId>\s*([^<\s]+)\s*<\/artifactId>(?:\s*<version>\s*([^<\s]+))?/g] },
  },
  {
    languages: ['java', 'kotlin'],
    file: /^build\.gradle(?:\.kts)?$/,
    format: { patterns: [/["'][\w.-]+:([\w.-]+)(?::([^"':]+))?["']/g] },
  },
  {
    languages: ['ruby'],
    file: /^Gemfile$/,
    format: { patterns: [/^[ \t]*gem[ \t(]+["']([\w-]+)["'](?:,[ \t]*["']([^"']+)["'])?/gm] },
  },
  { languages: ['php'], file: /^composer\.json$/, format: { members: ['require', 'require-dev'] } },
  {
    languages: ['rust'],
    file: /^Cargo\.toml$/,
    format: { patterns: [/^[ \t]*([\w-]+)[ \t]*=[ \t]*(?:"([^"\n]+)"|\{)/gm] },
  },
  {
    languages: ['csharp'],
    file: /\.csproj$/,
    format: { patterns: [/<PackageReference\s[^>]*Include="([^"]+)"(?:[^>]*Version="([^"]+)")?/g] },
  },
];

/** A glob of all files that `isManifest` knows, so that a change of one can be noticed. */
export const manifestFiles =
  '**/{package.json,pyproject.toml,Pipfile,*requirements*,go.mod,pom.xml,build.gradle*,Gemfile,composer.json,Cargo.toml,*.csproj}';

/** Whether a file of this name says what a project in a language depends on. */
export function isManifest(name: string, languageId: string): boolean {
  return manifests.some(({ languages, file }) => languages.includes(languageId) && file.test(name));
}

/** The packages that a manifest names; one that cannot be read names none. */
export function readDependencies(name: string, text: string): Dependencies {
  const format = manifests.find(({ file }) => file.test(name))?.format;
  if (!format) return new Map();
  if ('members' in format) return membersOf(text, format.members);
  const found = format.patterns.flatMap((pattern) => [...text.matchAll(pattern)]);
  return new Map(found.map(([, name = '', version = '']) => [name, version.trim()]));
}

function membersOf(text: string, lists: readonly string[]): Dependencies {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return new Map();
  }
  const members = (value: unknown) =>
    typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(
    members(manifest)
      .filter(([list]) => lists.includes(list))
      .flatMap(([, packages]) => members(packages))
      .map(([found, version]) => [found, typeof version === 'string' ? version : '']),
  );
}
