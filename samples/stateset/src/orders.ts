/** A client for the orders of a StateSet store. */

export interface OrderItem {
  product_id: string;
  quantity: number;
}

export interface Order {
  id: string;
  order_number: string;
  customer_id: string;
  status: 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'cancelled';
  items: OrderItem[];
  total: number;
}

interface ErrorBody {
  error: { code: string; message: string; request_id?: string };
}

export class StatesetError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export class OrdersClient {
  constructor(
    private readonly baseUrl: string,
    private accessToken: string,
    private refreshToken: string,
  ) {}

  async list(page = 1): Promise<Order[]> {
    const response = await fetch(`${this.baseUrl}/api/v1/orders?page=${page}&limit=20`, {
      headers: { Authorization: `Bearer ${this.accessToken}` },
    });
    if (!response.ok) throw await toError(response);
    const { data } = (await response.json()) as { data: Order[] };
    return data;
  }

  async get(id: string): Promise<Order> {
    const response = await fetch(`${this.baseUrl}/api/v1/orders/${encodeURIComponent(id)}`, {
      headers: { Authorization: `Bearer ${this.accessToken}` },
    });
    if (!response.ok) throw await toError(response);
    return (await response.json()) as Order;
  }

  async create(customerId: string, items: OrderItem[]): Promise<Order> {
    const response = await fetch(`${this.baseUrl}/api/v1/orders`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${this.accessToken}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ customer_id: customerId, items }),
    });
    if (!response.ok) throw await toError(response);
    return (await response.json()) as Order;
  }

  async cancel(id: string): Promise<void> {
    const response = await fetch(`${this.baseUrl}/api/v1/orders/${encodeURIComponent(id)}`, {
      method: 'PUT',
      headers: {
        Authorization: `Bearer ${this.accessToken}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ status: 'cancelled' }),
    });
    if (!response.ok) throw await toError(response);
  }
}

/** What the shop tells its customer. */
export function explain(error: StatesetError): string {
  switch (error.code) {
    case 'TOKEN_EXPIRED':
      return 'Please sign in again.';
    case 'INSUFFICIENT_INVENTORY':
      return 'Some of the items are sold out.';
    case 'INVALID_STATUS_TRANSITION':
    case 'ORDER_ALREADY_FULFILLED':
      return 'The order is on its way already.';
    case 'RATE_LIMIT_EXCEEDED':
      return 'The shop is busy. Please try again in a minute.';
  }
  return error.status === 503 ? 'The shop is closed for maintenance.' : 'Something went wrong.';
}

async function toError(response: Response): Promise<StatesetError> {
  const { error } = (await response.json()) as ErrorBody;
  if (response.status === 429) console.warn('Rate limited until', response.headers.get('X-RateLimit-Reset'));
  return new StatesetError(response.status, error.code, error.message);
}
