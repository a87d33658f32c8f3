<?php

declare(strict_types=1);

namespace Snippets;

/**
 * curl_exec() that sends again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.
 * Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
 * Times are in seconds; the timeout is for each attempt and takes the place of the handle's own.
 */
function curl_exec_with_retry(
    \CurlHandle $handle,
    int $attempts = 5,
    float $baseDelay = 0.5,
    float $maxDelay = 60,
    float $timeout = 30,
    float $deadline = 120,
): string|bool {
    $seconds = static fn (): float => hrtime(true) / 1e9;
    $random = static fn (float $limit): float => $limit * random_int(0, PHP_INT_MAX) / PHP_INT_MAX;
    $passingErrors = [
        CURLE_COULDNT_RESOLVE_HOST,
        CURLE_COULDNT_CONNECT,
        CURLE_PARTIAL_FILE,
        CURLE_OPERATION_TIMEDOUT,
        CURLE_SSL_CONNECT_ERROR,
        CURLE_GOT_NOTHING,
        CURLE_SEND_ERROR,
        CURLE_RECV_ERROR,
    ];
    // when: idempotency
    curl_setopt($handle, CURLINFO_HEADER_OUT, true);
    // end
    $endsAt = $seconds() + $deadline;

    for ($attempt = 1; ; $attempt++) {
        $left = max(0.001, min($timeout, $endsAt - $seconds()));
        curl_setopt($handle, CURLOPT_TIMEOUT_MS, (int) ceil($left * 1000));
        $body = curl_exec($handle);
        $status = $body === false ? 0 : curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        $method = curl_getinfo($handle, CURLINFO_EFFECTIVE_METHOD);
        $repeatable = in_array($method, ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'], true);
        // when: idempotency
        if (in_array($method, ['POST', 'PATCH'], true)) {
            // The handle sends its own key with all attempts: by it the API knows that they are one request.
            $key = "\n" . 'Idempotency-Key' . ':';
            $repeatable = stripos((string) curl_getinfo($handle, CURLINFO_HEADER_OUT), $key) !== false;
        }
        // end
        if (curl_getinfo($handle, CURLINFO_REDIRECT_COUNT) > 0) {
            $repeatable = false; // a redirect may have made a GET of what was a POST
        }
        $passing = $body === false
            ? in_array(curl_errno($handle), $passingErrors, true)
            : in_array($status, [408, 429, 500, 502, 503, 504], true);
        if (!$passing || !$repeatable || $attempt >= $attempts) {
            return $body;
        }
        $delay = $random(min($maxDelay, $baseDelay * 2 ** ($attempt - 1)));
        $wait = $body === false ? 0 : curl_getinfo($handle, CURLINFO_RETRY_AFTER); // a number or a date, read by cURL
        // when: wait-field
        $asked = is_string($body) ? json_decode($body, true)['wait_seconds'] ?? null : null;
        if (is_numeric($asked)) {
            $wait = max($wait, (float) $asked);
        }
        // end
        if ($wait > 0) {
            $delay = max($delay, $wait + $random($baseDelay));
        }
        if ($wait > $maxDelay || $seconds() + $delay > $endsAt) {
            if ($body === false) {
                return false;
            }
            throw new \RuntimeException(
                sprintf('%s: status %d, and %.0f s to wait is too long', $method, $status, $delay),
            );
        }
        usleep((int) ($delay * 1e6));
    }
}
