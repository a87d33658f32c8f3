import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { validateCatalogs } from '../../../src/core/catalog/validate';

/** The sandbox plays the APIs: only there, in a folder for each, does code know one. */
const sandboxApis = join('src', 'sandbox', 'apis') + sep;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => file.endsWith('.ts') && !file.startsWith(sandboxApis))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe('No code names an API', () => {
  const apis = validateCatalogs(shippedCatalogs(), given).catalogs.filter(({ standard }) => !standard);

  it('of the five that ship', () => assert.equal(apis.length, 5));

  for (const { id, match } of apis) {
    const words = [
      id,
      ...(match?.words ?? []),
      ...(match?.hosts ?? []).filter((host) => !/localhost|127\./.test(host)),
    ];
    for (const word of new Set(words.map((each) => each.replace(/^\*\./, '').toLowerCase()))) {
      it(`by "${word}"`, () => {
        // "upstream" is also the word for what stands behind a gateway: there only a string or a key names the API.
        const named =
          word === 'upstream'
            ? /['"`]upstream['"`]/i
            : new RegExp(`\\b${word.replaceAll('.', '\\.')}\\b`, 'i');
        assert.deepEqual(
          sources.filter(({ text }) => named.test(text)).map(({ file }) => file),
          [],
        );
      });
    }
  }
});
