import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { cached } from './cached';

const run = promisify(execFile);

/** How to start a Chromium: `playwright-core`'s launch options of the same names. */
export interface Chromium {
  executablePath: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}

/** The browser of `CHROME_PATH`, else an installed Chrome, Chromium or Edge, else one unpacked from the npm package (Linux x64). */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<Chromium> {
  // Chromium's sandbox refuses to run as root, which is what containers run as.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const chosen = env['CHROME_PATH'];
  if (chosen && !existsSync(chosen)) throw new Error(`CHROME_PATH names no file: ${chosen}`);
  const installed = chosen || installedBrowsers(process.platform, env).find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args, env };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium(env);
  throw new Error('No Chrome, Chromium or Edge found: install one, or name its executable in CHROME_PATH.');
}

function installedBrowsers(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  switch (platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
        ['/Applications', join(env['HOME'] ?? '', 'Applications')].map((folder) =>
          join(folder, `${name}.app`, 'Contents', 'MacOS', name),
        ),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
        ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
          join(env[name] ?? '', path),
        ),
      );
    default:
      return [
        'google-chrome',
        'google-chrome-stable',
        'chromium',
        'chromium-browser',
        'microsoft-edge',
      ].flatMap((name) => (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)));
  }
}

async function packagedChromium(env: NodeJS.ProcessEnv): Promise<Chromium> {
  const entry = createRequire(__filename).resolve('@sparticuz/chromium');
  const { version } = createRequire(__filename)(join(packageFolder(entry), 'package.json')) as {
    version: string;
  };
  // The package unpacks into the folder for temporary files and trusts whatever lies there; it is given one of its own.
  const folder = await cached(`chromium@${version}`, async (unfinished) => {
    const unpack = `import(${JSON.stringify(pathToFileURL(entry).href)}).then(async (m) => {
      const chromium = m.default.default ?? m.default;
      await chromium.executablePath();
    })`;
    // With this variable it also unpacks the libraries that a machine without NSS lacks.
    const everything = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', TMPDIR: unfinished };
    await run(process.execPath, ['-e', unpack], { env: { ...env, ...everything } });
  });
  const executablePath = join(folder, 'chromium');
  const args = [
    '--no-sandbox',
    '--no-zygote',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
  ];
  const { stdout } = await run('ldd', [executablePath]).catch(() => ({ stdout: 'not found' }));
  if (!stdout.includes('not found')) return { executablePath, args, env };
  const libraries = [join(folder, 'al2023', 'lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  return { executablePath, args, env: { ...env, LD_LIBRARY_PATH: libraries } };
}

function packageFolder(entry: string): string {
  let folder = dirname(entry);
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) folder = dirname(folder);
  return folder;
}
