/** What the bench measures of the core. */
export { buildCatalogIndex } from '../../src/core/catalog/catalog-index';
export { evidenceAround } from '../../src/core/explain/api-evidence';
export { explain } from '../../src/core/explain/explain';
export { mentionAt, mentionsIn } from '../../src/core/recognize/recognize';
export { openCompiled } from '../../src/vscode/knowledge/open-compiled';
