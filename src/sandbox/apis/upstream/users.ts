export type Role = 'superuser' | 'customer_admin' | 'customer_viewer';

/** A user of the sandbox. All log in with the same password. */
export interface User {
  readonly id: number;
  readonly username: string;
  readonly role: Role;
  /** The customer (tenant) that the user belongs to; a superuser belongs to none. */
  readonly customerId: number | null;
  readonly active: boolean;
  /** Other programs use the account too and have used up the hour's reports when the first request comes. */
  readonly outOfReports?: boolean;
}

export const PASSWORD = 'sample-password-42';

export const USERS = {
  admin: { id: 11, username: 'admin@acme.example', role: 'customer_admin', customerId: 1, active: true },
  viewer: { id: 12, username: 'viewer@acme.example', role: 'customer_viewer', customerId: 1, active: true },
  former: { id: 13, username: 'former@acme.example', role: 'customer_admin', customerId: 1, active: false },
  reports: {
    id: 14,
    username: 'reports@acme.example',
    role: 'customer_admin',
    customerId: 1,
    active: true,
    outOfReports: true,
  },
  otherAdmin: {
    id: 21,
    username: 'admin@globex.example',
    role: 'customer_admin',
    customerId: 2,
    active: true,
  },
  superuser: { id: 1, username: 'root@upstream.example', role: 'superuser', customerId: null, active: true },
} as const satisfies Record<string, User>;

export const userWhere = (holds: (user: User) => boolean): User | undefined =>
  Object.values<User>(USERS).find(holds);

/** Whether something of the customer with this id exists for `user`. */
export const sees = ({ role, customerId }: User, id: unknown): boolean =>
  role === 'superuser' || id === customerId;

/** `write` is for administrators, `administer` too; everybody may read. */
export const may = ({ role }: User, permission: string): boolean =>
  permission === 'read' || role !== 'customer_viewer';
