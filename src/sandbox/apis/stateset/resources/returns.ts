import { refuse, type Refusal } from '../errors';
import type { Store } from '../seed';
import { TRANSITIONS } from './orders';
import { missingReference, type Resource } from './resource';

/** How long after delivery an order may be returned. */
const WINDOW_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

export function returns(store: Store, now: () => number): Resource {
  return {
    name: 'returns',
    idPrefix: 'ret',
    collection: store.returns,
    rules: {
      order_id: { label: 'Order ID', type: 'string', required: true },
      reason: { label: 'Reason', type: 'string', required: true },
    },
    create: (body) => accept(store, String(body['order_id']), now()),
  };
}

function accept(store: Store, orderId: string, now: number): Record<string, unknown> | Refusal {
  const order = store.orders.get(orderId);
  if (!order) return missingReference('order_id', 'Order');
  if (order['status'] !== 'delivered') {
    return refuse('INVALID_STATUS_TRANSITION', {
      details: { from: order['status'], to: 'returned', allowed: TRANSITIONS[String(order['status'])] ?? [] },
    });
  }
  const expiredAt = Date.parse(String(order['delivered_at'])) + WINDOW_DAYS * DAY;
  if (now > expiredAt) {
    return refuse('RETURN_WINDOW_EXPIRED', {
      details: {
        delivered_at: order['delivered_at'],
        window_days: WINDOW_DAYS,
        expired_at: new Date(expiredAt).toISOString(),
      },
    });
  }
  return { status: 'requested' };
}
