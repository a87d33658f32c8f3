import { given, shippedCatalogs } from '../../scripts/catalog-files';
import { type CatalogIndex, buildCatalogIndex } from '../../src/core/catalog/catalog-index';
import { compileCatalogs } from '../../src/core/catalog/compile';
import { validateCatalogs } from '../../src/core/catalog/validate';
import { mentionAt, mentionsIn } from '../../src/core/recognize/recognize';
import { parts, readCorpus, score } from '../corpus/recognition/corpus';
import { type Figure, sampled } from './figure';
import { generateCatalogs } from './generated-catalogs';
import { hostileTexts } from './recognition-inputs';
import { generatedLogs } from './recognition-logs';

/** Characters of each log whose throughput is measured. */
const logSize = 10_000_000;
/** Inputs that the bench throws at recognition; `RECOGNITION_INPUTS` asks for another number. */
const inputs = Number(process.env['RECOGNITION_INPUTS'] ?? 100_000);

/** Precision and recall on the labelled corpus, throughput by the kind of log, and the slowest of many hostile inputs. */
export function measureRecognition(): Figure[] {
  const index = indexOf(1000);
  return [...corpusFigures(shippedIndex()), ...throughputFigures(index), hostileFigure(index)];
}

const indexOf = (apis: number): CatalogIndex => indexOfCatalogs(generateCatalogs(apis, 100));
const shippedIndex = (): CatalogIndex => indexOfCatalogs(validateCatalogs(shippedCatalogs(), given).catalogs);

function indexOfCatalogs(catalogs: Parameters<typeof compileCatalogs>[0]): CatalogIndex {
  const { index, records } = compileCatalogs(catalogs);
  return buildCatalogIndex([{ index, read: (number) => records[number] as string }]);
}

function corpusFigures(index: CatalogIndex): Figure[] {
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

function throughputFigures(index: CatalogIndex): Figure[] {
  const few = indexOf(10);
  return generatedLogs.map(({ name, languageId, line }) => {
    const text = repeated(line, logSize);
    const speed = (known: CatalogIndex): number => {
      const [fastest = Infinity] = sampled(5, () => mentionsIn(text, known, languageId));
      return text.length / 1000 / fastest;
    };
    return {
      name: `recognition of 10 MB, ${name}`,
      value: speed(index),
      unit: 'MB/s',
      limit: 100,
      atLeast: true,
      note: `with 10 × 100: ${speed(few).toFixed(0)} MB/s`,
    };
  });
}

function repeated(line: (number: number) => string, characters: number): string {
  const lines: string[] = [];
  for (let size = 0, number = 0; size < characters; number++) {
    const text = line(number);
    lines.push(text);
    size += text.length + 1;
  }
  return lines.join('\n');
}

function hostileFigure(index: CatalogIndex): Figure {
  const texts = hostileTexts(1);
  let slowest = { milliseconds: 0, text: '' };
  for (let input = 0; input < inputs; input++) {
    const { text, languageId, offset } = texts.next().value;
    const start = performance.now();
    mentionsIn(text, index, languageId);
    mentionAt(text, offset, index, languageId);
    const milliseconds = performance.now() - start;
    // A pause of the machine is none of ours: what was slow once has to be slow again.
    if (milliseconds > slowest.milliseconds) {
      const again = sampled(3, () => mentionsIn(text, index, languageId))[0] ?? 0;
      const confirmed = Math.min(milliseconds, again);
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
