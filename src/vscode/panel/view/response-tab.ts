import type { Exchange, Failure, Response } from '../../../core/exchange/exchange';
import type { L10n } from '../../../core/text/language';
import { bodyBlock } from './body';
import { statusTone } from './header';
import { headerTable } from './header-table';
import type { Block, TabView } from './panel-view';

/** The answer, or why there is none. */
export function responseTab({ outcome }: Exchange, l10n: L10n): TabView {
  return {
    id: 'response',
    label: l10n.t('Answer'),
    blocks: outcome.kind === 'response' ? answerBlocks(outcome, l10n) : failureBlocks(outcome, l10n),
  };
}

function answerBlocks({ httpVersion, status, reason, headers, body }: Response, l10n: L10n): Block[] {
  return [
    { kind: 'note', tone: statusTone(status), text: `HTTP/${httpVersion} ${status} ${reason}`.trim() },
    headerTable(headers, l10n),
    bodyBlock('response', body, headers, l10n),
  ];
}

function failureBlocks({ code, message, chain }: Failure, l10n: L10n): Block[] {
  const blocks: Block[] = [
    { kind: 'note', tone: 'bad', text: l10n.t('No answer came: {0}', message || code) },
  ];
  if (chain.length > 0) {
    blocks.push({
      kind: 'table',
      title: l10n.t('What went wrong, outermost first'),
      columns: [l10n.t('Error'), l10n.t('Address'), l10n.t('Message')],
      rows: chain.map((link) => [
        link.code ?? link.name,
        endpoint(link.address ?? link.hostname, link.port),
        link.message,
      ]),
    });
  }
  return blocks;
}

/** `127.0.0.1:80`, `[::1]:80`; empty where nothing is known. */
export function endpoint(host: string | undefined, port: number | undefined): string {
  if (!host) return '';
  const literal = host.includes(':') ? `[${host}]` : host;
  return port === undefined ? literal : `${literal}:${port}`;
}
