import datetime
import email.utils
import math


def retry_after_seconds(value):
    """Seconds that Retry-After asks to wait, said as a number or as a date (RFC 9110, section 10.2.3); 0 where it does not."""
    text = str(value or "").strip()
    if text.isdecimal():
        return int(text)
    try:
        at = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return 0
    if at.tzinfo is None:
        at = at.replace(tzinfo=datetime.timezone.utc)
    wait = at - datetime.datetime.now(datetime.timezone.utc)
    return max(0, math.ceil(wait.total_seconds()))
