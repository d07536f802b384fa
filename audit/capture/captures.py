"""Captures made of the exchanges on a way, and of what the last of them amounts to."""

from collections.abc import Sequence
from dataclasses import replace

from audit.capture.http.exchange import UNCHECKED, Exchange, Failure
from audit.capture.outcome.reading import Reading
from audit.model import Capture, Hop, Outcome, Provenance


def believed(capture: Capture, way: Sequence[Exchange]) -> Capture:
    """A capture with why it is believed: as little as the weakest answer on the way to it."""
    if way[-1].date is None:
        return capture
    is_own = all(exchange.provenance is Provenance.OWN_RUN for exchange in way)
    return replace(
        capture,
        provenance=Provenance.OWN_RUN if is_own else Provenance.GIVEN,
        received_at=None if capture.sha256 is None else way[-1].received_at,
    )


def unanswered(url: str, hops: Sequence[Hop], exchange: Exchange, failure: Failure) -> Capture:
    """The capture of a way that ended without an answer."""
    return Capture(
        url=url,
        outcome=failure.outcome,
        final_url=exchange.url,
        hops=tuple(hops),
        record_id=exchange.record_id,
        fetched_at=exchange.date,
        reason=failure.reason,
        fault=failure.fault,
    )


def answered(url: str, hops: Sequence[Hop], exchange: Exchange, reading: Reading) -> Capture:
    """The capture of a way that ended with an answer."""
    reason = reading.reason
    if exchange.via_proxy:
        reason = f"{reason}; {UNCHECKED}" if reason else UNCHECKED
    return Capture(
        url=url,
        outcome=reading.outcome,
        final_url=exchange.url,
        hops=tuple(hops),
        status=reading.status,
        content_type=reading.content_type,
        body=reading.body,
        sha256=reading.sha256,
        record_id=exchange.record_id,
        fetched_at=exchange.date,
        reason=reason,
        canonical=reading.canonical if reading.outcome is Outcome.CAPTURED else None,
    )
