/** Everything that the lightbulb needs, as one bundle that is loaded when it is first asked for. */
export { createCallActions } from './call-actions';
export { codeActionsAt } from './code-actions-at';
export { insert } from './insert';
