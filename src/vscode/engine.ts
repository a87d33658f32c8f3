/**
 * Everything that reads `.http` files, sends requests and looks into exchanges, as one bundle: the parts share the
 * engine, which is most of the product, so it travels once. Loaded with the first request.
 */
export { diagnoseRequest } from './diagnose/diagnose-request';
export { pickEnvironment } from './environment/pick-environment';
export { checkHealth } from './health/check-health';
export { sendOne } from './probes/send-one';
export { History } from './history/history';
export { refreshFor } from './send-again/refresh-and-send';
export { Sessions } from '../http/sessions';
