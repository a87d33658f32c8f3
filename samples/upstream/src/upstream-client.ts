/** A client of the Upstream API. */

export interface Invoice {
  id: number;
  customer_id: number;
  number: string;
  amount: number;
  status: 'open' | 'paid' | 'void';
}

interface Page<T> {
  count: number;
  next: string | null;
  results: T[];
}

interface ErrorBody {
  error: { code: string; message: string; details: Record<string, unknown> };
}

export class UpstreamError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown>,
    /** What the support asks for. */
    readonly requestId: string | null,
  ) {
    super(message);
  }
}

export class UpstreamClient {
  private access = '';
  private refresh = '';

  constructor(private readonly baseUrl: string) {}

  async login(username: string, password: string): Promise<void> {
    const response = await fetch(`${this.baseUrl}/api/v1/auth/token/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!response.ok) throw await toError(response);
    ({ access: this.access, refresh: this.refresh } = (await response.json()) as {
      access: string;
      refresh: string;
    });
  }

  /** Trades the refresh token, which lives 24 hours, for a new access token. */
  async renew(): Promise<void> {
    const response = await fetch(`${this.baseUrl}/api/v1/auth/token/refresh/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refresh: this.refresh }),
    });
    if (!response.ok) throw await toError(response);
    ({ access: this.access } = (await response.json()) as { access: string });
  }

  async invoices(page = 1): Promise<Invoice[]> {
    const response = await fetch(`${this.baseUrl}/api/v1/invoices/?page=${page}`, {
      headers: { Authorization: `Bearer ${this.access}` },
    });
    if (!response.ok) throw await toError(response);
    const { results } = (await response.json()) as Page<Invoice>;
    return results;
  }

  async orderReport(type: 'revenue' | 'aging', start: string, end: string): Promise<number> {
    const response = await fetch(`${this.baseUrl}/api/v1/reports/`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${this.access}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ type, start_date: start, end_date: end }),
    });
    if (!response.ok) throw await toError(response);
    const { id } = (await response.json()) as { id: number };
    return id;
  }
}

async function toError(response: Response): Promise<UpstreamError> {
  const { error } = (await response.json()) as ErrorBody;
  const requestId = response.headers.get('X-Request-Id');
  return new UpstreamError(response.status, error.code, error.message, error.details, requestId);
}
