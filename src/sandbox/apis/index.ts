import type { SandboxApi } from './api';
import { celigo } from './celigo/index';
import { dumont } from './dumont/index';
import { interflow } from './interflow/index';
import { stateset } from './stateset/index';
import { upstream } from './upstream/index';

/** All APIs of the sandbox. The first one is the default: it gets the port that was asked for. */
export const APIS: readonly SandboxApi[] = [stateset, celigo, dumont, interflow, upstream];
