import datetime
import email.utils
import json
import random
import time
import uuid

import requests
import urllib3


def with_retry(session: requests.Session) -> requests.Session:
    """Have all requests of a session sent again after failures that pass."""
    for scheme in ("https://", "http://"):
        session.mount(scheme, RetryAdapter())
    return session


class RetryAdapter(requests.adapters.HTTPAdapter):
    """Sends again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.

    Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
    """

    def __init__(self, attempts: int = 5, timeout: float = 30.0, **kwargs) -> None:
        self._timeout = timeout  # seconds, of each attempt that has none of its own
        repeatable = {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"}
        # when: idempotency
        repeatable.update({"POST", "PATCH"})
        # end
        retries = PatientRetry(
            total=attempts - 1,
            other=0,  # a certificate does not get better
            allowed_methods=repeatable,
            status_forcelist={408, 429, 500, 502, 503, 504},
            raise_on_status=False,
        )
        super().__init__(max_retries=retries, **kwargs)

    def send(self, request, stream=False, timeout=None, **kwargs):
        # when: idempotency
        if request.method in {"POST", "PATCH"}:
            # One key for all attempts: by it the API knows that they are one request.
            request.headers.setdefault("Idempotency-Key", str(uuid.uuid4()))
        # end
        return super().send(request, stream=stream, timeout=timeout or self._timeout, **kwargs)


class PatientRetry(urllib3.Retry):
    """urllib3's retry, with full jitter, a deadline, and a limit to what an answer may ask to wait. In seconds."""

    base_delay = 0.5
    max_delay = 60.0
    deadline = 120.0
    ends_at = 0.0
    wait = 0.0

    def increment(self, method=None, url=None, response=None, *args, **kwargs):
        again = super().increment(method, url, response, *args, **kwargs)
        again.ends_at = self.ends_at or time.monotonic() + self.deadline
        again.wait = requested_wait(response) if response else 0.0
        return again

    def sleep(self, response=None):
        failure = self.history[-1]
        delay = random.uniform(0, min(self.max_delay, self.base_delay * 2 ** (len(self.history) - 1)))
        if self.wait > 0:
            delay = max(delay, self.wait + random.uniform(0, self.base_delay))
        if self.wait > self.max_delay or time.monotonic() + delay > self.ends_at:
            message = f"{failure.method}: status {failure.status}, and {delay:.0f} s to wait is too long"
            reason = failure.error or urllib3.exceptions.ResponseError(message)
            raise urllib3.exceptions.MaxRetryError(None, None, reason)
        time.sleep(delay)


def requested_wait(response: urllib3.HTTPResponse) -> float:
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
        wait = max(wait, float(json.loads(response.data)["wait_seconds"]))
    except (IndexError, KeyError, TypeError, ValueError, urllib3.exceptions.HTTPError):
        pass  # no such field
    # end
    return max(0.0, wait)
