import { setTimeout as wait } from 'node:timers/promises';
import { refuse, type Refusal } from '../errors';
import type { Store } from '../seed';
import { missingReference, type Resource } from './resource';

/** How long the processor takes with `pm_card_slow`, milliseconds: time to send the same request again. */
const SLOW_PROCESSING = 500;

/** `pm_card_declined` is declined; every other method is charged. */
export function payments(store: Store): Resource {
  return {
    name: 'payments',
    idPrefix: 'pay',
    collection: store.payments,
    rules: {
      order_id: { label: 'Order ID', type: 'string', required: true },
      amount: { label: 'Amount', type: 'number', required: true, min: 0.01 },
      payment_method: { label: 'Payment method', type: 'string', required: true },
    },
    create: ({ order_id, payment_method }) => charge(store, String(order_id), String(payment_method)),
  };
}

async function charge(
  store: Store,
  orderId: string,
  method: string,
): Promise<Record<string, unknown> | Refusal> {
  if (!store.orders.get(orderId)) return missingReference('order_id', 'Order');
  if (method === 'pm_card_slow') await wait(SLOW_PROCESSING, undefined, { ref: false });
  // Read only now: the order may have been paid meanwhile.
  const order = store.orders.get(orderId);
  if (!order) return missingReference('order_id', 'Order');
  if (order['payment_status'] === 'paid') {
    return refuse('INVALID_STATUS_TRANSITION', { details: { from: 'paid', to: 'paid', allowed: [] } });
  }
  if (method === 'pm_card_declined') {
    return refuse('PAYMENT_FAILED', { details: { decline_code: 'card_declined', payment_method: method } });
  }
  store.orders.save({ ...order, payment_status: 'paid' });
  return { status: 'succeeded' };
}
