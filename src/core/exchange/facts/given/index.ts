import type { AnyFact } from '../../fact';
import { givenClaim } from './claim';
import { givenClaimDiffers } from './claim-differs';
import { givenField, givenRequestField } from './field';
import { givenRequestMediaType } from './media-type';
import { givenSlowerThan, givenAnswerLargerThan } from './measures';
import { givenStatus, givenCode, givenMessage, givenMissing, givenFailure } from './outcome';
import { givenMethod, givenPath, givenHeader } from './request';

/** The facts that ask for what a catalog writes beside their name. */
export const givenFacts: readonly AnyFact[] = [
  givenClaim,
  givenClaimDiffers,
  givenField,
  givenRequestField,
  givenRequestMediaType,
  givenSlowerThan,
  givenAnswerLargerThan,
  givenStatus,
  givenCode,
  givenMessage,
  givenMissing,
  givenFailure,
  givenMethod,
  givenPath,
  givenHeader,
];
