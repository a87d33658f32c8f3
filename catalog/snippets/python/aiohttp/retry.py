import asyncio
import datetime
import email.utils
import functools
import random
import time
import uuid

import aiohttp


class RetryingSession:
    """Sends through an aiohttp session, again after failures that pass: 408, 429, 500, 502, 503, 504, lost connections.

    Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
    Times are in seconds; the timeout is for each attempt, until its answer begins.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        attempts: int = 5,
        base_delay: float = 0.5,
        max_delay: float = 60.0,
        deadline: float = 120.0,
        timeout: float = 30.0,
    ) -> None:
        self._session = session
        self._attempts = attempts
        self._base_delay = base_delay
        self._max_delay = max_delay
        self._deadline = deadline
        self._timeout = timeout

    @property
    def raise_for_status(self):
        return self._session.raise_for_status

    def request(self, method: str, url, **kwargs) -> "RetriedRequest":
        return RetriedRequest(self._send(method.upper(), url, **kwargs))

    get = functools.partialmethod(request, "GET")
    head = functools.partialmethod(request, "HEAD")
    options = functools.partialmethod(request, "OPTIONS")
    post = functools.partialmethod(request, "POST")
    put = functools.partialmethod(request, "PUT")
    patch = functools.partialmethod(request, "PATCH")
    delete = functools.partialmethod(request, "DELETE")

    async def _send(self, method: str, url, *, raise_for_status=None, **kwargs) -> aiohttp.ClientResponse:
        ends_at = time.monotonic() + self._deadline
        check = self.raise_for_status if raise_for_status is None else raise_for_status
        repeatable = method in {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"}
        # when: idempotency
        if method in {"POST", "PATCH"}:
            # One key for all attempts: by it the API knows that they are one request.
            headers = dict(kwargs.get("headers") or {})
            if "Idempotency-Key".lower() not in (name.lower() for name in headers):
                headers["Idempotency-Key"] = str(uuid.uuid4())
            kwargs["headers"] = headers
            repeatable = True
        # end
        if not isinstance(kwargs.get("data"), (type(None), bytes, str, dict, list, tuple)):
            repeatable = False  # the first attempt reads such a body to its end

        attempt = 0
        while True:
            attempt += 1
            last = not repeatable or attempt >= self._attempts
            delay = random.uniform(0, min(self._max_delay, self._base_delay * 2 ** (attempt - 1)))
            try:
                sending = self._session.request(method, url, raise_for_status=False, **kwargs)
                response = await asyncio.wait_for(sending, min(self._timeout, ends_at - time.monotonic()))
            except aiohttp.ClientSSLError:
                raise  # a certificate does not get better
            except (aiohttp.ClientConnectionError, asyncio.TimeoutError):
                if last or time.monotonic() + delay > ends_at:
                    raise
            else:
                if last or response.status not in {408, 429, 500, 502, 503, 504}:
                    if callable(check):
                        await check(response)
                    elif check:
                        response.raise_for_status()
                    return response
                wait = await requested_wait(response)
                response.release()
                if wait > 0:
                    delay = max(delay, wait + random.uniform(0, self._base_delay))
                if wait > self._max_delay or time.monotonic() + delay > ends_at:
                    message = f"{method}: status {response.status}, and {delay:.0f} s to wait is too long"
                    raise aiohttp.ClientResponseError(
                        response.request_info,
                        response.history,
                        status=response.status,
                        message=message,
                        headers=response.headers,
                    )
            await asyncio.sleep(delay)


class RetriedRequest:
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


async def requested_wait(response: aiohttp.ClientResponse) -> float:
    """Seconds that the answer asks to wait, as a number or a date (RFC 9110 §10.2.3); 0 where it does not."""
    wait = 0.0
    field = response.headers.get("Retry-After", "").strip()
    try:
        if field.isdecimal():
            wait = float(field)
        else:
            date = email.utils.parsedate_to_datetime(field)
            if date.tzinfo is None:
                date = date.replace(tzinfo=datetime.timezone.utc)
            wait = date.timestamp() - time.time()
    except (IndexError, OverflowError, TypeError, ValueError):
        pass  # neither form
    # when: wait-field
    try:
        wait = max(wait, float((await response.json(content_type=None))["wait_seconds"]))
    except (IndexError, KeyError, TypeError, ValueError, aiohttp.ClientError, asyncio.TimeoutError):
        pass  # no such field
    # end
    return max(0.0, wait)
