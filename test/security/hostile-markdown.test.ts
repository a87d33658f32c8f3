import { strict as assert } from 'node:assert';
import type { Explanation } from '../../src/core/explain/explanation';
import { escapeMarkdown, MarkdownBuilder } from '../../src/core/markdown/markdown';
import { plainL10n } from '../../src/core/text/language';
import { hoverText } from '../../src/vscode/hover/hover-text';
import { activeParts } from './active-markdown';
import { hostileFragments } from './hostile-fragments';
import { type Random, seededRandom } from './seeded-random';

const mix = (random: Random): string =>
  Array.from({ length: 1 + Math.floor(random.next() * 8) }, () => random.pick(hostileFragments)).join('');

describe('hostile text in Markdown stays text', () => {
  for (const fragment of hostileFragments) {
    it(JSON.stringify(fragment), () => assert.deepEqual(activeParts(everywhere(() => fragment)), []));
  }

  it('also in any mixture', () => {
    for (let seed = 0; seed < 1500; seed++) {
      const random = seededRandom(seed);
      const texts: string[] = [];
      const markdown = everywhere(() => (texts.push(mix(random)), texts.at(-1) ?? ''));
      assert.deepEqual(activeParts(markdown), [], JSON.stringify(texts));
    }
  });

  it('shows no control characters, and none that reorder what is read', () => {
    const markdown = everywhere(() => hostileFragments.join(' '));
    assert.doesNotMatch(markdown, /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });

  it('gives a hover no link but those of our commands', () => {
    for (let seed = 0; seed < 500; seed++) {
      const random = seededRandom(seed);
      for (const part of activeParts(
        hoverText(
          hostileExplanation(() => mix(random)),
          { languageId: 'python', hasRequest: true },
          plainL10n(),
        ),
      ))
        assert.match(
          part,
          /^command:apiTroubleshooter\.(?:showProblem\?|insertRetry$|diagnoseWorkspaceRequest\?)/,
        );
    }
  });
});

/** A text in every place that a Markdown page of ours has for texts. */
function everywhere(text: () => string): string {
  return new MarkdownBuilder()
    .section(text(), 1)
    .heading(text())
    .paragraph(text())
    .paragraph(`${escapeMarkdown(text())}`)
    .leadParagraph(text(), text())
    .list([text(), text()])
    .leadList([{ lead: text(), rest: text() }])
    .code(text(), text())
    .links([{ text: 'x', href: text(), title: text() }].filter(({ href }) => !/^https?:/.test(href)))
    .paragraph(text())
    .toString()
    .replace(/\]\(( "[^\n]*")?\)/g, ']');
}

function hostileExplanation(text: () => string): Explanation {
  const cause = { id: text(), title: text(), explanation: text(), fix: text() };
  const problem = { id: text(), title: text() };
  const api = { id: text(), name: text() };
  return {
    api,
    problem: { ...problem, summary: text(), status: [401], codes: [text()] },
    causes: [cause, cause],
    computed: [text(), text()],
    steps: [text()],
    retry: 'backoff',
    others: [{ api, problem }],
    source: text(),
    mention: { kind: 'code', text: text(), start: 0, end: 1 },
  };
}
