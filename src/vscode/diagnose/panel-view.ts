/** What the panel shows, as a bundle of its own: loaded with the first diagnosis. */
export { toView } from '../panel/view';
export { healthView } from '../panel/view/health';
