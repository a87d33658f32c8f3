import type { Exchange } from '../../../core/exchange/exchange';
import type { L10n } from '../../../core/text/language';
import { bodyBlock } from './body';
import { headerTable } from './header-table';
import type { Block, TabView } from './panel-view';

/** The request as it went out, or would have; secrets masked. */
export function requestTab({ request, outcome, timings }: Exchange, l10n: L10n): TabView {
  const { method, url, httpVersion, headers, body } = request;
  const wasSent = outcome.kind === 'response' || timings.send !== undefined || timings.wait !== undefined;
  const blocks: Block[] = [
    {
      kind: 'note',
      text: wasSent
        ? l10n.t('As it was sent, secrets masked.')
        : l10n.t('It was not sent. This is what would have been sent, secrets masked.'),
    },
    {
      kind: 'code',
      title: l10n.t('Request line'),
      syntax: 'text',
      text: [method, url, httpVersion && `HTTP/${httpVersion}`].filter(Boolean).join(' '),
      notes: [],
      actions: [],
    },
    headerTable(headers, l10n),
    bodyBlock('request', body, headers, l10n),
  ];
  return { id: 'request', label: l10n.t('Request'), blocks };
}
