import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { SlidingWindowLimiter } from '../../../../src/sandbox/limits/sliding-window';

describe('SlidingWindowLimiter', () => {
  const limiterAt = (clock: { now: number }) => new SlidingWindowLimiter(1000, () => clock.now);

  it('lets a request through when the oldest one leaves the window', () => {
    const clock = { now: 0 };
    const limiter = limiterAt(clock);
    const allowed = [0, 400, 800, 1000, 1200, 1400].map((now) => {
      clock.now = now;
      return limiter.take('key', 2).allowed;
    });
    assert.deepEqual(allowed, [true, true, false, true, false, true]);
  });

  it('does not count what it refuses, and says when there is room again', () => {
    const clock = { now: 100 };
    const limiter = limiterAt(clock);
    limiter.take('key', 1);
    clock.now = 900;
    assert.deepEqual(limiter.take('key', 1), { allowed: false, limit: 1, remaining: 0, resetAt: 1100 });
  });

  it('counts each key by itself, and anew once it is forgotten', () => {
    const limiter = limiterAt({ now: 0 });
    limiter.take('a', 1);
    assert.equal(limiter.take('b', 1).allowed, true);
    assert.equal(limiter.take('a', 1).allowed, false);
    limiter.forget('a');
    assert.equal(limiter.take('a', 1).allowed, true);
  });

  it('finds a shared quota used up at first, and free after a window', () => {
    const clock = { now: 0 };
    const limiter = limiterAt(clock);
    assert.equal(limiter.takeShared('key', 3).allowed, false);
    clock.now = 1000;
    assert.deepEqual(
      [1, 2, 3, 4].map(() => limiter.takeShared('key', 3).allowed),
      [true, true, true, false],
    );
  });
});
