import type { Group } from '../group';
import { nginxPath, startNginx } from '../nginx-server';

/** The nginx of this machine. */
export const nginx: Group = {
  name: 'nginx',
  missing: () => (nginxPath ? undefined : 'nginx is not installed'),
  async start() {
    const { origin, tlsPort, close } = await startNginx(nginxPath as string);
    return { values: { origin, port: new URL(origin).port, tlsPort: `${tlsPort}` }, close };
  },
};
