import type { Reading } from '../../reading';
import { asText, isObject } from '../json-path';
import type { Said } from './said';

const messageName =
  /^(?:message|msg|detail|reason|description|error|error[_-]?(?:message|text|description)|title|text|mensagem|descri[cç][aã]o)$/i;
const codeName = /^(?:code|error[_-]?code|type|\.tag|codigo|c[oó]digo)$/i;

const deepest = 5;
const mostTexts = 6;

/** Messages and codes wherever they stand in a body of a shape of its own; else its sentences, whatever they are called. */
export function readDeep({ answerBody: { json } }: Reading): Said | undefined {
  const messages: string[] = [];
  const codes: string[] = [];
  const sentences: string[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > deepest || messages.length >= mostTexts) return;
    if (Array.isArray(value)) return value.slice(0, mostTexts).forEach((each) => visit(each, depth + 1));
    if (!isObject(value)) return;
    for (const [name, inner] of Object.entries(value).slice(0, 30)) {
      const text = asText(inner);
      if (text === undefined) visit(inner, depth + 1);
      else if (messageName.test(name) && /\s/.test(text)) messages.push(text);
      else if (messageName.test(name) || codeName.test(name)) codes.push(text);
      else if (/\p{L}\s+\p{L}+\s+\p{L}/u.test(text)) sentences.push(text);
    }
  };
  visit(json, 0);
  const said = messages.length > 0 ? messages : sentences.slice(0, mostTexts);
  if (said.length + codes.length === 0) return undefined;
  return { code: codes[0], message: said[0], codes, messages: said };
}
