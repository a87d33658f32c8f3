import got from 'got';

/** Reads what is in stock. */
export class Stock {
  constructor(private readonly warehouse: string) {}

  async count(sku: string): Promise<number> {
    const { quantity } = await got
      .get(`https://api.example.com/v2/stock/${this.warehouse}`, { searchParams: { sku } })
      .json<{ quantity: number }>(); // units, not boxes
    return quantity;
  }

  async isAlive(): Promise<boolean> {
    return (await got('https://api.example.com/health')).ok;
  }
}
