/** Everything that reads and writes source code, as one bundle that is loaded when it is first asked for. */
export { createCallActions } from './call-actions';
export { codeActionsAt } from './code-actions-at';
export { insert } from './insert';
export { openSourceCode } from './source-code';
export { pitfallsIn } from '../pitfalls/pitfalls-in';
export { fixesOf } from '../pitfalls/fixes-of';
