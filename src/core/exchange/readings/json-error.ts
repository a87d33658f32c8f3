import { printParseErrorCode, visit } from 'jsonc-parser';
import { phrase, type Phrase } from '../../text/phrase';

/** Where a text stops being JSON, counted from one, and why. */
export interface JsonError {
  readonly line: number;
  readonly column: number;
  readonly reason: Phrase;
}

/** The first place at which `text` is not JSON (RFC 8259); undefined where it is. */
export function findJsonError(text: string): JsonError | undefined {
  let found: JsonError | undefined;
  const stop = Symbol('first error');
  try {
    visit(
      text,
      {
        onError(code, offset, length, startLine, startCharacter) {
          const error = printParseErrorCode(code);
          const comma = trailingComma(text, error, offset);
          const at = comma ?? { line: startLine, column: startCharacter };
          const reason = comma
            ? phrase('trailing comma')
            : reasonOf(
                error,
                text.slice(offset, offset + length),
                text.slice(offset + length, offset + length + 200),
              );
          found = { line: at.line + 1, column: at.column + 1, reason };
          // Parsing goes on after an error; the rest of a large body is of no use to anyone.
          throw stop;
        },
      },
      { disallowComments: true, allowTrailingComma: false },
    );
  } catch (error) {
    // The parser recurses: brackets in great numbers exhaust its stack.
    if (error !== stop && !(error instanceof RangeError)) throw error;
  }
  return found;
}

/** A comma before a closing bracket is reported at the bracket; people look for the comma. */
function trailingComma(text: string, error: string, offset: number) {
  if (error !== 'PropertyNameExpected' && error !== 'ValueExpected') return undefined;
  const before = text.slice(Math.max(0, offset - 2000), offset).trimEnd();
  if (!before.endsWith(',') || !/[}\]]/.test(text[offset] ?? '')) return undefined;
  const comma = text.slice(0, offset).trimEnd().length - 1;
  const lineStart = text.lastIndexOf('\n', comma) + 1;
  return { line: text.slice(0, lineStart).split('\n').length - 1, column: comma - lineStart };
}

/** By the parser's own name of the error. */
const reasons: Readonly<Record<string, Phrase>> = {
  PropertyNameExpected: phrase('a property name in double quotes is expected'),
  ValueExpected: phrase('a value is expected'),
  ColonExpected: phrase('a colon is expected'),
  CommaExpected: phrase('a comma is expected'),
  CloseBraceExpected: phrase('a closing brace is expected'),
  CloseBracketExpected: phrase('a closing bracket is expected'),
  EndOfFileExpected: phrase('something follows the end of the value'),
  InvalidCommentToken: phrase('comments are not allowed'),
  UnexpectedEndOfString: phrase('a string is not closed'),
  UnexpectedEndOfNumber: phrase('a malformed number'),
  InvalidNumberFormat: phrase('a malformed number'),
  InvalidUnicode: phrase('a malformed escape in a string'),
  InvalidEscapeCharacter: phrase('a malformed escape in a string'),
  InvalidCharacter: phrase('a control character in a string'),
};

/** What JavaScript and Python write for values that JSON does not have, or has in another spelling. */
const foreignValue = /^-?(?:NaN|Infinity|undefined|None|True|False|nil|NULL|TRUE|FALSE)$/;

function reasonOf(error: string, found: string, after: string): Phrase {
  if (found.startsWith("'")) return phrase('single quotes where double quotes are needed');
  if (/^[“”„‘’«»]/.test(found)) return phrase('typographic quotes where straight ones are needed');
  if (error === 'ValueExpected' && found === '') return phrase('the text ends where a value is expected');
  if (error === 'InvalidSymbol') {
    if (/^\s*:/.test(after)) return phrase('a property name in double quotes is expected');
    if (foreignValue.test(found)) return phrase('`{0}` is not a JSON value', found);
    if (/^[\p{L}_]/u.test(found)) return phrase('a text without double quotes');
  }
  return reasons[error] ?? phrase('not JSON');
}
