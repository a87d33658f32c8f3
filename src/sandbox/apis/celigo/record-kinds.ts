import type { Collection } from '../../storage/collection';
import type { Rules } from '../../validation/rules';
import type { RecordKind } from './records';
import type { Store } from './seed';

const NAMED: Rules = { name: { type: 'string', required: true } };
const CONNECTED: Rules = { ...NAMED, _connectionId: { type: 'string', required: true } };

/** The kinds of records that share their endpoints. */
export function recordKinds(store: Store) {
  const firstUser = (collection: Collection, field: string, id: string, kind: string): string | undefined => {
    const user = collection.find(field, id);
    return user && `${kind} "${String(user['name'])}"`;
  };
  return {
    integrations: {
      name: 'integrations',
      collection: store.integrations,
      rules: NAMED,
      integrationOf: ({ id }) => id,
      usedBy: ({ id }) => firstUser(store.flows, '_integrationId', id, 'flow'),
    },
    flows: {
      name: 'flows',
      collection: store.flows,
      rules: {
        ...NAMED,
        _integrationId: { type: 'string', required: true },
        disabled: { type: 'boolean' },
        schedule: { type: 'string' },
        pageGenerators: { type: 'array', minLength: 1 },
      },
      filters: ['_integrationId', 'disabled'],
      integrationOf: (flow) => flow['_integrationId'],
    },
    connections: {
      name: 'connections',
      collection: store.connections,
      rules: {
        ...NAMED,
        type: { type: 'string', required: true, oneOf: ['http', 'netsuite', 'ftp', 'rdbms'] },
      },
      filters: ['type', 'offline'],
      usedBy: ({ id }) =>
        firstUser(store.exports, '_connectionId', id, 'export') ??
        firstUser(store.imports, '_connectionId', id, 'import'),
    },
    exports: { name: 'exports', collection: store.exports, rules: CONNECTED },
    imports: { name: 'imports', collection: store.imports, rules: CONNECTED },
    jobs: {
      name: 'jobs',
      collection: store.jobs,
      filters: ['_flowId', '_integrationId', 'status'],
      integrationOf: (job) => job['_integrationId'],
    },
  } as const satisfies Record<string, RecordKind>;
}
