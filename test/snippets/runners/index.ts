import { axiosRetryRunners, axiosRunners, pRetryRunners } from './axios';
import { goRunners } from './go';
import { gotRunners } from './got';
import { javaRunners } from './java';
import { fetchRunners } from './node';
import { phpRunners } from './php';
import { pythonRunners } from './python';
import { rubyRunners } from './ruby';
import { csharpRunner } from './csharp';
import { rustRunners } from './rust';
import { shellRunners } from './shell';
import type { Runner } from './runner';

/** Every library that there are snippets for, with a program that uses it. */
export const runners: Runner[] = [
  ...fetchRunners,
  ...axiosRunners,
  ...axiosRetryRunners,
  ...pRetryRunners,
  ...gotRunners,
  ...pythonRunners,
  ...goRunners,
  ...javaRunners(),
  ...rubyRunners(),
  ...phpRunners(),
  ...shellRunners(),
  csharpRunner(),
  ...rustRunners(),
];
