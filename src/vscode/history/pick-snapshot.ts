import { l10n, type QuickPickItem, window } from 'vscode';
import type { Snapshot } from '../../core/compare/snapshot';
import { isGood } from '../../core/diagnose/is-good';
import { formatInstant } from '../../core/text/render';

/** Lets the user choose an earlier diagnosis to compare with; those of the same request come first. */
export async function pickSnapshot(
  snapshots: readonly Snapshot[],
  { method, url }: { readonly method: string; readonly url: string },
): Promise<Snapshot | undefined> {
  if (snapshots.length === 0) {
    void window.showInformationMessage(
      l10n.t('There is nothing to compare with yet: run a request a second time.'),
    );
    return undefined;
  }
  const isSame = ({ request }: Snapshot): boolean => request.method === method && request.url === url;
  const sorted = [...snapshots.filter(isSame), ...snapshots.filter((each) => !isSame(each))];
  const items = sorted.map((snapshot): QuickPickItem & { snapshot: Snapshot } => ({
    label: `$(${isGood(snapshot) ? 'pass' : 'error'}) ${outcomeOf(snapshot)}`,
    description: `${snapshot.request.method} ${snapshot.request.url}`,
    detail: [formatInstant(snapshot.at), snapshot.environment].filter(Boolean).join(' · '),
    snapshot,
  }));
  const title = l10n.t('Compare the last diagnosis with');
  return (await window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))
    ?.snapshot;
}

function outcomeOf({ outcome, problem }: Snapshot): string {
  const first = outcome.kind === 'response' ? `${outcome.status} ${outcome.reason}`.trim() : outcome.code;
  return [first, problem].filter(Boolean).join(' · ');
}
