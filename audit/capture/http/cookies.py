"""Cookies as they were on the day, whenever that day is replayed."""

import re
from datetime import datetime
from email.message import Message

from audit.capture.http.dates import http_date

_MOST = 180  # of one answer; browsers keep as many of one site
_LONGEST = 4096  # characters (RFC 6265, 6.1)
_AGE = re.compile(r"\s{0,9}-?[0-9]{1,18}\s{0,9}")


def as_on_the_day(headers: Message, day: datetime) -> Message:
    """The Set-Cookie fields of an answer, with no dates in them.

    A cookie jar compares Expires with the clock, so that a replay years later would not send the
    cookies that were sent. Here ``day`` decides: what had expired by then has ``Max-Age=0``, which
    deletes, and the rest lasts. A Max-Age of the server's own goes before Expires, unless it is no
    number (RFC 6265, 5.2.2 and 5.3).
    """
    undated = Message()
    fields = [field for field in headers.get_all("Set-Cookie", ()) if len(field) <= _LONGEST]
    for field in fields[-_MOST:]:
        pair, *attributes = field.split(";")
        kept: list[str] = []
        ages: list[str] = []
        has_expired = False
        for attribute in attributes:
            name, _, value = attribute.partition("=")
            match name.strip().lower():
                case "expires":
                    expires = http_date(value.strip().strip('"'))
                    has_expired = expires is not None and expires <= day
                case "max-age":
                    ages += [attribute] if _AGE.fullmatch(value) else []
                case _:
                    kept.append(attribute)
        if has_expired and not ages:
            ages = [" Max-Age=0"]
        undated["Set-Cookie"] = ";".join((pair, *kept, *ages))
    return undated
