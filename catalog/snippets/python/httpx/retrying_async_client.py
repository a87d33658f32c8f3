import asyncio
import datetime
import email.utils
import random
import time
import uuid

import httpx


class RetryingAsyncClient(httpx.AsyncClient):
    """A client that sends again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.

    Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
    Times are in seconds; the client's timeout is for each attempt.
    """

    attempts = 5
    base_delay = 0.5
    max_delay = 60.0
    deadline = 120.0

    async def send(self, request: httpx.Request, **kwargs) -> httpx.Response:
        ends_at = time.monotonic() + self.deadline
        repeatable = request.method in {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"}
        # when: idempotency
        if request.method in {"POST", "PATCH"}:
            # One key for all attempts: by it the API knows that they are one request.
            request.headers.setdefault("Idempotency-Key", str(uuid.uuid4()))
            repeatable = True
        # end
        if not isinstance(request.stream, httpx.ByteStream):
            repeatable = False  # the first attempt reads such a body to its end

        attempt = 0
        while True:
            attempt += 1
            last = not repeatable or attempt >= self.attempts
            delay = random.uniform(0, min(self.max_delay, self.base_delay * 2 ** (attempt - 1)))
            try:
                response = await super().send(request, **kwargs)
            except (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError):
                if last or time.monotonic() + delay > ends_at:
                    raise
            else:
                if last or response.status_code not in {408, 429, 500, 502, 503, 504}:
                    return response
                # when: wait-field
                await response.aread()
                # end
                await response.aclose()
                wait = requested_wait(response)
                if wait > 0:
                    delay = max(delay, wait + random.uniform(0, self.base_delay))
                if wait > self.max_delay or time.monotonic() + delay > ends_at:
                    status = response.status_code
                    message = f"{request.method}: status {status}, and {delay:.0f} s to wait is too long"
                    raise httpx.HTTPStatusError(message, request=request, response=response)
            await asyncio.sleep(delay)


def requested_wait(response: httpx.Response) -> float:
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
        wait = max(wait, float(response.json()["wait_seconds"]))
    except (IndexError, KeyError, TypeError, ValueError):
        pass  # no such field
    # end
    return max(0.0, wait)
