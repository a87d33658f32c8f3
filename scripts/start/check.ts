import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { runInVsCode } from '../../test/vscode/run-in-vscode';
import type { OpenVsCode } from './open-vscode';

/** What of the command's result is printed; see DESIGN's contract of `apiTroubleshooter.diagnoseRequest`. */
interface Diagnosis {
  request: { method: string; url: string };
  outcome: { kind: string; status?: number; code?: string };
  problem?: { title: string; summary: string; code?: string };
  causes: { title: string; verdict: string; evidence: string[]; fix?: string }[];
  nextSteps: string[];
}

/** Diagnoses one sample in a headless VS Code; the diagnosis as text. Rejects with one sentence when that fails. */
export async function check({ root, folder, env, npmRun }: OpenVsCode): Promise<string> {
  await npmRun('build');
  const scratch = await mkdtemp(join(tmpdir(), 'api-troubleshooter-check-'));
  try {
    const runner = join(scratch, 'diagnose-sample.js');
    await build({
      entryPoints: [join(root, 'scripts', 'start', 'diagnose-sample.ts')],
      outfile: runner,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
    });
    const resultFile = join(scratch, 'diagnosis.json');
    await runInVsCode({
      extensionDevelopmentPath: root,
      extensionTestsPath: runner,
      workspace: folder,
      trusted: true,
      env: { ...env, API_TROUBLESHOOTER_CHECK_RESULT: resultFile },
    });
    const result = JSON.parse(await readFile(resultFile, 'utf8')) as Partial<Diagnosis> & { error?: string };
    if (result.error) throw new Error(result.error);
    if (!result.request || !result.causes) throw new Error('The command returned no diagnosis.');
    return asText(result as Diagnosis);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function asText({ request, outcome, problem, causes, nextSteps }: Diagnosis): string {
  const ruledOut = causes.filter(({ verdict }) => verdict === 'ruled-out');
  return [
    `${request.method} ${request.url} → ${outcome.status ?? outcome.code ?? outcome.kind}`,
    problem && `${problem.code ?? ''} ${problem.title}: ${problem.summary}`.trim(),
    ...causes
      .filter(({ verdict }) => verdict !== 'ruled-out')
      .flatMap(({ verdict, title, evidence }) => [
        `- ${verdict}: ${title}`,
        ...evidence.map((line) => `    ${line}`),
      ]),
    ruledOut.length > 0 && `- ruled out: ${ruledOut.length} others, each by what the exchange shows`,
    ...(nextSteps ?? []).map((step, index) => `${index + 1}. ${step}`),
  ]
    .filter(Boolean)
    .join('\n');
}
