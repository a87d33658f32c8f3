import datetime
import email.utils
import http.client
import json
import random
import ssl
import time
import urllib.error
import urllib.request
import uuid


def urlopen_with_retry(
    request,
    data=None,
    timeout=30.0,
    *,
    attempts: int = 5,
    base_delay: float = 0.5,
    max_delay: float = 60.0,
    deadline: float = 120.0,
    send=urllib.request.urlopen,
    **kwargs,
):
    """Open a URL or a request, again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.

    Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
    Times are in seconds; the timeout is for each attempt.
    """
    if not isinstance(request, urllib.request.Request):
        request = urllib.request.Request(request, data=data)
    elif data is not None:
        request.data = data
    method = request.get_method()
    ends_at = time.monotonic() + deadline
    repeatable = method in {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"}
    # when: idempotency
    if method in {"POST", "PATCH"}:
        # One key for all attempts: by it the API knows that they are one request.
        if not request.has_header("Idempotency-Key".capitalize()):
            request.add_header("Idempotency-Key", str(uuid.uuid4()))
        repeatable = True
    # end
    if not isinstance(request.data, (type(None), bytes)):
        repeatable = False  # the first attempt reads such a body to its end

    attempt = 0
    while True:
        attempt += 1
        last = not repeatable or attempt >= attempts
        delay = random.uniform(0, min(max_delay, base_delay * 2 ** (attempt - 1)))
        try:
            return send(request, timeout=timeout, **kwargs)
        except urllib.error.HTTPError as error:
            if last or error.code not in {408, 429, 500, 502, 503, 504}:
                raise
            with error:
                wait = requested_wait(error)
            if wait > 0:
                delay = max(delay, wait + random.uniform(0, base_delay))
            if wait > max_delay or time.monotonic() + delay > ends_at:
                message = f"{method}: status {error.code}, and {delay:.0f} s to wait is too long"
                raise urllib.error.URLError(message) from error
        except (OSError, http.client.HTTPException) as error:
            certificate = isinstance(getattr(error, "reason", error), ssl.SSLError)  # which does not get better
            if last or certificate or time.monotonic() + delay > ends_at:
                raise
        time.sleep(delay)


def requested_wait(response: urllib.error.HTTPError) -> float:
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
        wait = max(wait, float(json.load(response)["wait_seconds"]))
    except (IndexError, KeyError, OSError, TypeError, ValueError, http.client.HTTPException):
        pass  # no such field
    # end
    return max(0.0, wait)
