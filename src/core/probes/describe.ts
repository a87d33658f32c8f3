import type { DiagnosedProbe } from '../diagnose/diagnosis';
import type { Language, Text } from '../text/language';
import type { Phrase } from '../text/phrase';
import type { ProbeTarget } from './probe';
import type { SuggestedProbe } from './suggest-probes';

/** The probes as a diagnosis lists them; `say` renders and redacts. */
export const toDiagnosedProbes = (
  probes: readonly SuggestedProbe[],
  say: (phrase: Phrase) => string,
  redact: (text: string) => string,
  language: Language,
): DiagnosedProbe[] =>
  probes.map(({ id, title, change, target, unsafe, causes }) => ({
    id,
    title: isText(title) ? title[language] : say(title),
    request: redact(targetText(target)),
    change: say(change),
    unsafe,
    causes: [...causes],
  }));

/** `GET https://api.example.com/v1/me`, `tcp://127.0.0.1:8080`, `tls://api.example.com:443`. */
function targetText(target: ProbeTarget): string {
  if (target.kind === 'request') return `${target.method} ${target.url}`;
  const host = target.host.includes(':') ? `[${target.host}]` : target.host;
  return `${target.tls ? 'tls' : 'tcp'}://${host}:${target.port}`;
}

const isText = (title: Phrase | Text): title is Text => 'en' in title;
