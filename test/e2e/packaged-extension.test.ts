import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './workbench';

describe('The packaged extension', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench?.close());

  it('offers its commands in the palette', async () => {
    assert.equal(await workbench.palette.offers('API Troubleshooter: Search Problems'), true);
    await workbench.screenshot('palette');
  });
});
