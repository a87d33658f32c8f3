import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What makes a new VS Code quiet, so that only this extension is seen: no welcome page, prompts, updates or telemetry. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Writes the user settings of a VS Code that is started with `--user-data-dir` `userDataDir`, served or desktop. */
export async function writeUserSettings(userDataDir: string, settings: object = {}): Promise<void> {
  const folder = join(userDataDir, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, undefined, 2));
}
