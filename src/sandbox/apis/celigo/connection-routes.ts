import { json } from '../../server/answer';
import type { Entity } from '../../storage/collection';
import type { CeligoRoute, Outcome } from './celigo-route';
import { refuse } from './errors';
import { withRecord, type RecordKind } from './records';
import { IDS } from './seed';

/** Ping and debug log of connections. */
export function connectionRoutes(connections: RecordKind, now: () => number): CeligoRoute[] {
  return [
    {
      method: 'POST',
      template: '/v1/connections/{id}/ping',
      handler: { handle: withRecord(connections, ping) },
    },
    {
      method: 'GET',
      template: '/v1/connections/{id}/debuglog',
      handler: { handle: withRecord(connections, (connection) => debugLog(connection, now())) },
    },
  ];
}

/** A ping that reached integrator.io is a 200, also where the application behind the connection said no. */
function ping(connection: Entity): Outcome {
  if (connection.id === IDS.connections.silent) return refuse('connection_timeout');
  if (connection['offline'] !== true) return json(200, { code: 200 });
  const name = String(connection['name']);
  return json(200, {
    errors: [{ code: 'CONNECTION_ERROR', message: `${name} refused the credentials (401)` }],
  });
}

/** Plain text, while debugging is switched on (until `debugDate`); before and after it is empty. */
function debugLog(connection: Entity, now: number): Outcome {
  const until = Date.parse(String(connection['debugDate']));
  if (!(until > now)) return { status: 204 };
  const at = new Date(now - 60_000).toISOString();
  const lines = [
    `${at} 5c1e77 import POST /app/site/hosting/restlet.nl`,
    '{"Authorization":"********","Content-Type":"application/json"}',
    `${at} 5c1e77 import response 400`,
    '{"error":{"code":"FIELD_VALIDATION_ERROR","message":"Invalid currency: US Dollar"}}',
  ];
  return { status: 200, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: lines.join('\n') };
}
