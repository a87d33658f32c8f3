/**
 * Whether a URL is to be reached without a proxy that comes from the environment (`https_proxy`), as `NO_PROXY` says:
 * httpyac reads the one but not the other. A proxy that the request or the project names is always used.
 */
export function bypassesProxy(
  proxy: string | undefined,
  url: string,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const fromEnvironment = proxy === (environment.https_proxy ?? environment.HTTPS_PROXY);
  if (!proxy || !fromEnvironment) return false;
  const { hostname, port } = new URL(url);
  if (/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return true;
  const rules = (environment.no_proxy ?? environment.NO_PROXY ?? '').toLowerCase().split(/[\s,]+/);
  return rules.filter(Boolean).some((rule) => {
    const [, host = '', rulePort] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(rule) ?? [];
    if (rulePort && rulePort !== port) return false;
    return rule === '*' || (host !== '' && (hostname === host || hostname.endsWith(`.${host}`)));
  });
}
