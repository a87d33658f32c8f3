import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * The desktop's executable: `VSCODE_EXECUTABLE`, or the one that the `code` on PATH belongs to.
 *
 * Not `code` itself: it starts the desktop in a process of its own and so could not end it. And where `code` is a
 * terminal's link to a remote window (SSH, WSL, containers) there is no desktop to start.
 */
export function desktopExecutable(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env['VSCODE_EXECUTABLE']) return env['VSCODE_EXECUTABLE'];
  const windows = process.platform === 'win32';
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    for (const name of ['code', 'code-insiders', 'codium']) {
      const command = join(folder, windows ? `${name}.cmd` : name);
      const executable = existsSync(command) && executableOf(realpathSync(command), name);
      if (executable) return executable;
    }
  }
  return undefined;
}

/** `bin/code` lies beside the executable, on macOS inside the application: `Contents/Resources/app/bin/code`. */
function executableOf(command: string, name: string): string | undefined {
  const parent = dirname(dirname(command));
  const candidates =
    process.platform === 'darwin'
      ? ['Electron', 'Code', 'VSCodium'].map((each) => join(dirname(dirname(parent)), 'MacOS', each))
      : process.platform === 'win32'
        ? ['Code.exe', 'Code - Insiders.exe', 'VSCodium.exe'].map((each) => join(parent, each))
        : [join(parent, name)];
  return candidates.find((each) => each !== command && existsSync(each));
}
