"""Moments as headers write them, from wherever they come."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def warc_date(value: str | None) -> datetime:
    """The moment of a WARC-Date; one that is missing or cannot be read is older than any other."""
    try:
        return _in_utc(datetime.fromisoformat(value or ""))
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def warc_now() -> str:
    """This moment as a WARC-Date."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def http_date(value: str) -> datetime | None:
    """The moment of a date in an HTTP header, in any of its spellings (RFC 9110, 5.6.7)."""
    try:
        return _in_utc(parsedate_to_datetime(value))
    except (ValueError, OverflowError):  # the latter for years and zones beyond all bounds
        return None


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
