import asyncio
import base64
import contextlib
import json
import math
import threading
import time

import httpx


class TokenAuth(httpx.Auth):
    """The API's access token, refreshed for all callers before it expires and, once a request, after a 401."""

    def __init__(self, api_url: str, access_token: str, refresh_token: str) -> None:
        self.api_url = httpx.URL(api_url)
        self._lock = threading.Lock()
        self._refused = ""  # a refresh token that the API has refused: asking again is no use
        self.keep_tokens(access_token, refresh_token)

    def keep_tokens(self, access_token: str, refresh_token: str, received_at: float = 0.0) -> None:
        """Call it after log-in."""
        self.tokens = access_token, refresh_token, renewal_time(access_token, received_at)

    def sync_auth_flow(self, request: httpx.Request):
        # The token goes to the API's own origin and nowhere else.
        if origin(request.url) != origin(self.api_url):
            yield request
            return
        token, _, renew_at = self.tokens
        if time.time() >= renew_at:
            token = self.refresh(token)
        request.headers["Authorization"] = f"Bearer {token}"
        response = yield request
        if self.may_replay(response):
            request.headers["Authorization"] = f"Bearer {self.refresh(token)}"
            yield request

    async def async_auth_flow(self, request: httpx.Request):
        if origin(request.url) != origin(self.api_url):
            yield request
            return
        token, _, renew_at = self.tokens
        # A thread refreshes: it does so once for tasks and threads alike, and no cancelled task breaks it off.
        if time.time() >= renew_at:
            token = await asyncio.to_thread(self.refresh, token)
        request.headers["Authorization"] = f"Bearer {token}"
        response = yield request
        if self.may_replay(response):
            token = await asyncio.to_thread(self.refresh, token)
            request.headers["Authorization"] = f"Bearer {token}"
            yield request

    def may_replay(self, response: httpx.Response) -> bool:
        sent = response.request
        return (
            response.status_code == 401
            and origin(sent.url) == origin(self.api_url)
            and isinstance(sent.stream, httpx.ByteStream)  # another body has been read to its end
        )

    def refresh(self, failed: str) -> str:
        with self._lock:
            access_token, refresh_token, _ = self.tokens
            # Once for all callers: where refresh tokens rotate, a second refresh revokes them all.
            if access_token != failed:
                return access_token
            if refresh_token and self._refused == refresh_token:
                raise httpx.HTTPError("The token was not refreshed: log in again")
            sent_at = time.time()
            response = httpx.post(
                self.api_url.join("/auth/refresh"),
                json={"refresh_token": refresh_token},
                follow_redirects=False,
                timeout=30,
            )
            if not response.is_success:
                if response.status_code in {400, 401, 403}:
                    self._refused = refresh_token
                message = f"The token was not refreshed (status {response.status_code}): log in again"
                raise httpx.HTTPStatusError(message, request=response.request, response=response)
            answer = response.json()
            access_token = None
            with contextlib.suppress(LookupError, TypeError):
                access_token = answer["access_token"]
                refresh_token = answer["refresh_token"]  # rotated
            if not access_token or not isinstance(access_token, str):
                raise httpx.HTTPError("The token was not refreshed: the answer holds none")
            self.keep_tokens(access_token, refresh_token, sent_at)
            return access_token


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


def origin(url: httpx.URL) -> tuple:
    return url.scheme, url.host, url.port  # httpx leaves a scheme's own port out


token_auth = TokenAuth(
    "https://api.example.com",
    access_token="ACCESS_TOKEN",
    refresh_token="REFRESH_TOKEN",
)
