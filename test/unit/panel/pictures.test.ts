import assert from 'node:assert/strict';
import type { QuotaWindow, TokenLifetime } from '../../../src/core/exchange/glance';
import { plainL10n } from '../../../src/core/text/language';
import type { PictureView, Shape } from '../../../src/vscode/panel/view/panel-view';
import { phasesPicture } from '../../../src/vscode/panel/view/pictures/phases-picture';
import { quotaWindowPicture } from '../../../src/vscode/panel/view/pictures/quota-window';
import { placeMoments } from '../../../src/vscode/panel/view/pictures/time-line';
import { tokenLifetimePicture } from '../../../src/vscode/panel/view/pictures/token-lifetime';
import { answer } from './samples';

const english = plainL10n();
const now = Date.UTC(2026, 10, 20, 8, 0, 0);
const hour = 3_600_000;

const texts = ({ shapes }: PictureView): string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const bars = ({ shapes }: PictureView): Extract<Shape, { kind: 'bar' }>[] =>
  shapes.filter((shape) => shape.kind === 'bar');
const marks = ({ shapes }: PictureView): Extract<Shape, { kind: 'mark' }>[] =>
  shapes.filter((shape) => shape.kind === 'mark');

function isWithin({ shapes, height }: PictureView): void {
  for (const shape of shapes) {
    assert.ok(shape.x >= 0 && shape.x <= 100, JSON.stringify(shape));
    if (shape.kind === 'bar')
      assert.ok(shape.width >= 0 && shape.x + shape.width <= 100.001, JSON.stringify(shape));
    assert.ok(shape.y >= 0 && shape.y <= height, JSON.stringify(shape));
  }
}

describe('moments on an axis', () => {
  it('keep their order, and no stretch is too short to be seen', () => {
    const placed = placeMoments([0, hour, 365 * 24 * hour]).map(({ x }) => x);
    assert.equal(placed[0], 8);
    assert.equal(Math.round(placed[2] ?? 0), 92);
    assert.ok((placed[1] ?? 0) - 8 >= 0.24 * 84);
  });
  it('stand in the middle where there is but one', () => {
    assert.deepEqual(placeMoments([5, 5]), [{ time: 5, x: 50 }]);
  });
});

describe("the picture of a token's lifetime", () => {
  const token = (change: Partial<TokenLifetime>): PictureView =>
    tokenLifetimePicture({ issuedAt: now - hour, expiresAt: now + hour, localNow: now, ...change }, english);

  it('shows a good token with now inside of its bar', () => {
    const picture = token({ serverNow: now });
    const [, lifetime] = bars(picture);
    const [mark] = marks(picture);
    assert.ok(lifetime && mark);
    assert.equal(lifetime.look, 'good');
    assert.ok(lifetime.x < mark.x && mark.x < lifetime.x + lifetime.width);
    assert.match(
      picture.text,
      /^Valid for 1 h more\. Valid from .* until .*\. The server's clock and the local one said .*\.$/,
    );
    isWithin(picture);
  });

  it('shows an expired one with now behind it, and how far', () => {
    const picture = token({ expiresAt: now - 20 * 60_000 });
    const [, lifetime] = bars(picture);
    const [mark] = marks(picture);
    assert.ok(lifetime && mark && mark.x > lifetime.x + lifetime.width);
    assert.deepEqual([lifetime.look, mark.look], ['muted', 'bad']);
    assert.ok(texts(picture).includes('20 min') && texts(picture).includes('valid for 40 min'));
    assert.match(picture.text, /^Expired for 20 min\..*the answer has no Date\.$/);
    isWithin(picture);
  });

  it('shows one that is not good yet with now before it', () => {
    const picture = token({ notBefore: now + 10 * 60_000 });
    const [, lifetime] = bars(picture);
    assert.ok((marks(picture)[0]?.x ?? 100) < (lifetime?.x ?? 0));
    assert.match(picture.text, /^Not valid for another 10 min\./);
  });

  it('marks both clocks where they differ', () => {
    const picture = token({ serverNow: now + 2 * hour });
    assert.deepEqual(
      marks(picture).map(({ look }) => look),
      ['bad', 'info'],
    );
    assert.ok(texts(picture).includes('server') && texts(picture).includes('here'));
  });

  for (const change of [
    { issuedAt: undefined },
    { issuedAt: now + 5 * hour },
    { expiresAt: 0 },
    { expiresAt: 8.64e15 * 2 },
    { issuedAt: now, expiresAt: now },
  ] satisfies Partial<TokenLifetime>[]) {
    it(`stays within its frame for ${JSON.stringify(change)}`, () => isWithin(token(change)));
  }
});

describe('the picture of a rate limit', () => {
  const quota = (change: Partial<QuotaWindow>): PictureView | undefined =>
    quotaWindowPicture({ at: now, ...change }, english);

  it('shows what is left, and the wait as a share of the window', () => {
    const picture = quota({ limit: 100, remaining: 25, resetAt: now + 15_000, window: 60_000 });
    assert.ok(picture);
    assert.deepEqual(
      bars(picture).map(({ width, look }) => [width, look]),
      [
        [100, 'track'],
        [25, 'good'],
        [100, 'track'],
        [25, 'info'],
      ],
    );
    assert.equal(picture.text, '25 of 100 left. Free again at 2026-11-20 08:00:15 UTC.');
    isWithin(picture);
  });
  it('draws no bar of which it does not know the whole', () => {
    const picture = quota({ remaining: 7, retryAt: now - 1000 });
    assert.ok(picture);
    assert.equal(bars(picture).length, 0);
    assert.deepEqual(texts(picture), ['Requests', '7 left', 'Window', 'free again']);
  });
  it('keeps within its frame where the numbers make no sense', () => {
    const picture = quota({ limit: 10, remaining: 90, resetAt: now + 1e12, window: 1 });
    assert.ok(picture);
    isWithin(picture);
  });
  it('is none where nothing is known', () => assert.equal(quota({}), undefined));
});

describe('the picture of the phases', () => {
  it('is one bar, end to end, with the longest ones named', () => {
    const picture = phasesPicture(answer(), english);
    assert.ok(picture);
    assert.deepEqual(
      bars(picture).map(({ look }) => look),
      ['track', 'prepare', 'dns', 'connect', 'tls', 'send', 'wait', 'receive'],
    );
    assert.deepEqual(
      picture.legend?.map(({ text }) => text),
      ['Waiting for the answer 133 ms', 'TLS handshake 59 ms', 'Connecting 31 ms'],
    );
    isWithin(picture);
  });
  it('is none where no phase was seen', () => {
    assert.equal(phasesPicture({ ...answer(), timings: { total: 0 } }, english), undefined);
  });
});
