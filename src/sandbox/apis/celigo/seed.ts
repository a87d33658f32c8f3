import { Collection, type Entity } from '../../storage/collection';

/** Two integrations and what belongs to them; ids as the API has them, 24 hexadecimal digits. */
export const IDS = {
  orders: {
    integration: '65f0a1b2c3d4e5f600010001',
    flow: '65f0a1b2c3d4e5f600020001',
    disabledFlow: '65f0a1b2c3d4e5f600020002',
    offlineFlow: '65f0a1b2c3d4e5f600020003',
    export: '65f0a1b2c3d4e5f600030001',
    import: '65f0a1b2c3d4e5f600040001',
    customerImport: '65f0a1b2c3d4e5f600040002',
  },
  leads: {
    integration: '65f0a1b2c3d4e5f600010002',
    flow: '65f0a1b2c3d4e5f600020004',
    export: '65f0a1b2c3d4e5f600030002',
    import: '65f0a1b2c3d4e5f600040003',
  },
  connections: {
    netsuite: '65f0a1b2c3d4e5f600050001',
    offline: '65f0a1b2c3d4e5f600050002',
    silent: '65f0a1b2c3d4e5f600050003',
    unused: '65f0a1b2c3d4e5f600050004',
  },
} as const;

export interface Store {
  readonly integrations: Collection;
  readonly connections: Collection;
  readonly exports: Collection;
  readonly imports: Collection;
  readonly flows: Collection;
  readonly jobs: Collection;
  /** What went wrong in imports; `retryDataKey` leads to the record. */
  readonly errors: Collection;
  /** The state API's values by key. */
  readonly state: Map<string, unknown>;
}

const HOUR = 60 * 60 * 1000;

/** Sample data with a flow in each situation that the API has an error for. `now` is milliseconds since the epoch. */
export function seededStore(now: number): Store {
  const { orders, leads, connections } = IDS;
  const hoursAgo = (hours: number): string => new Date(now - hours * HOUR).toISOString();
  return {
    integrations: new Collection([
      { id: orders.integration, name: 'Shopify - NetSuite', lastModified: hoursAgo(200) },
      { id: leads.integration, name: 'HubSpot - Salesforce', lastModified: hoursAgo(300) },
    ]),
    connections: new Collection([
      {
        id: connections.netsuite,
        name: 'NetSuite',
        type: 'netsuite',
        offline: false,
        debugDate: hoursAgo(-1),
      },
      { id: connections.offline, name: 'Shopify', type: 'http', offline: true },
      { id: connections.silent, name: 'Warehouse FTP', type: 'ftp', offline: false },
      { id: connections.unused, name: 'Old Magento', type: 'http', offline: false },
    ]),
    exports: new Collection([
      {
        id: orders.export,
        name: 'New orders',
        _connectionId: connections.offline,
        type: 'delta',
        delta: { dateField: 'updated_at' },
        lastExportDateTime: hoursAgo(1),
      },
      { id: leads.export, name: 'Leads', _connectionId: connections.netsuite },
    ]),
    imports: new Collection([
      { id: orders.import, name: 'Sales orders', _connectionId: connections.netsuite },
      { id: orders.customerImport, name: 'Customers', _connectionId: connections.netsuite },
      { id: leads.import, name: 'Contacts', _connectionId: connections.netsuite },
    ]),
    flows: new Collection([
      flow(orders.flow, orders.integration, {
        name: 'Orders to NetSuite',
        schedule: '? */15 * * * *',
        _connectionIds: [connections.netsuite],
      }),
      flow(orders.disabledFlow, orders.integration, { name: 'Refunds to NetSuite', disabled: true }),
      flow(orders.offlineFlow, orders.integration, {
        name: 'Customers to NetSuite',
        schedule: '? 0 * * * *',
        _connectionIds: [connections.offline, connections.netsuite],
      }),
      flow(leads.flow, leads.integration, { name: 'Leads to Salesforce' }),
    ]),
    jobs: new Collection(
      Array.from({ length: 45 }, (_, i) => ({
        id: `65f0a1b2c3d4e5f60006${(i + 1).toString(16).padStart(4, '0')}`,
        type: 'flow',
        _flowId: orders.flow,
        _integrationId: orders.integration,
        status: 'completed',
        numSuccess: 20,
        numError: i === 44 ? 4 : 0,
        startedAt: hoursAgo(46 - i),
        endedAt: hoursAgo(45.9 - i),
      })),
    ),
    errors: new Collection(importErrors(hoursAgo(1))),
    state: new Map<string, unknown>([['last-order', { id: 5312, at: hoursAgo(1) }]]),
  };
}

function flow(id: string, integration: string, more: Record<string, unknown>): Entity {
  const { orders, leads } = IDS;
  const isOrders = integration === orders.integration;
  return {
    id,
    _integrationId: integration,
    disabled: false,
    pageGenerators: [{ _exportId: isOrders ? orders.export : leads.export }],
    pageProcessors: [{ type: 'import', _importId: isOrders ? orders.import : leads.import }],
    ...more,
  };
}

/** One error of each documented type. */
function importErrors(occurredAt: string): Entity[] {
  const of = (number: number, code: string, message: string, source: string, record: object): Entity => ({
    id: `900000000${number}`,
    _flowId: IDS.orders.flow,
    _importId: IDS.orders.import,
    error: { code, message, source, occurredAt, errorId: `900000000${number}`, retryDataKey: `r${number}` },
    record,
  });
  const order = { id: 5312, email: 'ada@example.com', sku: 'MUG-BLUE', currency: 'US Dollar' };
  return [
    of(1, 'FIELD_VALIDATION_ERROR', 'Field "currency": "US Dollar" is not a valid value', 'mapping', order),
    of(2, 'DUPLICATE_RECORD', 'A record with externalid 5310 already exists', 'application', {
      ...order,
      id: 5310,
    }),
    of(3, 'CONNECTION_ERROR', 'Connection to NetSuite was refused', 'connection', { ...order, id: 5309 }),
    of(4, 'LOOKUP_NOT_FOUND', 'Lookup "item" found no result for "LAMP-OAK"', 'lookup', {
      ...order,
      id: 5308,
      sku: 'LAMP-OAK',
    }),
  ];
}
