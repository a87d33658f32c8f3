import { given, shippedCatalogs } from '../../scripts/catalog-files';
import type { CatalogIndex } from '../../src/core/catalog/catalog-index';
import { compileCatalogs } from '../../src/core/catalog/compile';
import type { CatalogFile } from '../../src/core/catalog/format';
import { validateCatalogs } from '../../src/core/catalog/validate';
import { parts, readCorpus, score } from '../corpus/recognition/corpus';
import type { Core } from './bundled';
import { type Figure, sampled } from './figure';
import { generateCatalogs } from './generated-catalogs';
import { hostileCatalog, hostileTexts } from './recognition-inputs';
import { type LargeText, largeTexts } from './recognition-texts';

/** Characters of each text whose throughput is measured. */
const textSize = 10_000_000;
/** Inputs that the bench throws at recognition; `RECOGNITION_INPUTS` asks for another number. */
const inputs = Number(process.env['RECOGNITION_INPUTS'] ?? 100_000);

/** Precision and recall on the labelled corpus, throughput by the kind of text, and the slowest of many hostile inputs. */
export function measureRecognition(root: string, core: Core): Figure[] {
  const shipped = validateCatalogs(shippedCatalogs(), given).catalogs;
  const indexOf = (...catalogs: CatalogFile[]): CatalogIndex => {
    const { index, records } = compileCatalogs([...shipped, ...catalogs]);
    return core.buildCatalogIndex([{ index, read: (number) => records[number] as string }]);
  };
  return [
    ...corpusFigures(core, indexOf()),
    ...throughputFigures(
      core,
      largeTexts(root, textSize),
      [1000, 100, 5].map((apis) => ({ apis, index: indexOf(...generateCatalogs(apis, 100)) })),
    ),
    hostileFigure(core, indexOf(...generateCatalogs(1000, 100), hostileCatalog())),
  ];
}

function corpusFigures({ mentionsIn }: Core, index: CatalogIndex): Figure[] {
  return parts.flatMap((part) => {
    const { precision, recall, places, silent, misses } = score(readCorpus(part), ({ text, languageId }) =>
      mentionsIn(text, index, languageId),
    );
    for (const { kind, what, where } of misses) console.log(`${kind}, ${what}: ${where}`);
    const note = `${places} places, ${silent} silent`;
    return [
      {
        name: `corpus, ${part}: precision`,
        value: precision * 100,
        unit: '%',
        limit: 99,
        atLeast: true,
        note,
      },
      { name: `corpus, ${part}: recall`, value: recall * 100, unit: '%', limit: 99, atLeast: true },
    ] as const;
  });
}

/** With the most APIs, and in the note with fewer, since their number must not tell. */
function throughputFigures(
  { mentionsIn }: Core,
  texts: readonly LargeText[],
  indexes: readonly { apis: number; index: CatalogIndex }[],
): Figure[] {
  return texts.map(({ name, languageId, text }) => {
    const speeds = indexes.map(({ index }) => {
      const [fastest = Infinity] = sampled(5, () => mentionsIn(text, index, languageId));
      return text.length / 1000 / fastest;
    });
    return {
      name: `recognition of 10 MB, ${name}`,
      value: speeds[0] ?? 0,
      unit: 'MB/s',
      limit: 100,
      atLeast: true,
      note: indexes.map(({ apis }, at) => `${apis} × 100: ${speeds[at]?.toFixed(0)}`).join(', '),
    };
  });
}

function hostileFigure({ mentionAt, mentionsIn }: Core, index: CatalogIndex): Figure {
  const texts = hostileTexts(1);
  let slowest = { milliseconds: 0, text: '' };
  for (let input = 0; input < inputs; input++) {
    const { text, languageId, offset } = texts.next().value;
    const recognize = (): void => {
      mentionsIn(text, index, languageId);
      mentionAt(text, offset, index, languageId);
    };
    const [milliseconds = 0] = sampled(1, recognize);
    // A pause of the machine is none of ours: what was slow once has to be slow again.
    if (milliseconds > slowest.milliseconds) {
      const confirmed = Math.min(milliseconds, ...sampled(3, recognize));
      if (confirmed > slowest.milliseconds) slowest = { milliseconds: confirmed, text };
    }
  }
  return {
    name: `slowest of ${inputs.toLocaleString('en')} hostile inputs`,
    value: slowest.milliseconds,
    unit: 'ms',
    limit: 5,
    note: JSON.stringify(slowest.text.slice(0, 40)),
  };
}
