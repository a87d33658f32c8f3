import { randomUUID } from 'node:crypto';

const BASE = 'https://api.stateset.com/api/v1';

interface Order {
  id: string;
  status: 'open' | 'shipped';
}

/** Reads and writes orders. */
export class Orders {
  constructor(private readonly token: string) {}

  /** All open orders, newest first. */
  async open(signal?: AbortSignal): Promise<Order[]> {
    // The list is short: it has no pages.
    const response = await fetch(`${BASE}/orders?status=open`, {
      headers: { Authorization: `Bearer ${this.token}`, 'X-Request-ID': randomUUID() },
      signal,
    });
    if (response.status === 429) throw new Error('too many requests');
    if (!response.ok) throw new Error(`orders: ${response.status}`);
    return (await response.json()) as Order[];
  }

  async titles(ids: readonly string[]): Promise<string[]> {
    const answers = await Promise.all(
      ids.map(async (id) => (await fetch(`${BASE}/orders/${id}`)).json() as Promise<Order>),
    );
    return answers.map(({ id, status }) => `${id} (${status})`);
  }
}
