import type { ProcessorContext } from 'httpyac';
import { userInteractionProvider } from '../prompts';

/** `# @prompt name What to type`: REST Client asks before it sends. */
const prompt = /^\s*(?:#+|\/\/+)\s*@prompt\s+(\S+)(?:[ \t]+(.*\S))?\s*$/gm;
const isSecret = /pass(?:word|wd|phrase)?$|secret|token/i;

/** Asks what a request wants to be asked before it is built. Throws where the user declines. */
export async function askPrompts({ httpRegion, variables }: ProcessorContext): Promise<void> {
  for (const [, name = '', description] of (httpRegion.symbol.source ?? '').matchAll(prompt))
    variables[name] = await userInteractionProvider.showInputPrompt(
      description ?? name,
      undefined,
      isSecret.test(name),
    );
}
