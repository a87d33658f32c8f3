import { pitfallIds } from '../core/pitfalls/pitfall-catalog';

/** Every id that the manifest and the code share; a test holds them against package.json. */
export const commands = {
  diagnoseRequest: 'apiTroubleshooter.diagnoseRequest',
  diagnoseWorkspaceRequest: 'apiTroubleshooter.diagnoseWorkspaceRequest',
  explain: 'apiTroubleshooter.explain',
  showProblem: 'apiTroubleshooter.showProblem',
  searchProblems: 'apiTroubleshooter.searchProblems',
  insertRetry: 'apiTroubleshooter.insertRetry',
  insertTokenRefresh: 'apiTroubleshooter.insertTokenRefresh',
  copySupportReport: 'apiTroubleshooter.copySupportReport',
  openSupportReport: 'apiTroubleshooter.openSupportReport',
  compareDiagnoses: 'apiTroubleshooter.compareDiagnoses',
  checkHealth: 'apiTroubleshooter.checkHealth',
  chooseEnvironment: 'apiTroubleshooter.chooseEnvironment',
  sendAfterWait: 'apiTroubleshooter.sendAfterWait',
  stopWaiting: 'apiTroubleshooter.stopWaiting',
  refreshAndSend: 'apiTroubleshooter.refreshAndSend',
  applyFix: 'apiTroubleshooter.applyFix',
  startSandbox: 'apiTroubleshooter.startSandbox',
  stopSandbox: 'apiTroubleshooter.stopSandbox',
  openSample: 'apiTroubleshooter.openSample',
} as const;

/** Views, by their ids. */
export const views = { requests: 'apiTroubleshooter.requests' } as const;

export const section = 'apiTroubleshooter';

/** Settings, below `section`, with their defaults as in package.json. */
export const settingDefaults = {
  'hover.enabled': true,
  'hover.kinds': ['status', 'code', 'message', 'field', 'claim', 'token'] as string[],
  apis: [] as string[],
  catalogs: [] as string[],
  pitfalls: [...pitfallIds] as string[],
  'request.timeout': 30,
  'request.maximumBody': 10,
  'request.environment': '',
  'history.keep': false,
} as const;

export const contextKeys = {
  sandboxRunning: 'apiTroubleshooter.sandboxRunning',
  hasDiagnosis: 'apiTroubleshooter.hasDiagnosis',
  isWaiting: 'apiTroubleshooter.isWaiting',
} as const;

/** VS Code's ids of the languages that code is written in: those of `catalog/snippets`; a test holds the two together. */
export const writableLanguages: readonly string[] = [
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'python',
  'go',
  'java',
  'ruby',
  'php',
  'shellscript',
  'csharp',
  'rust',
];
