/** What the validator knows of facts: each name, and what may stand beside it. */
export interface KnownFact {
  readonly name: string;
  readonly checkParameter?: (parameter: unknown) => string | undefined;
}
