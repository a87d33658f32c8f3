import type { SyntaxNode } from '../snippets/syntax';
import { functionAround } from './function-around';

/** Some APIs take the refresh token in Authorization where it is renewed or revoked: whoever says so knows it. */
const renewal =
  /refresh(?!_?token)|renew|revoke|rotat|log_?-?out|sign_?-?out|invalidat|\/[\w-]*refresh|(?<!get_?)refresh_?token\s*\(|token["'`]?\s*\?\?/i;

/** Whether the code around a refresh token is there to renew or revoke it. */
export function isRefreshRequest(report: SyntaxNode): boolean {
  const around = functionAround(report);
  const name = around.childForFieldName('name')?.text ?? around.parent?.childForFieldName('name')?.text ?? '';
  if (/refresh|renew|revoke|rotat|log_?out|sign_?out|reauth/i.test(name)) return true;
  // In a file of statements, what is said far away is about something else.
  const near = around.parent ? around.text : lines(around.text, report.startIndex - around.startIndex);
  return renewal.test(near);
}

const lines = (text: string, offset: number): string => text.slice(Math.max(0, offset - 300), offset + 300);
