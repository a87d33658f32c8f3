import asyncio
import base64
import contextlib
import functools
import json
import math
import time
import urllib.parse

import aiohttp


class ApiTokens:
    """One account's tokens, refreshed once for all tasks."""

    def __init__(self, api_url: str, access_token: str, refresh_token: str) -> None:
        self.api_url = api_url
        self._refreshing = None
        self._refused = ""  # a refresh token that the API has refused: asking again is no use
        self.keep_tokens(access_token, refresh_token)

    def keep_tokens(self, access_token: str, refresh_token: str, received_at: float = 0.0) -> None:
        """Call it after log-in."""
        self.access_token, self.refresh_token = access_token, refresh_token
        self.renew_at = renewal_time(access_token, received_at)

    async def access(self, failed: str = "") -> str:
        """The access token, refreshed where it is the one that failed or is about to expire."""
        if self.access_token == failed or time.time() >= self.renew_at:
            # One task refreshes: where refresh tokens rotate, a second refresh revokes them all.
            if self._refreshing is None or self._refreshing.done():
                self._refreshing = asyncio.ensure_future(self._refresh())
            await asyncio.shield(self._refreshing)  # whose caller is cancelled does not break it off
        return self.access_token

    async def _refresh(self) -> None:
        if self.refresh_token and self._refused == self.refresh_token:
            raise aiohttp.ClientError("The token was not refreshed: log in again")
        sent_at = time.time()
        # A session of its own, without the settings of others.
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
            async with session.post(
                urllib.parse.urljoin(self.api_url, "/auth/refresh"),
                json={"refresh_token": self.refresh_token},
                allow_redirects=False,
            ) as response:
                if not 200 <= response.status < 300:
                    if response.status in {400, 401, 403}:
                        self._refused = self.refresh_token
                    message = f"The token was not refreshed (status {response.status}): log in again"
                    raise aiohttp.ClientError(message)
                answer = await response.json(content_type=None)
        access_token, refresh_token = None, self.refresh_token
        with contextlib.suppress(LookupError, TypeError):
            access_token = answer["access_token"]
            refresh_token = answer["refresh_token"]  # rotated
        if not access_token or not isinstance(access_token, str):
            raise aiohttp.ClientError("The token was not refreshed: the answer holds none")
        self.keep_tokens(access_token, refresh_token, sent_at)


class TokenSession:
    """Sends the API's access token through an aiohttp session, refreshed before it expires and, once, after a 401."""

    def __init__(self, session) -> None:
        self._session = session

    @property
    def raise_for_status(self):
        return self._session.raise_for_status

    def request(self, method: str, url, **kwargs) -> "TokenRequest":
        return TokenRequest(self._send(method, url, **kwargs))

    get = functools.partialmethod(request, "GET")
    head = functools.partialmethod(request, "HEAD")
    options = functools.partialmethod(request, "OPTIONS")
    post = functools.partialmethod(request, "POST")
    put = functools.partialmethod(request, "PUT")
    patch = functools.partialmethod(request, "PATCH")
    delete = functools.partialmethod(request, "DELETE")

    async def _send(self, method: str, url, *, raise_for_status=None, **kwargs) -> aiohttp.ClientResponse:
        # The token goes to the API's own origin and nowhere else; a relative address belongs to the session's base URL.
        api = origin(api_tokens.api_url)
        if "://" in str(url) and origin(str(url)) != api:
            return await self._session.request(method, url, raise_for_status=raise_for_status, **kwargs)
        check = self.raise_for_status if raise_for_status is None else raise_for_status
        once = not isinstance(kwargs.get("data"), (type(None), bytes, str, dict, list, tuple))
        headers = dict(kwargs.pop("headers", None) or {})
        token = await api_tokens.access()
        headers["Authorization"] = f"Bearer {token}"
        response = await self._session.request(method, url, headers=headers, raise_for_status=False, **kwargs)
        if response.status == 401 and origin(str(response.url)) == api and not once:
            response.release()
            headers["Authorization"] = f"Bearer {await api_tokens.access(failed=token)}"
            response = await self._session.request(method, url, headers=headers, raise_for_status=False, **kwargs)
        if callable(check):
            await check(response)
        elif check:
            response.raise_for_status()
        return response


class TokenRequest:
    """A response to `await` or to use in `async with`, as aiohttp's own methods give it."""

    def __init__(self, sending) -> None:
        self._sending = sending

    def __await__(self):
        return self._sending.__await__()

    async def __aenter__(self) -> aiohttp.ClientResponse:
        self._response = await self._sending
        return await self._response.__aenter__()

    async def __aexit__(self, *error) -> None:
        await self._response.__aexit__(*error)


def renewal_time(access_token: str, received_at: float = 0.0) -> float:
    """Nine tenths of a JWT's life, counted from its receipt, so that a wrong clock does no harm."""
    if not access_token:
        return 0.0
    try:
        payload = access_token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        return (received_at or claims["iat"]) + (claims["exp"] - claims["iat"]) * 0.9
    except (IndexError, KeyError, TypeError, ValueError):
        return math.inf  # not a JWT: only the API knows when it expires


def origin(url: str) -> tuple:
    parts = urllib.parse.urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)


api_tokens = ApiTokens(
    "https://api.example.com",
    access_token="ACCESS_TOKEN",
    refresh_token="REFRESH_TOKEN",
)
