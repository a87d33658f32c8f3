<?php

declare(strict_types=1);

namespace Snippets;

/**
 * For Http::withMiddleware(): sends again after failures that pass, 408, 429, 500, 502, 503, 504 and lost connections.
 * Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
 */
function retrying(): callable
{
    return static fn (callable $send): RetryMiddleware => new RetryMiddleware($send);
}
