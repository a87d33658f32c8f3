import assert from 'node:assert/strict';
import { commandHref, escapeMarkdown, MarkdownBuilder } from '../../../src/core/markdown/markdown';

describe('escapeMarkdown', () => {
  const cases: [name: string, text: string, expected: string][] = [
    ['a link is text', '[click](command:evil)', '\\[click\\](command:evil)'],
    ['an image is text', '![x](http://h/x.png)', '!\\[x\\](http\\://h/x.png)'],
    ['HTML is text', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)\\>'],
    ['an autolink is text', 'see www.evil.example', 'see www\\.evil.example'],
    ['an address is text', 'ann@evil.example', 'ann\\@evil.example'],
    ['a codicon is text', '$(trash)', '\\$(trash)'],
    ['a list is text', '- a', '\\- a'],
    ['a numbered list is text', '12. a', '12\\. a'],
    ['a heading is text', '# a', '\\# a'],
    ['a rule is text', '---', '\\---'],
    ['emphasis is text, a name is left alone', '_a_ TOKEN_EXPIRED', '\\_a\\_ TOKEN_EXPIRED'],
    ['dates and paths read as they are', '2026-11-20 08:14 /a-b', '2026-11-20 08:14 /a-b'],
    ['line breaks and bidi controls become spaces', 'a\n# b\u202ec', 'a # b c'],
    ['code between backticks stays code', 'send `Bearer <token>` *now*', 'send `Bearer <token>` \\*now\\*'],
    ['a lone backtick is text', "it's ` here", "it's \\` here"],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.equal(escapeMarkdown(text), expected));
});

describe('MarkdownBuilder', () => {
  it('fences code longer than any fence inside of it', () => {
    assert.equal(new MarkdownBuilder().code('a\n```\nb', 'sh').toString(), '````sh\na\n```\nb\n````');
  });

  it('links to nothing but the web, our pages and our commands', () => {
    const links = [
      'https://h/a b',
      'command:workbench.action.quit',
      'javascript:alert(1)',
      '/acme/x.md',
      commandHref('apiTroubleshooter.showProblem', { api: 'a' }),
    ];
    const markdown = new MarkdownBuilder().links(links.map((href) => ({ text: 'x', href }))).toString();
    assert.deepEqual(
      [...markdown.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1]),
      [
        'https://h/a%20b',
        '',
        '',
        '/acme/x.md',
        'command:apiTroubleshooter.showProblem?%5B%7B%22api%22%3A%22a%22%7D%5D',
      ],
    );
  });
});
