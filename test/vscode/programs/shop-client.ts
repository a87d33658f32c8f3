import axios, { type AxiosInstance } from 'axios';

const BASE_URL = 'https://shop.example.com/v2';

/** Everything that the shop is asked for. */
export class ShopClient {
  private readonly api: AxiosInstance = axios.create({
    baseURL: BASE_URL,
    timeout: 10_000, // of each attempt
  });

  async orders(status = 'open'): Promise<unknown[]> {
    const { data } = await this.api.get<unknown[]>('/orders', { params: { status } });
    return data;
  }

  close = (id: string) => this.api.put(`/orders/${id}`, { status: 'closed' });
}
