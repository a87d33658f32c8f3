import base64
import contextlib
import json
import math
import threading
import time
import urllib.parse

import requests


class TokenAuth(requests.auth.AuthBase):
    """The API's access token, refreshed for all threads before it expires and, once a request, after a 401."""

    def __init__(self, api_url: str, access_token: str, refresh_token: str) -> None:
        self.api_url = api_url
        self._lock = threading.Lock()
        self._refused = ""  # a refresh token that the API has refused: asking again is no use
        self.keep_tokens(access_token, refresh_token)

    def keep_tokens(self, access_token: str, refresh_token: str, received_at: float = 0.0) -> None:
        """Call it after log-in."""
        self.access_token, self.refresh_token = access_token, refresh_token
        self.renew_at = renewal_time(access_token, received_at)

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        # The token goes to the API's own origin and nowhere else.
        if origin(request.url) == origin(self.api_url):
            with self._lock:
                token, renew_at = self.access_token, self.renew_at
            if time.time() >= renew_at:
                token = self.refresh(token)
            request.headers["Authorization"] = f"Bearer {token}"
            request.register_hook("response", self.replay)
        return request

    def replay(self, response: requests.Response, **kwargs) -> requests.Response:
        sent = response.request
        if response.status_code != 401 or origin(sent.url) != origin(self.api_url) or hasattr(sent.body, "__next__"):
            return response
        token = sent.headers.get("Authorization", "")[7:]  # after "Bearer "
        response.content  # drained, so that the connection can be used again
        response.close()
        again = sent.copy()
        again.headers["Authorization"] = f"Bearer {self.refresh(token)}"
        replayed = response.connection.send(again, **kwargs)
        replayed.history.append(response)
        replayed.request = again
        return replayed

    def refresh(self, failed: str) -> str:
        with self._lock:
            # Once for all threads: where refresh tokens rotate, a second refresh revokes them all.
            if self.access_token != failed:
                return self.access_token
            if self.refresh_token and self._refused == self.refresh_token:
                raise requests.HTTPError("The token was not refreshed: log in again")
            sent_at = time.time()
            response = requests.post(
                urllib.parse.urljoin(self.api_url, "/auth/refresh"),
                json={"refresh_token": self.refresh_token},
                allow_redirects=False,
                timeout=30,
            )
            if not response.ok or response.is_redirect:
                if response.status_code in {400, 401, 403}:
                    self._refused = self.refresh_token
                message = f"The token was not refreshed (status {response.status_code}): log in again"
                raise requests.HTTPError(message, response=response)
            answer = response.json()
            access_token, refresh_token = None, self.refresh_token
            with contextlib.suppress(LookupError, TypeError):
                access_token = answer["access_token"]
                refresh_token = answer["refresh_token"]  # rotated
            if not access_token or not isinstance(access_token, str):
                raise requests.HTTPError("The token was not refreshed: the answer holds none")
            self.keep_tokens(access_token, refresh_token, sent_at)
            return self.access_token


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


token_auth = TokenAuth(
    "https://api.example.com",
    access_token="ACCESS_TOKEN",
    refresh_token="REFRESH_TOKEN",
)
