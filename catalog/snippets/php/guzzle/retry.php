<?php

declare(strict_types=1);

namespace Snippets;

use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Exception\RequestException;
use GuzzleHttp\Promise\PromiseInterface;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;

/** A middleware of Guzzle's handler stack. Times are in seconds; a request's `timeout` is for each attempt. */
final class RetryMiddleware
{
    private const ATTEMPTS = 5;
    private const BASE_DELAY = 0.5;
    private const MAX_DELAY = 60;
    private const DEADLINE = 120;
    private const ATTEMPT_TIMEOUT = 30;

    /** @var callable(RequestInterface, array): PromiseInterface */
    private $send;

    public function __construct(callable $send)
    {
        $this->send = $send;
    }

    public function __invoke(RequestInterface $request, array $options): PromiseInterface
    {
        $method = $request->getMethod();
        $repeatable = in_array($method, ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'], true);
        // when: idempotency
        if (in_array($method, ['POST', 'PATCH'], true)) {
            // One key for all attempts: by it the API knows that they are one request.
            if (!$request->hasHeader('Idempotency-Key')) {
                $request = $request->withHeader('Idempotency-Key', self::newKey());
            }
            $repeatable = true;
        }
        // end
        $body = $request->getBody();
        $readOnce = !$body->isSeekable() && $body->getSize() !== 0;
        $partlyWritten = isset($options['sink']) && !is_string($options['sink']);
        if ($readOnce || $partlyWritten) {
            $repeatable = false;
        }

        return $this->attempt($request, $options, $repeatable ? self::ATTEMPTS : 1, self::seconds() + self::DEADLINE);
    }

    private function attempt(
        RequestInterface $request,
        array $options,
        int $attempts,
        float $endsAt,
        int $attempt = 1,
        float $delay = 0,
    ): PromiseInterface {
        $last = $attempt >= $attempts;
        $backoff = self::random(min(self::MAX_DELAY, self::BASE_DELAY * 2 ** ($attempt - 1)));
        $again = fn (float $delay): PromiseInterface =>
            $this->attempt($request, $options, $attempts, $endsAt, $attempt + 1, $delay);
        if ($attempt > 1 && $request->getBody()->isSeekable()) {
            $request->getBody()->rewind();
        }
        $timeout = min(($options['timeout'] ?? 0) ?: self::ATTEMPT_TIMEOUT, $endsAt - self::seconds() - $delay);
        $times = ['timeout' => max(0.001, $timeout), 'delay' => (int) ceil($delay * 1000)];

        return ($this->send)($request, $times + $options)->then(
            function (ResponseInterface $response) use ($request, $last, $backoff, $endsAt, $again) {
                $status = $response->getStatusCode();
                if ($last || !in_array($status, [408, 429, 500, 502, 503, 504], true)) {
                    return $response;
                }
                $wait = self::requestedWait($response);
                $response->getBody()->close();
                $delay = $wait > 0 ? max($backoff, $wait + self::random(self::BASE_DELAY)) : $backoff;
                if ($wait > self::MAX_DELAY || self::seconds() + $delay > $endsAt) {
                    $message = '%s: status %d, and %.0f s to wait is too long';
                    $message = sprintf($message, $request->getMethod(), $status, $delay);
                    throw new RequestException($message, $request, $response);
                }

                return $again($delay);
            },
            function (\Throwable $error) use ($last, $backoff, $endsAt, $again) {
                if ($last || !self::isLost($error) || self::seconds() + $backoff > $endsAt) {
                    throw $error;
                }

                return $again($backoff);
            },
        );
    }

    /** Whether the connection was not made, or broke: errors of cURL that concern neither the request nor a certificate. */
    private static function isLost(\Throwable $error): bool
    {
        return $error instanceof ConnectException
            || $error instanceof RequestException
            && in_array($error->getHandlerContext()['errno'] ?? 0, [
                CURLE_PARTIAL_FILE,
                CURLE_GOT_NOTHING,
                CURLE_SEND_ERROR,
                CURLE_RECV_ERROR,
            ], true);
    }

    /** Seconds that the answer asks to wait, as a number or a date (RFC 9110 §10.2.3); 0 where it does not. */
    private static function requestedWait(ResponseInterface $response): float
    {
        $field = trim($response->getHeaderLine('Retry-After'));
        $date = false;
        foreach ([DATE_RFC7231, 'l, d-M-y H:i:s \G\M\T', 'D M j H:i:s Y'] as $form) {
            $text = preg_replace('/ +/', ' ', $field);
            $date = $date ?: \DateTimeImmutable::createFromFormat($form, $text, new \DateTimeZone('UTC'));
        }
        $wait = match (true) {
            ctype_digit($field) => (float) $field,
            $date !== false => $date->getTimestamp() - microtime(true),
            default => 0.0,
        };
        // when: wait-field
        $seconds = json_decode((string) $response->getBody(), true)['wait_seconds'] ?? null;
        if (is_numeric($seconds)) {
            $wait = max($wait, (float) $seconds);
        }
        // end

        return max(0.0, $wait);
    }

    // when: idempotency
    /** A random UUID (RFC 9562 §5.4). */
    private static function newKey(): string
    {
        $bytes = random_bytes(16);
        $bytes[6] = chr(ord($bytes[6]) & 0x0F | 0x40);
        $bytes[8] = chr(ord($bytes[8]) & 0x3F | 0x80);

        return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
    }

    // end
    private static function random(float $limit): float
    {
        return $limit * random_int(0, PHP_INT_MAX) / PHP_INT_MAX;
    }

    private static function seconds(): float
    {
        return hrtime(true) / 1e9;
    }
}
