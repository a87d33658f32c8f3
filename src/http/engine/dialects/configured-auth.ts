import type { HttpyacHooksApi, ProcessorContext } from 'httpyac';

/** How JetBrains names what httpyac's OAuth 2 wants to know. */
const settings: Readonly<Record<string, string>> = {
  'Token URL': 'tokenEndpoint',
  'Client ID': 'clientId',
  'Client Secret': 'clientSecret',
  Scope: 'scope',
  Username: 'username',
  Password: 'password',
};
/** Flows that need no browser. */
const flows: Readonly<Record<string, string>> = {
  'client credentials': 'client_credentials',
  password: 'password',
};

/** The id in `$auth.token("id")`. */
export const configuredAuth = (expression: string): string | undefined =>
  /^\$auth\.token\(\s*["']([\w-]+)["']\s*\)$/.exec(expression)?.[1];

/**
 * The token of an authentication that `http-client.env.json` configures under `Security.Auth`, as JetBrains does. httpyac
 * gets it, keeps it and renews it.
 */
export async function tokenOf(
  id: string,
  context: ProcessorContext,
  { utils }: HttpyacHooksApi,
): Promise<string | undefined> {
  const { Security } = context.variables as { Security?: { Auth?: Record<string, Record<string, unknown>> } };
  const configured = Security?.Auth && Object.hasOwn(Security.Auth, id) ? Security.Auth[id] : undefined;
  const flow = flows[String(configured?.['Grant Type']).toLowerCase()];
  if (!configured || !flow) return undefined;
  const prefix = `auth_${id.replace(/-/g, '_')}`;
  for (const [theirs, ours] of Object.entries(settings))
    if (typeof configured[theirs] === 'string')
      context.variables[`${prefix}_${ours}`] = await utils.replaceVariables(
        configured[theirs],
        'variable',
        context,
      );
  const value = await utils.replaceVariables(`oauth2 ${flow} ${prefix}`, 'authorization', context);
  return typeof value === 'string' ? /^Bearer (\S+)$/i.exec(value)?.[1] : undefined;
}
