/** The sandbox as a bundle of its own, loaded when it is first started. */
export { startSandbox } from '../../sandbox/index';
