import { join } from 'node:path';
import type { Group } from '../../group';
import { django, startDjango } from '../django';

/** Django in development: pages of its debugger, opaque tokens, sessions and CSRF. */
export const heldOutDjango: Group = {
  name: 'held-out/django',
  labelsFacts: false,
  missing: django.missing,
  start: () => startDjango(join(__dirname, 'sources', 'django_debug.py')),
};
