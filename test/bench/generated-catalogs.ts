import type { CatalogFile } from '../../src/core/catalog/format';

const nouns = [
  'ORDER',
  'TOKEN',
  'ACCOUNT',
  'PAYMENT',
  'QUOTA',
  'UPLOAD',
  'SESSION',
  'TENANT',
  'INVOICE',
  'WEBHOOK',
];
const faults = [
  'EXPIRED',
  'NOT_FOUND',
  'LOCKED',
  'INVALID',
  'EXCEEDED',
  'REVOKED',
  'CONFLICT',
  'MISSING',
  'DENIED',
  'BROKEN',
];
const statuses = [400, 401, 403, 404, 409, 422, 429, 500, 502, 503];

/** `apis` catalogs with `problems` problems each: half of the codes shared by all, half of an API's own, texts of real length. */
export function generateCatalogs(apis: number, problems: number): CatalogFile[] {
  return Array.from({ length: apis }, (_, api) => ({
    id: `api-${api}`,
    name: `Generated API ${api}`,
    match: {
      hosts: [`api-${api}.example.com`],
      words: [`generated${api}`],
      endpoints: Array.from({ length: 20 }, (_unused, number) => `GET /v${api}/resource${number}/{id}`),
    },
    envelope: { code: 'error.code', message: 'error.message' },
    problems: Array.from({ length: problems }, (_unused, number) => problem(api, number)),
  }));
}

function problem(api: number, number: number): NonNullable<CatalogFile['problems']>[number] {
  const name = `${nouns[number % 10]}_${faults[Math.floor(number / 10) % 10]}`;
  const own = number % 2 === 0;
  const sentence = `What happened to ${name.toLowerCase()} and why the server of API ${api} refused to go on with the request.`;
  const text = { en: sentence, 'pt-BR': `${sentence} Em português também.` };
  return {
    id: `problem-${number}`,
    codes: [own ? `A${api}_${name}_${number}` : `${name}_${number}`],
    status: statuses[number % 10],
    messages: [
      `The ${name.toLowerCase().replaceAll('_', ' ')} of API ${api} failed at step ${number} after {n} ms`,
    ],
    title: { en: `${name} ${number}`, 'pt-BR': `${name} ${number}` },
    summary: text,
    causes: [0, 1, 2].map((cause) => ({
      id: `cause-${number}-${cause}`,
      title: text,
      explanation: text,
      fix: text,
      when: 'jwt.expired',
    })),
    steps: [text, text],
    source: 'generated',
  };
}
