import assert from 'node:assert/strict';
import { outcomeOf, SandboxedSamples } from './broken-sample';

/** Broken requests of the samples, and the fix after which they succeed. */
const healed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'stateset.http': {
    expiredToken: 'renew-token',
    missingHeader: 'add-credential-known',
    quotedToken: 'unquote-credential',
    missingScheme: 'add-scheme',
    refreshAsAccess: 'renew-token',
    apiKeyAsBearer: 'move-key',
    invalidJson: 'repair-body',
    wrongPath: 'correct-path',
    wrongMethod: 'correct-method',
  },
  'celigo.http': {
    missingKey: 'add-credential-known',
    quotedKey: 'unquote-credential',
    missingScheme: 'add-scheme',
    invalidJson: 'repair-body',
    wrongPath: 'correct-path',
    wrongMethod: 'correct-method',
  },
  'dumont.http': {
    expiredToken: 'renew-token',
    missingHeader: 'add-credential-known',
    wrongPath: 'correct-path',
  },
  'interflow.http': {
    missingHeader: 'add-credential-known',
    keyInWrongHeader: 'move-key',
    quotedKey: 'unquote-credential',
    invalidJson: 'repair-body',
  },
  'upstream.http': {
    expiredToken: 'renew-token',
    missingHeader: 'add-credential-known',
    lowerCaseScheme: 'correct-scheme',
    refreshAsAccess: 'renew-token',
    doubledScheme: 'drop-second-scheme',
    wrongPath: 'match-other-path',
    missingSlash: 'correct-slashes-end',
    invalidJson: 'repair-body',
    wrongMethod: 'correct-method',
    wrongContentType: 'set-content-type-json',
  },
};

/** Ways to break a good request, each of which a fix has to undo. */
const breakages: readonly (readonly [title: string, pattern: RegExp, by: string])[] = [
  ['the token in quotation marks', /^(Authorization: Bearer )(.+)$/m, '$1"$2"'],
  ['no scheme', /^(Authorization: )Bearer (.+)$/m, '$1$2'],
  ['the scheme twice', /^(Authorization: )(Bearer .+)$/m, '$1Bearer $2'],
  ['another scheme', /^(Authorization: )Bearer (.+)$/m, '$1Token $2'],
  ['a zero-width character', /^(Authorization: Bearer )(.+)$/m, '$1\u200B$2'],
  ['a blank line above the header fields', /^(GET .+)$/m, '$1\n'],
  ['no credential', /^Authorization: .+\n/m, ''],
  ['quotation marks around the URL', /^(GET )(\S+)$/m, '$1"$2"'],
  ['two slashes', /^(GET \{\{\w+\}\})\//m, '$1//'],
  ['the last letter of the path missing', /^(GET \{\{\w+\}\}[^?\s]*?)[a-z](\/?(?:\?.*)?)$/m, '$1$2'],
  ['a variable that is misspelt', /^(GET \{\{\w+)(\}\})/m, '$1s$2'],
];

describe('fixes of broken requests, applied and sent to the sandbox', function () {
  this.timeout(30_000);
  let samples: SandboxedSamples;
  before(async () => {
    samples = await SandboxedSamples.start();
  });
  after(() => samples.stop());

  for (const [file, requests] of Object.entries(healed)) {
    for (const [name, id] of Object.entries(requests)) {
      it(`${file}, ${name}: ${id}`, async () => {
        const text = await samples.text(file);
        const { exchange, fixes } = await samples.fixes(file, text, name);
        assert.ok(Number(outcomeOf(exchange)) >= 400);
        const fix = fixes.find((each) => each.id === id);
        assert.ok(fix, `${id} is not among ${fixes.map((each) => each.id).join(', ')}`);
        const after = outcomeOf(await samples.runFixed(file, text, name, fix));
        assert.ok(Number(after) >= 200 && Number(after) < 300, `${after}`);
      });
    }
  }

  for (const file of Object.keys(healed)) {
    const good = file === 'dumont.http' ? 'balance' : 'ok';
    for (const [title, pattern, by] of breakages) {
      it(`${file}, its good request with ${title}`, async function () {
        const text = await samples.text(file);
        const start = text.indexOf(`# @name ${good}\n`);
        const end = text.indexOf('\n###', start);
        const broken = text.slice(start, end).replace(pattern, by);
        assert.notEqual(broken, text.slice(start, end), 'nothing was broken');
        const whole = text.slice(0, start) + broken + text.slice(end);
        const { exchange, fixes } = await samples.fixes(file, whole, good);
        // Some APIs do not mind.
        if (Number(outcomeOf(exchange)) < 300) return;
        const outcomes: string[] = [];
        for (const fix of fixes.filter(({ certainty }) => certainty !== 'blank')) {
          const after = outcomeOf(await samples.runFixed(file, whole, good, fix));
          if (Number(after) < 300) return;
          outcomes.push(`${fix.id}: ${after}`);
        }
        assert.fail(`${outcomeOf(exchange)} is not healed: ${outcomes.join(', ')}`);
      });
    }
  }
});
