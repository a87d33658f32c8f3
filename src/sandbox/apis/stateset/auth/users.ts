import { scryptSync, timingSafeEqual } from 'node:crypto';
import { BoundedMap } from '../../../storage/bounded-map';
import type { Role } from './principal';
import type { Subject } from './tokens';

interface User extends Subject {
  readonly passwordHash: Buffer;
}

/** A work factor for sample passwords: low, so that a login takes a millisecond. */
const COST = { N: 1024 };

/** People who can log in, by e-mail address. */
export class Users {
  readonly #users = new BoundedMap<string, User>(10_000);

  /** Both log in with `SecurePass123!`. */
  readonly admin = this.add('user_1001', 'user@example.com', 'SecurePass123!', 'admin');
  readonly viewer = this.add('user_1002', 'viewer@example.com', 'SecurePass123!', 'viewer');

  find(email: string): Subject | undefined {
    return this.#users.get(email.toLowerCase());
  }

  add(id: string, email: string, password: string, role: Role): Subject {
    const user = { id, email, role, passwordHash: hash(id, password) };
    this.#users.set(email.toLowerCase(), user);
    return user;
  }

  /** The user whose password this is. */
  verify(email: string, password: string): Subject | undefined {
    const user = this.#users.get(email.toLowerCase());
    return user && timingSafeEqual(user.passwordHash, hash(user.id, password)) ? user : undefined;
  }
}

const hash = (salt: string, password: string): Buffer => scryptSync(password, salt, 32, COST);
