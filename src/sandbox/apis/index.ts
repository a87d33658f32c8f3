import type { SandboxApi } from './api';
import { stateset } from './stateset/index';

/** All APIs of the sandbox. The first one is the default: it gets the port that was asked for. */
export const APIS: readonly SandboxApi[] = [stateset];
