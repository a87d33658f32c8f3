import type { SyntaxNode } from '../snippets/syntax';
import { ancestors } from '../snippets/syntax';
import { isSecretName } from '../redact/secret-names';
import type { Inspected } from './find-pitfalls';
import { withImports } from './insert-code';
import type { Pitfall } from './pitfall';
import type { Secret } from './real-secret';

/** A secret is read from the environment variable that its own name suggests; nothing where no code can run. */
export function fromEnvironment(
  inspected: Inspected,
  literal: SyntaxNode,
  secret: Secret,
): Pick<Pitfall, 'edits' | 'written'> {
  const { language, document } = inspected;
  const { environment, lexical, literals } = language;
  if (!environment || isConstant(literal)) return {};
  if (environment.where && !new RegExp(environment.where).test(document.source)) return {};
  const name = nameFor(literal, secret);
  const own = lexical.quotes[0] ?? '"';
  const opening = /^[a-zA-Z@$]*(["'`])/.exec(literal.text);
  const quote = opening?.[1] ?? own;
  const before = document.source.slice(literal.startIndex + (opening?.[0].length ?? 0), secret.start);
  if (language.id === 'shell')
    return { edits: [inShell(environment.expression, name, literal, before)], written: name };
  const spelled = environment.expression
    .replace('{name}', name)
    .replaceAll(own, lexical.quotes.includes(quote) ? quote : own);
  const modules = environment.import ? [environment.import] : [];
  const { text: read, edits } = withImports(inspected, literal, spelled, modules);
  const text =
    before === ''
      ? read
      : joined(
          literal.text.slice(0, opening?.[0].length ?? 0) + before + quote,
          read,
          literals.concatenation,
        );
  if (text === undefined || (before !== '' && literals.words['null'] === undefined && language.id === 'rust'))
    return {};
  const needsBrackets = before === '' && /\s(?:\?\?|\?:)\s/.test(read) && isOperand(literal);
  return {
    edits: [
      ...edits,
      { start: literal.startIndex, end: literal.endIndex, text: needsBrackets ? `(${text})` : text },
    ],
    written: name,
  };
}

const joined = (left: string, right: string, operator = '+'): string =>
  `${left} ${operator} ${/\s(?:\?\?|\?:)\s/.test(right) ? `(${right})` : right}`;

/** Within double quotes, so that what stands before it stays. */
function inShell(expression: string, name: string, { startIndex, endIndex }: SyntaxNode, before: string) {
  const variable = expression.replace('{name}', name).replace(/^"/, '');
  return { start: startIndex, end: endIndex, text: `"${before}${variable}` };
}

const isOperand = ({ parent }: SyntaxNode): boolean =>
  /binary|member|call_expression$|subscript/.test(parent?.type ?? '');

/** What is worked out before the program runs, and so cannot ask its environment. */
function isConstant(literal: SyntaxNode): boolean {
  for (const node of ancestors(literal)) {
    if (
      /^(?:const_declaration|const_item|static_item|annotation|attribute|const_element|parameter|property_declaration)/.test(
        node.type,
      )
    )
      return true;
    if (/field_declaration|local_declaration/.test(node.type))
      return /\bconst\b/.test(node.text.slice(0, 80));
    if (/body|block$|module|program/.test(node.type)) return false;
  }
  return false;
}

const usual: readonly [start: RegExp, name: string][] = [
  [/^eyJ/, 'ACCESS_TOKEN'],
  [/^[sr]k_live/, 'STRIPE_SECRET_KEY'],
  [/^whsec_/, 'WEBHOOK_SECRET'],
  [/^(?:gh|github_)/, 'GITHUB_TOKEN'],
  [/^glpat/, 'GITLAB_TOKEN'],
  [/^xox/, 'SLACK_TOKEN'],
  [/^(?:AKIA|ASIA)/, 'AWS_ACCESS_KEY_ID'],
  [/^(?:AIza|ya29)/, 'GOOGLE_API_KEY'],
  [/^SG\./, 'SENDGRID_API_KEY'],
  [/^npm_/, 'NPM_TOKEN'],
];

/** The name of what the literal is given to, where that is a secret's; else what such keys are usually called. */
function nameFor(literal: SyntaxNode, { text }: Secret): string {
  for (const node of ancestors(literal)) {
    const named = ['name', 'key', 'left', 'pattern']
      .map((field) => node.childForFieldName(field))
      .find(Boolean);
    const name = named && named.id !== literal.id ? /\w+(?=\W*$)/.exec(named.text)?.[0] : undefined;
    if (name && name.length < 40 && !/^authorization$/i.test(name) && isSecretName(name, new Set()))
      return name
        .replace(/^_+/, '')
        .replace(/([a-z\d])([A-Z])/g, '$1_$2')
        .toUpperCase();
    if (/statement|body|block|declaration$/.test(node.type)) break;
  }
  return usual.find(([start]) => start.test(text))?.[1] ?? 'API_KEY';
}
