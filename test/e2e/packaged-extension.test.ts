import assert from 'node:assert/strict';
import { suiteWorkbench } from './suite-workbench';
import { openWorkbench } from './workbench';

describe('The packaged extension', () => {
  const workbench = suiteWorkbench('packaged', () => openWorkbench());

  it('offers its commands in the palette', async () => {
    assert.equal(await workbench().palette.offers('API Troubleshooter: Search Problems'), true);
    await workbench().screenshot('palette');
  });
});
