import { boundHttpyac, newFileStore } from './engine/httpyac';
import { lookingRun, withRun } from './engine/run-state';

export interface EnvironmentQuestion {
  /** Absolute path of the `.http` file, its current text, and the workspace folder. */
  readonly file: string;
  readonly text: string;
  readonly root: string;
  /** The one that the user asked for; empty where none. */
  readonly wanted: string;
  readonly defined?: DefinedEnvironments;
}

/** Environments that settings define rather than files: their variables by name. `$shared` are those of all. */
export type DefinedEnvironments = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What settings of other clients add to every request. */
export interface ClientSettings {
  readonly defaultHeaders?: Readonly<Record<string, string>>;
  /** By host, with its port where it has one: paths of `cert` and `key`, or of `pfx`, and its `passphrase`. */
  readonly clientCertificates?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** httpyac's configuration of a run. */
export const runConfig = (environments: DefinedEnvironments = {}, settings: ClientSettings = {}) => ({
  log: { supportAnsiColors: false },
  environments: { ...environments },
  ...(settings.defaultHeaders ? { defaultHeaders: { ...settings.defaultHeaders } } : {}),
  ...(settings.clientCertificates ? { clientCertificates: { ...settings.clientCertificates } } : {}),
});

/** The environment to use: the one asked for, else the only one there is, else none. */
export async function chooseEnvironment(question: EnvironmentQuestion): Promise<string | undefined> {
  if (question.wanted) return question.wanted;
  const [only, ...others] = await listEnvironments(question);
  return others.length === 0 ? only : undefined;
}

/** The names of the environments that a file's requests can run in, as httpyac finds them. Trusted workspaces only. */
export async function listEnvironments({
  file,
  text,
  root,
  defined,
}: Omit<EnvironmentQuestion, 'wanted'>): Promise<string[]> {
  const config = runConfig(defined);
  return withRun(lookingRun(root, true), async () => {
    const httpFile = await newFileStore().parse(file, text, { workingDir: root, config });
    return boundHttpyac().getEnvironments({ httpFile, config });
  });
}
