<?php

declare(strict_types=1);

namespace Snippets;

/**
 * curl_exec() that sends the API's access token, which is refreshed before it expires and, once a request, after a 401.
 *
 * @param ?callable(\CurlHandle): (string|bool) $exec
 */
function curl_exec_with_token_refresh(\CurlHandle $handle, ?callable $exec = null): string|bool
{
    $exec ??= curl_exec(...);
    $tokens = apiTokens();
    $isForApi = static fn (): bool => $tokens->areFor(curl_getinfo($handle, CURLINFO_EFFECTIVE_URL));
    // The token goes to the API's own origin and nowhere else. On redirects, cURL itself sees to that.
    if (!$isForApi()) {
        return $exec($handle);
    }
    try {
        $token = $tokens->access();
        curl_setopt_array($handle, [CURLOPT_HTTPAUTH => CURLAUTH_BEARER, CURLOPT_XOAUTH2_BEARER => $token]);
        $body = $exec($handle);
        if (curl_getinfo($handle, CURLINFO_RESPONSE_CODE) === 401 && $isForApi()) {
            curl_setopt($handle, CURLOPT_XOAUTH2_BEARER, $tokens->access($token));
            $body = $exec($handle);
        }

        return $body;
    } finally {
        curl_setopt($handle, CURLOPT_XOAUTH2_BEARER, null);
    }
}

/** One account's tokens. After log-in: apiTokens()->keep($access, $refresh). */
function apiTokens(): ApiTokens
{
    static $tokens;

    return $tokens ??= new ApiTokens(
        'https://api.example.com',
        'ACCESS_TOKEN',
        'REFRESH_TOKEN',
    );
}

/** Where several processes share an account, they must share its tokens, too, and refresh them under one lock. */
final class ApiTokens
{
    private string $refused = ''; // a refresh token that the API has refused: asking again is no use
    private float $renewAt;

    public function __construct(private string $apiUrl, private string $access, private string $refresh)
    {
        $this->keep($access, $refresh);
    }

    public function keep(string $access, string $refresh, ?float $receivedAt = null): void
    {
        $this->access = $access;
        $this->refresh = $refresh;
        $this->renewAt = self::renewalTime($access, $receivedAt);
    }

    public function areFor(string $url): bool
    {
        return self::origin($url) === self::origin($this->apiUrl);
    }

    /** The access token, refreshed where it is the one that failed or is about to expire. */
    public function access(string $failed = ''): string
    {
        // Where refresh tokens rotate, to refresh one that was refreshed already revokes them all.
        if ($this->access === $failed || microtime(true) >= $this->renewAt) {
            $this->request();
        }

        return $this->access;
    }

    private function request(): void
    {
        if ($this->refused !== '' && $this->refused === $this->refresh) {
            throw new \RuntimeException('The token was not refreshed: log in again');
        }
        $sentAt = microtime(true);
        // A handle of its own, which follows no redirects.
        $handle = curl_init(self::origin($this->apiUrl) . '/auth/refresh');
        curl_setopt_array($handle, [
            CURLOPT_POSTFIELDS => json_encode(['refresh_token' => $this->refresh], JSON_THROW_ON_ERROR),
            CURLOPT_HTTPHEADER => ['Content-Type: application/json'],
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 30,
        ]);
        $body = curl_exec($handle);
        if ($body === false) {
            throw new \RuntimeException('The token was not refreshed: ' . curl_error($handle));
        }
        $status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        if ($status < 200 || $status > 299) {
            if (in_array($status, [400, 401, 403], true)) {
                $this->refused = $this->refresh;
            }
            throw new \RuntimeException("The token was not refreshed (status {$status}): log in again");
        }
        $answer = json_decode($body, true);
        $access = $answer['access_token'] ?? '';
        if (!is_string($access) || $access === '') {
            throw new \RuntimeException('The token was not refreshed: the answer holds none');
        }
        $this->keep($access, $answer['refresh_token'] ?? $this->refresh, $sentAt);
    }

    /** Nine tenths of a JWT's life, counted from its receipt, so that a wrong clock does no harm. */
    private static function renewalTime(string $token, ?float $receivedAt): float
    {
        $payload = strtr(explode('.', $token)[1] ?? '', '-_', '+/');
        $claims = json_decode(base64_decode($payload), true);
        if (!is_numeric($claims['iat'] ?? null) || !is_numeric($claims['exp'] ?? null)) {
            return INF; // not a JWT: only the API knows when it expires
        }

        return ($receivedAt ?? $claims['iat']) + ($claims['exp'] - $claims['iat']) * 0.9;
    }

    private static function origin(string $url): string
    {
        $parts = parse_url($url);
        $scheme = strtolower($parts['scheme'] ?? '');
        $port = $parts['port'] ?? ['http' => 80, 'https' => 443][$scheme] ?? 0;

        return "{$scheme}://" . strtolower($parts['host'] ?? '') . ":{$port}";
    }
}
