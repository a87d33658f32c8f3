/** What each plan allows, requests. */
export const PLANS = {
  free: { minute: 30, hour: 500 },
  pro: { minute: 100, hour: 2000 },
  enterprise: { minute: 500, hour: 10_000 },
} as const;

export type Plan = keyof typeof PLANS;

/** A user of the sandbox. All log in with the same password. */
export interface Account {
  readonly username: string;
  readonly plan: Plan;
  /** US dollars. */
  readonly balance: number;
  /** The storage that snapshots go to. */
  readonly cloudStorage: 'ok' | 'invalid-credentials' | 'not-configured';
  /** Other programs use the account too and have used up the minute's quota when the first request comes. */
  readonly shared?: boolean;
}

export const PASSWORD = 'senha-de-exemplo';

export const ACCOUNTS = {
  pro: { username: 'user@email.com', plan: 'pro', balance: 42.5, cloudStorage: 'ok' },
  free: { username: 'free@email.com', plan: 'free', balance: 0, cloudStorage: 'not-configured' },
  enterprise: {
    username: 'enterprise@email.com',
    plan: 'enterprise',
    balance: 9000,
    cloudStorage: 'invalid-credentials',
  },
  shared: { username: 'shared@email.com', plan: 'free', balance: 5, cloudStorage: 'ok', shared: true },
} as const satisfies Record<string, Account>;

export const accountOf = (username: unknown): Account | undefined =>
  Object.values<Account>(ACCOUNTS).find((account) => account.username === username);
