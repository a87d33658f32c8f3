import type { FieldError } from './field-errors';

/** Sentences of libraries that read JSON, each with the place of the field's name in it. */
const sentences: readonly RegExp[] = [
  // encoding/json of Go.
  /cannot unmarshal \w+ into Go struct field \w*\.([\w.]+) of type/,
  // Jackson: the last of `["items"]->java.util.ArrayList[0]->com.example.Item["sku"]`.
  /through reference chain: [^)]{0,400}\["([\w$-]{1,100})"\]\)/,
  // System.Text.Json.
  /\bPath: \$\.([\w.[\]]{1,200}) \|/,
  // serde_json.
  /(?:missing|unknown) field `([\w$-]{1,100})`/,
];

/** The field that a sentence of such a library names; none where it is another sentence. */
export function sentenceFields(message: string): FieldError[] {
  const text = message.slice(0, 2000);
  const field = sentences.map((sentence) => sentence.exec(text)?.[1]).find((name) => name !== undefined);
  return field === undefined ? [] : [{ field, messages: [message] }];
}
