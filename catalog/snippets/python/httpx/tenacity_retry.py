import datetime
import email.utils
import random
import time
import uuid

import httpx
import tenacity


def send_with_retry(
    method: str,
    url: str,
    *,
    attempts: int = 5,
    base_delay: float = 0.5,
    max_delay: float = 60.0,
    deadline: float = 120.0,
    send=httpx.request,
    **kwargs,
) -> httpx.Response:
    """Send a request, by tenacity again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.

    Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
    Times are in seconds; a timeout, httpx's own or the caller's, is for each attempt.
    """
    method = method.upper()
    repeatable = method in {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"}
    # when: idempotency
    if method in {"POST", "PATCH"}:
        # One key for all attempts: by it the API knows that they are one request.
        headers = httpx.Headers(kwargs.get("headers"))
        headers.setdefault("Idempotency-Key", str(uuid.uuid4()))
        kwargs["headers"] = headers
        repeatable = True
    # end
    if kwargs.get("files") or any(hasattr(kwargs.get(body), "__next__") for body in ("content", "data")):
        repeatable = False  # the first attempt reads such a body to its end

    tries = attempts if repeatable else 1
    backoff = tenacity.wait_random_exponential(multiplier=base_delay, max=max_delay)

    def delay_after(attempt: tenacity.RetryCallState) -> float:
        delay = backoff(attempt)
        if attempt.outcome.failed or attempt.attempt_number >= tries:
            return delay
        response = attempt.outcome.result()
        wait = requested_wait(response)
        if wait > 0:
            delay = max(delay, wait + random.uniform(0, base_delay))
        if wait > max_delay or attempt.seconds_since_start + delay > deadline:
            message = f"{method}: status {response.status_code}, and {delay:.0f} s to wait is too long"
            raise httpx.HTTPStatusError(message, request=response.request, response=response)
        return delay

    passing = {408, 429, 500, 502, 503, 504}
    lost = (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError)
    retrying = tenacity.Retrying(
        retry=(
            tenacity.retry_if_exception_type(lost)
            | tenacity.retry_if_result(lambda response: response.status_code in passing)
        ),
        stop=tenacity.stop_after_attempt(tries) | tenacity.stop_after_delay(deadline),
        wait=delay_after,
        retry_error_callback=lambda attempt: attempt.outcome.result(),
    )
    return retrying(send, method, url, **kwargs)


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
