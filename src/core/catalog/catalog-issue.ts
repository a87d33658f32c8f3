/** What is wrong with a catalog file, and where. Lines and characters are zero-based. */
export interface CatalogIssue {
  readonly file: string;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly message: string;
}

/** `catalog/apis/acme.yaml:12:5: unknown fact …`, as compilers print it: one-based. */
export function formatIssue(issue: CatalogIssue): string {
  return `${issue.file}:${issue.line + 1}:${issue.character + 1}: ${issue.message}`;
}
