import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { formatIssue } from '../../../src/core/catalog/catalog-issue';
import { validateCatalogs } from '../../../src/core/catalog/validate';

describe('docs/CATALOG.md', () => {
  it('has an example that is valid beside the shipped catalogs', () => {
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/CATALOG.md', 'utf8')) ?? [];
    const { issues, catalogs } = validateCatalogs(
      [...shippedCatalogs(), { file: 'example.yaml', text: example }],
      given,
    );
    assert.deepEqual(issues.map(formatIssue), []);
    assert.equal(catalogs.at(-1)?.id, 'acme');
  });
});
