import { recording } from '../recorded';

/** Errors in the shapes of APIs that no catalog of this repository describes. */
export const heldOutShapes = { ...recording('held-out/shapes'), labelsFacts: false };
