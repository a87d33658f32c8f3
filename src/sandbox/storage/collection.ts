import { BoundedMap } from './bounded-map';

export interface Entity {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface Page {
  readonly items: readonly Entity[];
  readonly total: number;
}

/** Entities of one kind, oldest first, in memory. */
export class Collection {
  readonly #entities = new BoundedMap<string, Entity>(10_000);

  constructor(seed: readonly Entity[] = []) {
    for (const entity of seed) this.save(entity);
  }

  get(id: string): Entity | undefined {
    return this.#entities.get(id);
  }

  /** Adds an entity or replaces the one with its id. */
  save(entity: Entity): Entity {
    this.#entities.set(entity.id, entity);
    return entity;
  }

  delete(id: string): boolean {
    return this.#entities.delete(id);
  }

  all(): readonly Entity[] {
    return this.#entities.values();
  }

  /** The first entity whose `field` is `value`. */
  find(field: string, value: unknown): Entity | undefined {
    return this.#entities.values().find((entity) => entity[field] === value);
  }

  /** `page` counts from 1; `filter` compares fields as texts, as a query string gives them. */
  page(page: number, limit: number, filter: Readonly<Record<string, string>>): Page {
    const wanted = Object.entries(filter);
    const matching = this.#entities
      .values()
      .filter((entity) => wanted.every(([field, value]) => String(entity[field]) === value));
    return { items: matching.slice((page - 1) * limit, page * limit), total: matching.length };
  }
}
