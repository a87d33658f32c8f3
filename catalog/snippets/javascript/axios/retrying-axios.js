import axios from 'axios';
import { withRetry } from './axios-retry';

/** axios that retries; the library's own instance stays as it is. */
export const retryingAxios = withRetry(axios.create());
