<?php

declare(strict_types=1);

namespace Snippets;

/**
 * For Http::withMiddleware(): sends the API's access token, which is refreshed before it expires and, once a request,
 * after a 401.
 */
function refreshing(): callable
{
    return static fn (callable $send): TokenRefreshMiddleware => new TokenRefreshMiddleware($send, apiTokens());
}
