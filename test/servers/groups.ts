import type { Group } from './group';
import { apache } from './programs/apache';
import { django } from './programs/django';
import { expressApp } from './programs/express';
import { guarded } from './programs/guarded';
import { haproxy } from './programs/haproxy';
import { heldOutApache } from './programs/held-out/apache';
import { heldOutDjango } from './programs/held-out/django-debug';
import { heldOutHaproxy } from './programs/held-out/haproxy';
import { heldOutLanguages } from './programs/held-out/languages';
import { heldOutNginx } from './programs/held-out/nginx';
import { heldOutNode } from './programs/held-out/node';
import { heldOutShapes } from './programs/held-out/shapes';
import { heldOutWire } from './programs/held-out/wire';
import { heldOutAnswers } from './programs/held-out-2/answers';
import { heldOutRequests } from './programs/held-out-2/requests';
import { heldOutAuthentication } from './programs/held-out-3/authentication';
import { nginx } from './programs/nginx';
import { oauth } from './programs/oauth';
import { recorded } from './programs/recorded';
import { sandboxes } from './programs/sandbox';
import { unseenAnswers } from './programs/unseen/answers';
import { unseenFrameworks } from './programs/unseen/frameworks';
import { unseenProxies } from './programs/unseen/proxies';
import { unseenWire } from './programs/unseen/wire';
import { wire } from './programs/wire';

/** Servers whose exchanges were labelled before the product saw them, to see whether it holds on what nobody fitted. */
export const heldOut: readonly Group[] = [
  heldOutNginx,
  heldOutApache,
  heldOutHaproxy,
  heldOutDjango,
  heldOutNode,
  ...heldOutLanguages,
  heldOutWire,
  heldOutShapes,
  heldOutRequests,
  ...heldOutAnswers,
  ...heldOutAuthentication,
  unseenFrameworks,
  unseenProxies,
  unseenWire,
  ...unseenAnswers,
];

/** Every server that labelled exchanges are made with. */
export const groups: readonly Group[] = [
  nginx,
  apache,
  haproxy,
  django,
  expressApp,
  guarded,
  oauth,
  wire,
  recorded,
  ...sandboxes,
  ...heldOut,
];
