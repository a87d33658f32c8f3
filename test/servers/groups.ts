import type { Group } from './group';
import { apache } from './programs/apache';
import { django } from './programs/django';
import { expressApp } from './programs/express';
import { haproxy } from './programs/haproxy';
import { nginx } from './programs/nginx';
import { oauth } from './programs/oauth';
import { recorded } from './programs/recorded';
import { sandboxes } from './programs/sandbox';
import { wire } from './programs/wire';

/** Every server that labelled exchanges are made with. */
export const groups: readonly Group[] = [
  nginx,
  apache,
  haproxy,
  django,
  expressApp,
  oauth,
  wire,
  recorded,
  ...sandboxes,
];
