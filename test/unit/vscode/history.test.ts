import assert from 'node:assert/strict';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import { redactExchange } from '../../../src/core/redact/redact-exchange';
import type { Diagnosed } from '../../../src/vscode/diagnose/diagnose-request';
import { History, type Store } from '../../../src/vscode/history/history';
import { answered, shop } from '../exchange/samples';

class MemoryStore implements Store {
  readonly values = new Map<string, string>();
  get(key: string): unknown {
    const value = this.values.get(key);
    return value === undefined ? undefined : JSON.parse(value);
  }
  async update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, JSON.stringify(value));
  }
}

function diagnosed(token: string, status: number, at = 0): Diagnosed {
  const url = `https://api.shop.example/orders?access_token=${token}`;
  const exchange = answered({ status }, { url, headers: { Authorization: `Bearer ${token}` } });
  const raw = { ...exchange, startedAt: exchange.startedAt + at };
  const shown = redactExchange(raw, shop);
  const diagnosis = { request: shown.request, outcome: shown.outcome } as unknown as Diagnosis;
  return { diagnosis, raw, exchange: shown, api: shop } as unknown as Diagnosed;
}

describe('the history of diagnoses', () => {
  const secret = 'tok_live_0123456789abcdef';

  it('is in memory only, as long as nobody wants it kept', () => {
    const store = new MemoryStore();
    const history = new History(store, () => false);
    history.add(diagnosed(secret, 200));
    assert.equal(history.others(diagnosed(secret, 401)).length, 1);
    assert.equal(store.values.size, 0);
  });

  it('is kept without secrets where that is wanted, and compared with in the next window', () => {
    const store = new MemoryStore();
    new History(store, () => true).add(diagnosed(secret, 200));
    const kept = [...store.values.values()].join();
    assert.ok(kept.includes('api.shop.example'));
    assert.ok(!kept.includes(secret) && !kept.includes('fingerprint'), kept);
    const next = new History(store, () => true);
    const failed = diagnosed(secret, 401, 60_000);
    next.add(failed);
    const changes = next.changes(failed);
    assert.deepEqual(
      changes?.differences.map(({ group, before, after }) => [group, before, after]),
      [['answer', '200', '401']],
    );
  });

  it('is the last fifty', () => {
    const store = new MemoryStore();
    const history = new History(store, () => true);
    for (let each = 0; each < 60; each++) history.add(diagnosed(secret, 200, each));
    assert.equal((store.get('history:1') as unknown[]).length, 50);
  });

  it('is forgotten once it is wanted no more', () => {
    const store = new MemoryStore();
    new History(store, () => true).add(diagnosed(secret, 200));
    new History(store, () => false).add(diagnosed(secret, 200));
    assert.equal(store.values.size, 0);
  });
});
