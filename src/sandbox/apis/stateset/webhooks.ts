import { json } from '../../server/answer';
import { Collection } from '../../storage/collection';
import { refuse } from './errors';
import type { StatesetRoute } from './stateset-route';

/** The delivery log of webhooks, one delivered and two failed ones, and the retry of a failed one. */
export function webhookRoutes(now: () => number): StatesetRoute[] {
  const minutesAgo = (minutes: number): string => new Date(now() - minutes * 60_000).toISOString();
  const url = 'https://shop.example.com/webhooks/stateset';
  const deliveries = new Collection([
    {
      id: 'wh_1001',
      event: 'order.created',
      url,
      status: 'delivered',
      response_status: 200,
      attempts: 1,
      at: minutesAgo(30),
    },
    {
      id: 'wh_1002',
      event: 'order.updated',
      url,
      status: 'failed',
      response_status: 401,
      attempts: 5,
      at: minutesAgo(20),
    },
    {
      id: 'wh_1003',
      event: 'return.created',
      url,
      status: 'failed',
      error: 'timeout after 10s',
      attempts: 5,
      at: minutesAgo(5),
    },
  ]);
  const permission = 'admin:webhooks';
  return [
    {
      method: 'GET',
      template: '/api/v1/admin/webhooks/logs',
      handler: { permission, handle: () => json(200, { data: deliveries.page(1, 100, {}).items }) },
    },
    {
      method: 'POST',
      template: '/api/v1/admin/webhooks/{id}/retry',
      handler: {
        permission,
        handle: ({ params }) => {
          const delivery = deliveries.get(params['id'] ?? '');
          if (!delivery) return refuse('NOT_FOUND');
          deliveries.save({ ...delivery, status: 'queued' });
          return json(202, { id: delivery.id, status: 'queued' });
        },
      },
    },
  ];
}
