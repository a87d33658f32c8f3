import type { ErrorObject, ValidateFunction } from 'ajv';
import type { CatalogIssue } from './catalog-issue';
import { nearest } from './nearest';
import type { ValuePath, YamlSource } from './yaml-source';

/** Holds a file against the JSON Schema; every finding says where, what, and what would be right. */
export function schemaIssues(source: YamlSource, validate: ValidateFunction): CatalogIssue[] {
  if (validate(source.value)) return [];
  const errors = validate.errors ?? [];
  const telling = errors.filter((error) => !isConsequence(error, errors));
  const issues = telling.map((error) => {
    const path = pathOf(error.instancePath);
    const params = error.params as Record<string, unknown>;
    if (error.keyword === 'additionalProperties') {
      const key = String(params['additionalProperty']);
      return source.issueAt([...path, key], unknownKey(key, error), 'key');
    }
    return source.issueAt(path, sentence(error, path));
  });
  return issues.filter(
    (issue, index) =>
      issues.findIndex((other) => other.line === issue.line && other.message === issue.message) === index,
  );
}

/** `anyOf` fails with all of its branches: where a branch went deeper than its root, only that one tells. */
function isConsequence(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (error.keyword === 'not' || error.keyword === 'if') return true;
  const deeper = all.some(
    (other) =>
      other.instancePath.length > error.instancePath.length &&
      other.instancePath.startsWith(`${error.instancePath}/`),
  );
  if (error.keyword === 'anyOf')
    return all.some(
      (other) =>
        other !== error && other.keyword !== 'anyOf' && other.instancePath.startsWith(error.instancePath),
    );
  return deeper && error.schemaPath.includes('/anyOf/');
}

function pathOf(pointer: string): ValuePath {
  const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~');
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : unescaped(step)));
}

function unknownKey(key: string, error: ErrorObject): string {
  const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
  const meant = nearest(key, known);
  return `Unknown key "${key}"${meant ? `: did you mean "${meant}"?` : `; known here: ${known.join(', ')}.`}`;
}

function sentence(error: ErrorObject, path: ValuePath): string {
  const key = path.length > 0 ? `"${path.at(-1)}"` : 'The catalog';
  const params = error.params as Record<string, unknown>;
  const missing = String(params['missingProperty']);
  switch (error.keyword) {
    case 'required':
      if (missing === 'en' || missing === 'pt-BR')
        return `${key} has no text in ${missing}: every text is written in en and pt-BR.`;
      return `${key} lacks "${missing}"${missing === 'source' ? ': say where this is known from.' : '.'}`;
    case 'type':
      return `${key} must be ${article(String(params['type']))}.`;
    case 'enum':
      return `${key} must be one of: ${(params['allowedValues'] as unknown[]).join(', ')}.`;
    case 'pattern':
      return `${key} does not have the form ${describe(error) ?? String(params['pattern'])}`;
    default:
      return `${key} ${error.message ?? 'is not valid'}.`;
  }
}

function describe(error: ErrorObject): string | undefined {
  const description = (error.parentSchema as { description?: string } | undefined)?.description;
  return description ? `it needs: ${description}` : undefined;
}

const article = (type: string): string => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`);
