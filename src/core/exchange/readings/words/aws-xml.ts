import type { Reading } from '../../reading';
import { withoutEntities } from './entities';
import type { Said } from './said';

/** AWS's `<Error><Code>…</Code><Message>…</Message></Error>`, which many object stores imitate, and SOAP faults. */
export function readAwsXml({ answerBody: { kind, text } }: Reading): Said | undefined {
  if (kind !== 'xml') return undefined;
  const head = text.slice(0, 20_000);
  const code = element(head, 'Code') ?? element(head, 'faultcode') ?? element(head, 'code');
  const message =
    element(head, 'Message') ??
    element(head, 'faultstring') ??
    element(head, 'message') ??
    element(head, 'Text');
  return code === undefined && message === undefined ? undefined : { code, message };
}

/** The text of the first element of that local name, entities undone. */
export function element(xml: string, name: string): string | undefined {
  const text = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^<>]*)?>([^<>]{1,2000})</`).exec(xml)?.[1]?.trim();
  if (text === undefined || text === '') return undefined;
  return withoutEntities(text);
}
