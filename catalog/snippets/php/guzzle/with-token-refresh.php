<?php

declare(strict_types=1);

namespace Snippets;

use GuzzleHttp\Client;
use GuzzleHttp\ClientInterface;
use GuzzleHttp\HandlerStack;

/** The client, sending the API's access token, which is refreshed before it expires and, once a request, after a 401. */
function withTokenRefresh(ClientInterface $client): Client
{
    $config = $client->getConfig();
    $stack = $config['handler'] instanceof HandlerStack ? clone $config['handler'] : new HandlerStack($config['handler']);
    $stack->push(
        static fn (callable $send): TokenRefreshMiddleware => new TokenRefreshMiddleware($send, apiTokens()),
        'token-refresh',
    );

    return new Client(['handler' => $stack] + $config);
}
