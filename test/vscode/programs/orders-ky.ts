import ky from 'ky';

const api = ky.create({ prefixUrl: 'https://api.example.com/v2' });

/** Reads prices. */
export class Prices {
  async of(sku: string): Promise<number> {
    const { price } = await api.get('prices', { searchParams: { sku } }).json<{ price: number }>();
    return price; // in cents
  }

  async all(skus: readonly string[]): Promise<number[]> {
    return Promise.all(skus.map((sku) => this.of(sku)));
  }
}
