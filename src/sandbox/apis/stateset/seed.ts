import { Collection, type Entity } from '../../storage/collection';

/** The store's data, one collection a resource. */
export interface Store {
  readonly orders: Collection;
  readonly customers: Collection;
  readonly products: Collection;
  readonly inventory: Collection;
  readonly returns: Collection;
  readonly shipments: Collection;
  readonly payments: Collection;
}

const DAY = 24 * 60 * 60 * 1000;

/** Sample data with an order in each situation that the API has an error for. `now` is milliseconds since the epoch. */
export function seededStore(now: number): Store {
  const daysAgo = (days: number): string => new Date(now - days * DAY).toISOString();
  const order = (number: number, status: string, more: Record<string, unknown> = {}): Entity => ({
    id: `ord_${number}`,
    order_number: `SO-${number}`,
    customer_id: 'cus_1001',
    status,
    payment_status: 'unpaid',
    items: [{ product_id: 'prod_1001', quantity: 1 }],
    total: 24.9,
    currency: 'USD',
    created_at: daysAgo(3),
    ...more,
  });
  return {
    orders: new Collection([
      order(1001, 'pending'),
      order(1002, 'confirmed', { locked_by: 'warehouse-sync' }),
      order(1003, 'shipped', { payment_status: 'paid' }),
      order(1004, 'delivered', { payment_status: 'paid', created_at: daysAgo(9), delivered_at: daysAgo(5) }),
      order(1005, 'delivered', {
        payment_status: 'paid',
        created_at: daysAgo(60),
        delivered_at: daysAgo(45),
      }),
    ]),
    customers: new Collection([
      { id: 'cus_1001', email: 'user@example.com', name: 'Ada Example', created_at: daysAgo(90) },
      { id: 'cus_1002', email: 'grace@example.com', name: 'Grace Example', created_at: daysAgo(30) },
    ]),
    products: new Collection([
      { id: 'prod_1001', sku: 'MUG-BLUE', name: 'Blue mug', price: 24.9, created_at: daysAgo(90) },
      { id: 'prod_1002', sku: 'LAMP-OAK', name: 'Oak lamp', price: 89, created_at: daysAgo(90) },
    ]),
    inventory: new Collection([
      { id: 'inv_1001', product_id: 'prod_1001', quantity: 5000, created_at: daysAgo(90) },
      { id: 'inv_1002', product_id: 'prod_1002', quantity: 5, created_at: daysAgo(90) },
    ]),
    returns: new Collection(),
    shipments: new Collection([
      {
        id: 'shp_1001',
        order_id: 'ord_1003',
        carrier: 'DHL',
        tracking_number: 'JD014600006281230704',
        created_at: daysAgo(1),
      },
    ]),
    payments: new Collection(),
  };
}
