/** A refused request: an error as a value, until the API makes an answer of it. `Name` is one of the API's errors. */
export interface Refusal<Name extends string = string> {
  readonly refused: Name;
  /** Instead of the error's usual message. */
  readonly message?: string;
  /** What the API's envelope has room for beside code and message. */
  readonly details?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const isRefusal = (value: object): value is Refusal => 'refused' in value;
