import { l10n, type QuickPickItem, window } from 'vscode';
import type { Api } from '../../core/catalog/catalog';
import type { HeaderField } from '../../core/exchange/exchange';
import { readExchange } from '../../core/exchange/read-exchange';
import type { HealthTarget } from '../../core/health/health-checks';
import type { Diagnosed } from '../diagnose/diagnose-request';

/** An API with the place where it is to be checked. */
export interface ApiTarget extends HealthTarget {
  readonly api: Api;
}

/** Lets the user choose the API: the one of the last diagnosis, with its credential, or any other without. */
export async function pickTarget(
  apis: readonly Api[],
  last: Diagnosed | undefined,
): Promise<ApiTarget | undefined> {
  const recent = last && targetOf(last);
  const others = apis.filter(({ standard }) => !standard);
  const items: (QuickPickItem & { target?: ApiTarget; api?: Api })[] = [
    ...(recent ? [{ label: recent.api.name, description: recent.origin, target: recent }] : []),
    ...others.map((api) => ({
      label: api.name,
      description: recent?.api.id === api.id ? l10n.t('at another address') : (hostOf(api) ?? ''),
      api,
    })),
  ];
  const title = l10n.t('Check which API?');
  const picked = await window.showQuickPick(items, { title, matchOnDescription: true });
  if (picked?.target || !picked?.api) return picked?.target;
  const origin = await askOrigin(picked.api);
  if (!origin) return undefined;
  const credentials = recent?.origin === origin ? recent : { credential: [], token: undefined };
  return { api: picked.api, origin, credential: credentials.credential, token: credentials.token };
}

/** The API, origin and credential of a diagnosis. */
function targetOf({ raw, api }: Diagnosed): ApiTarget | undefined {
  const reading = readExchange(raw, api, raw.startedAt);
  if (!api || !reading.url) return undefined;
  const sources = reading.credentials.filter(
    ({ source }) => source === 'authorization' || source === 'key-header',
  );
  const names = new Set(sources.map(({ name }) => name.toLowerCase()));
  const credential = raw.request.headers.filter(([name]): boolean => names.has(name.toLowerCase()));
  return {
    api,
    origin: reading.url.origin,
    credential: credential as HeaderField[],
    token: sources.find(({ token }) => token !== '')?.token,
  };
}

async function askOrigin(api: Api): Promise<string | undefined> {
  const given = await window.showInputBox({
    title: l10n.t('Where is {0}?', api.name),
    prompt: l10n.t('Its address, such as https://api.example.com'),
    value: hostOf(api) ?? '',
    validateInput: (text) => (originOf(text) ? undefined : l10n.t('An http or https address is needed.')),
    ignoreFocusOut: true,
  });
  return given === undefined ? undefined : originOf(given);
}

function originOf(text: string): string | undefined {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

/** The first host that the catalog names and that is no pattern. */
function hostOf({ match }: Api): string | undefined {
  const host = match?.hosts?.find((each) => !each.includes('*'));
  return host && `${/^(?:localhost|127\.)/.test(host) ? 'http' : 'https'}://${host}`;
}
