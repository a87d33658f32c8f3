import { Collection, type Entity } from '../../storage/collection';

export interface Store {
  readonly customers: Collection;
  readonly invoices: Collection;
  readonly reports: Collection;
}

/** Sample data of two customers. Ids are numbers to clients and texts in here. */
export function seededStore(): Store {
  const invoice = (id: number, customer_id: number, amount: number): Entity => ({
    id: String(id),
    customer_id,
    number: `INV-${id}`,
    amount,
    status: 'open',
  });
  return {
    customers: new Collection([
      { id: '1', customer_id: 1, name: 'Acme Corp.' },
      { id: '2', customer_id: 2, name: 'Globex' },
    ]),
    invoices: new Collection([
      ...Array.from({ length: 30 }, (_, i) => invoice(1001 + i, 1, 100 + i)),
      invoice(2001, 2, 740),
    ]),
    reports: new Collection([
      { id: '1', customer_id: 1, type: 'revenue', rows: [{ month: '2026-01', amount: 8400 }] },
      // What was stored of it cannot be read: the sandbox's bug, so that there is an honest 500.
      { id: '2', customer_id: 1, type: 'revenue', rows: null },
    ]),
  };
}
