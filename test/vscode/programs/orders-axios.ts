import axios, { type AxiosResponse } from 'axios';

export interface Order {
  id: string;
}

/** Reads orders page by page. */
export class Orders {
  private page = 0;

  async next(): Promise<Order[]> {
    this.page += 1;
    const { data } = (await axios.get('https://api.example.com/v2/orders', {
      params: { page: this.page, size: 50 },
      timeout: 5_000,
    })) as AxiosResponse<Order[]>;
    return data;
  }

  async remove(id: string): Promise<number> {
    return (await axios.delete(`https://api.example.com/v2/orders/${id}`)).status;
  }
}
