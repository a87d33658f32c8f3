import type { Reading } from '../../reading';
import { readAwsXml } from './aws-xml';
import { readBearerChallenge } from './bearer-challenge';
import { readDeep } from './deep';
import { readDjango } from './django';
import { readEnvelope } from './envelope';
import { readErrorFields } from './error-fields';
import { readErrorList } from './error-list';
import { readErrorObject } from './error-object';
import { readFlat } from './flat';
import { readJsonRpc } from './json-rpc';
import { readOAuth } from './oauth';
import { readPage } from './page';
import { readPlainText } from './plain-text';
import { readProblemDetails } from './problem-details';
import type { Said } from './said';

type Shape = (reading: Reading) => Said | undefined;

/** The most exact first: the API's own, the standards', the frameworks', and what is left. */
const shapes: readonly Shape[] = [
  readEnvelope,
  readProblemDetails,
  readJsonRpc,
  readOAuth,
  readErrorList,
  readErrorObject,
  readDjango,
  readFlat,
  readAwsXml,
  readBearerChallenge,
  readPage,
  readPlainText,
];

/**
 * What each shape that fits the answer says; where none holds a message, what stands anywhere in the body and in header
 * fields.
 */
export function readShapes(reading: Reading): Said[] {
  const found = shapes.map((shape) => shape(reading)).filter((said) => said !== undefined);
  if (found.some(({ message }) => message !== undefined)) return found;
  const more = [readDeep(reading), readErrorFields(reading)].filter((said) => said !== undefined);
  return [...found, ...more];
}
