import base64
import contextlib
import json
import math
import threading
import time
import urllib.error
import urllib.parse
import urllib.request


class ApiTokens:
    """One account's tokens, refreshed once for all threads."""

    def __init__(self, api_url: str, access_token: str, refresh_token: str) -> None:
        self.api_url = api_url
        self._lock = threading.Lock()
        self._refused = ""  # a refresh token that the API has refused: asking again is no use
        self.keep_tokens(access_token, refresh_token)

    def keep_tokens(self, access_token: str, refresh_token: str, received_at: float = 0.0) -> None:
        """Call it after log-in."""
        self.access_token, self.refresh_token = access_token, refresh_token
        self.renew_at = renewal_time(access_token, received_at)

    def access(self, failed: str = "") -> str:
        """The access token, refreshed where it is the one that failed or is about to expire."""
        with self._lock:
            # Once for all threads: where refresh tokens rotate, a second refresh revokes them all.
            if self.access_token == failed or time.time() >= self.renew_at:
                self._refresh()
            return self.access_token

    def _refresh(self) -> None:
        if self.refresh_token and self._refused == self.refresh_token:
            raise PermissionError("The token was not refreshed: log in again")
        sent_at = time.time()
        request = urllib.request.Request(
            urllib.parse.urljoin(self.api_url, "/auth/refresh"),
            data=json.dumps({"refresh_token": self.refresh_token}).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.build_opener(NoRedirect).open(request, timeout=30) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            with error:
                if error.code in {400, 401, 403}:
                    self._refused = self.refresh_token
            raise PermissionError(f"The token was not refreshed (status {error.code}): log in again") from error
        access_token, refresh_token = None, self.refresh_token
        with contextlib.suppress(LookupError, TypeError):
            access_token = answer["access_token"]
            refresh_token = answer["refresh_token"]  # rotated
        if not access_token or not isinstance(access_token, str):
            raise PermissionError("The token was not refreshed: the answer holds none")
        self.keep_tokens(access_token, refresh_token, sent_at)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """The refresh token goes nowhere else."""

    def redirect_request(self, *_):
        return None


def urlopen_with_token(request, data=None, *, send=urllib.request.urlopen, **kwargs):
    """Open a URL or a request with the API's access token, refreshed before it expires and, once, after a 401."""
    if not isinstance(request, urllib.request.Request):
        request = urllib.request.Request(request, data=data)
    elif data is not None:
        request.data = data
    # The token goes to the API's own origin and nowhere else, not along with a redirect either.
    if origin(request.full_url) != origin(api_tokens.api_url):
        return send(request, **kwargs)
    request.remove_header("Authorization")
    token = api_tokens.access()
    request.add_unredirected_header("Authorization", f"Bearer {token}")
    try:
        return send(request, **kwargs)
    except urllib.error.HTTPError as error:
        replayable = isinstance(request.data, (type(None), bytes)) and origin(error.url) == origin(api_tokens.api_url)
        if error.code != 401 or not replayable:
            raise
        error.close()
    request.add_unredirected_header("Authorization", f"Bearer {api_tokens.access(failed=token)}")
    return send(request, **kwargs)


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
