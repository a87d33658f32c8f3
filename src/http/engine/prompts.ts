import type { UserInteractionProvider } from 'httpyac';
import { currentRun, type Prompt } from './run-state';

/** What httpyac asks its user with. A declined question ends the run: `showInputPrompt` and the like then throw. */
export const userInteractionProvider: UserInteractionProvider = {
  isTrusted: () => currentRun()?.trusted ?? false,
  showNote: async (message) => !!(await ask({ kind: 'confirm', message })),
  showInputPrompt: (message, initial, masked) =>
    ask({ kind: masked ? 'password' : 'text', message, initial }),
  showListPrompt: (message, choices) => ask({ kind: 'choice', message, choices }),
  showWarnMessage: async (message) => void currentRun()?.log('warn', message),
  showErrorMessage: async (message) => void currentRun()?.log('error', message),
  showInformationMessage: async (message) => void currentRun()?.log('info', message),
};

async function ask(prompt: Prompt): Promise<string> {
  const run = currentRun();
  const answer = await run?.ask?.(prompt);
  if (answer === undefined) {
    if (run) run.declined ??= prompt.message;
    throw new Error('No answer');
  }
  if (prompt.kind === 'password') run?.typed.push(answer);
  return answer;
}
