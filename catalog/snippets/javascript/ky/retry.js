import { fetchWithRetry } from '../fetch/retry';

/** For `ky.extend`, in place of ky's own retry, which cuts a long Retry-After short and knows no deadline. */
export const retrying = { fetch: fetchWithRetry, retry: 0, timeout: false };
