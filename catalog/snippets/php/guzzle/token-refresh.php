<?php

declare(strict_types=1);

namespace Snippets;

use GuzzleHttp\Client;
use GuzzleHttp\Exception\TransferException;
use GuzzleHttp\Promise\PromiseInterface;
use GuzzleHttp\Psr7\Uri;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\UriInterface;

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

/** A middleware of Guzzle's handler stack. */
final class TokenRefreshMiddleware
{
    /** @var callable(RequestInterface, array): PromiseInterface */
    private $send;

    public function __construct(callable $send, private ApiTokens $tokens)
    {
        $this->send = $send;
    }

    public function __invoke(RequestInterface $request, array $options): PromiseInterface
    {
        // The token goes to the API's own origin and nowhere else.
        if (!$this->tokens->areFor($request->getUri())) {
            return ($this->send)($request, $options);
        }
        $token = $this->tokens->access();
        $replay = function (ResponseInterface $response) use ($request, $options, $token) {
            $body = $request->getBody();
            if ($response->getStatusCode() !== 401 || !$body->isSeekable() && $body->getSize() !== 0) {
                return $response;
            }
            $response->getBody()->close();
            if ($body->isSeekable()) {
                $body->rewind();
            }

            return ($this->send)(self::withToken($request, $this->tokens->access($token)), $options);
        };

        return ($this->send)(self::withToken($request, $token), $options)->then($replay);
    }

    private static function withToken(RequestInterface $request, string $token): RequestInterface
    {
        return $request->withHeader('Authorization', "Bearer {$token}");
    }
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

    public function areFor(UriInterface $uri): bool
    {
        $api = new Uri($this->apiUrl);

        return [$uri->getScheme(), $uri->getHost(), $uri->getPort()]
            === [$api->getScheme(), $api->getHost(), $api->getPort()];
    }

    /** The access token, refreshed where it is the one that failed or is about to expire. */
    public function access(string $failed = ''): string
    {
        // Once for all requests that fail together: where refresh tokens rotate, a second refresh revokes them all.
        if ($this->access === $failed || microtime(true) >= $this->renewAt) {
            $this->request();
        }

        return $this->access;
    }

    private function request(): void
    {
        if ($this->refused !== '' && $this->refused === $this->refresh) {
            throw new TransferException('The token was not refreshed: log in again');
        }
        $sentAt = microtime(true);
        // A client of its own, which follows no redirects.
        $client = new Client([
            'base_uri' => $this->apiUrl,
            'allow_redirects' => false,
            'http_errors' => false,
            'timeout' => 30,
        ]);
        $response = $client->post('/auth/refresh', ['json' => ['refresh_token' => $this->refresh]]);
        $status = $response->getStatusCode();
        if ($status < 200 || $status > 299) {
            if (in_array($status, [400, 401, 403], true)) {
                $this->refused = $this->refresh;
            }
            throw new TransferException("The token was not refreshed (status {$status}): log in again");
        }
        $answer = json_decode((string) $response->getBody(), true);
        $access = $answer['access_token'] ?? '';
        if (!is_string($access) || $access === '') {
            throw new TransferException('The token was not refreshed: the answer holds none');
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
}
