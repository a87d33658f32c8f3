/** Who is calling. */
export interface Principal {
  readonly subject: string;
  readonly permissions: readonly string[];
  /** Requests a minute, where it is not the usual number. */
  readonly rateLimit?: number;
}

export const ANONYMOUS: Principal = { subject: 'anonymous', permissions: [] };

const RESOURCES = ['orders', 'customers', 'products', 'inventory', 'returns', 'shipments', 'payments'];

const grant = (...actions: readonly string[]): string[] =>
  RESOURCES.flatMap((resource) => actions.map((action) => `${resource}:${action}`));

export type Role = 'admin' | 'staff' | 'viewer';

/** What each role may do, as `resource:action`. */
export const PERMISSIONS: Readonly<Record<Role, readonly string[]>> = {
  admin: [...grant('read', 'create', 'update', 'delete'), 'admin:webhooks'],
  staff: grant('read', 'create', 'update'),
  viewer: grant('read'),
};
