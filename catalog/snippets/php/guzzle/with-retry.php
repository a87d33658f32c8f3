<?php

declare(strict_types=1);

namespace Snippets;

use GuzzleHttp\Client;
use GuzzleHttp\ClientInterface;
use GuzzleHttp\HandlerStack;

/**
 * The client, sending again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.
 * Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
 */
function withRetry(ClientInterface $client): Client
{
    $config = $client->getConfig();
    $stack = $config['handler'] instanceof HandlerStack ? clone $config['handler'] : new HandlerStack($config['handler']);
    $stack->push(static fn (callable $send): RetryMiddleware => new RetryMiddleware($send), 'retry');

    return new Client(['handler' => $stack] + $config);
}
