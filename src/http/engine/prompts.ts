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
  showInformationMessage: async (message, ...buttons) => {
    const run = currentRun();
    run?.log('info', message);
    // The code that is to be typed on a page (RFC 8628 §3.3): nobody waits for the answer.
    const isWanted = buttons[0] !== undefined && (await run?.ask?.({ kind: 'open', message })) !== undefined;
    return isWanted ? buttons[0] : undefined;
  },
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
