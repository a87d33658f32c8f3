import type { Entity } from '../../../storage/collection';
import { refuse, type Refusal } from '../errors';
import type { Store } from '../seed';
import { missingReference, type Resource } from './resource';

/** From each status to those that may follow it. */
export const TRANSITIONS: Readonly<Record<string, readonly string[]>> = {
  pending: ['confirmed', 'cancelled'],
  confirmed: ['processing', 'cancelled'],
  processing: ['shipped', 'cancelled'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
};

interface Item {
  readonly product_id: string;
  readonly quantity: number;
}

export function orders(store: Store, now: () => number): Resource {
  return {
    name: 'orders',
    idPrefix: 'ord',
    collection: store.orders,
    unique: ['order_number'],
    rules: {
      customer_id: { label: 'Customer ID', type: 'string', required: true },
      order_number: { label: 'Order number', type: 'string' },
      status: { label: 'Status', type: 'string', oneOf: Object.keys(TRANSITIONS) },
      items: {
        label: 'Items',
        type: 'array',
        required: true,
        minLength: 1,
        each: {
          product_id: { label: 'Product ID', type: 'string', required: true },
          quantity: { label: 'Quantity', type: 'integer', required: true, min: 1 },
        },
      },
    },
    create: (body) => place(store, body),
    update: (order, changes) => change(order, changes, now),
    remove: (order) => lockOf(order) ?? (isOnItsWay(order) ? refuse('ORDER_ALREADY_FULFILLED') : undefined),
  };
}

/** Takes the items from stock, all or none. */
function place(store: Store, body: Readonly<Record<string, unknown>>): Record<string, unknown> | Refusal {
  if (!store.customers.get(String(body['customer_id']))) return missingReference('customer_id', 'Customer');
  // Their form was checked against the rules.
  const items = body['items'] as readonly Item[];
  const wanted = new Map<string, number>();
  for (const { product_id, quantity } of items)
    wanted.set(product_id, (wanted.get(product_id) ?? 0) + quantity);
  let total = 0;
  const reserved: Entity[] = [];
  for (const [productId, requested] of wanted) {
    const product = store.products.get(productId);
    if (!product) return missingReference('product_id', 'Product');
    const stock = store.inventory.find('product_id', productId);
    const available = Number(stock?.['quantity'] ?? 0);
    if (!stock || available < requested) {
      return refuse('INSUFFICIENT_INVENTORY', { details: { product_id: productId, requested, available } });
    }
    reserved.push({ ...stock, quantity: available - requested });
    total += Number(product['price']) * requested;
  }
  for (const stock of reserved) store.inventory.save(stock);
  return {
    status: 'pending',
    payment_status: 'unpaid',
    total: Math.round(total * 100) / 100,
    currency: 'USD',
  };
}

function change(
  order: Entity,
  changes: Readonly<Record<string, unknown>>,
  now: () => number,
): Record<string, unknown> | Refusal {
  const locked = lockOf(order);
  if (locked) return locked;
  const from = String(order['status']);
  const to = String(changes['status'] ?? from);
  const changesOnlyStatus = Object.keys(changes).every((field) => field === 'status');
  if (from === 'delivered' || (isOnItsWay(order) && !changesOnlyStatus))
    return refuse('ORDER_ALREADY_FULFILLED');
  const allowed = TRANSITIONS[from] ?? [];
  if (to !== from && !allowed.includes(to)) {
    return refuse('INVALID_STATUS_TRANSITION', { details: { from, to, allowed } });
  }
  return to === 'delivered' ? { delivered_at: new Date(now()).toISOString() } : {};
}

const isOnItsWay = (order: Entity): boolean =>
  order['status'] === 'shipped' || order['status'] === 'delivered';

function lockOf(order: Entity): Refusal | undefined {
  const lockedBy = order['locked_by'];
  return lockedBy
    ? refuse('RESOURCE_LOCKED', { details: { resource: order.id, locked_by: lockedBy } })
    : undefined;
}
