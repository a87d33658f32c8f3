import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isManifest, readDependencies } from '../../../src/core/snippets/project-dependencies';

describe('What a project depends on', () => {
  for (const [file, languageId, text, expected] of [
    [
      'package.json',
      'typescript',
      '{ "name": "x", "dependencies": { "axios": "^1.7.0" }, "devDependencies": { "axios-retry": "4.5.0" }, "scripts": { "got": "x" } }',
      { axios: '^1.7.0', 'axios-retry': '4.5.0' },
    ],
    [
      'requirements-dev.txt',
      'python',
      '# httpx\nrequests[socks] >= 2.28, < 3 ; python_version > "3.8"\ntenacity\nhttpx==0.27.0  # pinned\n-r other.txt\n',
      { requests: '>= 2.28, < 3', tenacity: '', httpx: '==0.27.0' },
    ],
    [
      'pyproject.toml',
      'python',
      '[project]\ndependencies = [\n  "httpx>=0.27",\n  \'tenacity\',\n]\n[tool.poetry.dependencies]\naiohttp = "^3.9"\n',
      { httpx: '>=0.27', tenacity: '', aiohttp: '^3.9' },
    ],
    [
      'pyproject.toml',
      'python',
      '[project]\ndependencies = ["httpx[http2]>=0.27", "tenacity"]\n',
      { httpx: '>=0.27', tenacity: '' },
    ],
    [
      'go.mod',
      'go',
      'module a.org/x\n\ngo 1.22\n\nrequire (\n\tgithub.com/hashicorp/go-retryablehttp v0.7.8 // indirect\n)\n',
      { 'github.com/hashicorp/go-retryablehttp': 'v0.7.8' },
    ],
    [
      'pom.xml',
      'java',
      '<dependency><groupId>a.b</groupId>\n<artifactId>methanol</artifactId>\n<version>1.8.0</version></dependency>',
      { methanol: '1.8.0' },
    ],
    [
      'build.gradle.kts',
      'java',
      'implementation("com.squareup.okhttp3:okhttp:4.12.0")',
      { okhttp: '4.12.0' },
    ],
    [
      'Gemfile',
      'ruby',
      "gem 'faraday', '~> 2.0'\ngem \"faraday-retry\"\n",
      { faraday: '~> 2.0', 'faraday-retry': '' },
    ],
    ['composer.json', 'php', '{ "require": { "guzzlehttp/guzzle": "^7" } }', { 'guzzlehttp/guzzle': '^7' }],
    [
      'Cargo.toml',
      'rust',
      '[dependencies]\nreqwest = { version = "0.12" }\nureq = "2"\n',
      { reqwest: '', ureq: '2' },
    ],
    ['App.csproj', 'csharp', '<PackageReference Include="Polly" Version="8.0.0" />', { Polly: '8.0.0' }],
    ['package.json', 'javascript', '{ "dependencies": ', {}],
    ['package.json', 'javascript', '[null, { "dependencies": { "a": "1" } }]', {}],
    ['package.json', 'javascript', '{ "dependencies": null }', {}],
  ] as const) {
    it(`${file} of ${languageId}: ${Object.keys(expected).join(', ') || 'nothing that can be read'}`, () => {
      assert.ok(isManifest(file, languageId));
      const found = Object.fromEntries(readDependencies(file, text));
      for (const [name, version] of Object.entries(expected)) assert.equal(found[name], version, name);
      const others = Object.keys(found).filter((name) => !(name in expected));
      assert.deepEqual(
        others.filter((name) => !/^(dependencies|go|name|tool)$/.test(name)),
        [],
      );
    });
  }

  it('is said by no file of another name or language', () => {
    assert.ok(!isManifest('package-lock.json', 'typescript'));
    assert.ok(!isManifest('package.json', 'python'));
    assert.ok(!isManifest('requirements.md', 'python'));
  });
});
