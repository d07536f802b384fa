"""The cuts through the sources that several rules share."""

from collections.abc import Iterator

from audit.model import (
    READ_WHOLE,
    AttributionCheck,
    Facts,
    NetworkFault,
    Outcome,
    SourceRecord,
)

_DEAD = frozenset({Outcome.NOT_FOUND, Outcome.GONE})
_POST_HIDDEN = frozenset({
    *(Outcome.NOT_FOUND, Outcome.GONE, Outcome.BLOCKED, Outcome.LOGIN_REQUIRED, Outcome.SOFT_404),
})  # fmt: skip


def unread(facts: Facts) -> Iterator[SourceRecord]:
    """The sources that could not be read, or not in full."""
    return (record for record in facts.sources if record.capture.outcome not in READ_WHOLE)


def is_post(record: SourceRecord) -> bool:
    """Whether the words of a source come from a service for posts, not from the address cited."""
    return record.source.words_at != record.source.url


def is_dead(record: SourceRecord) -> bool:
    """Whether a server says that there is no such page, or no server has the name."""
    capture = record.capture
    return capture.outcome in _DEAD or capture.fault is NetworkFault.DNS


def is_hidden_post(record: SourceRecord) -> bool:
    """Whether a post is deleted, protected, or shown to nobody who asks."""
    return is_post(record) and record.capture.outcome in _POST_HIDDEN


def decided_by(facts: Facts, record: SourceRecord) -> Iterator[AttributionCheck]:
    """The checks that a source decided."""
    return (check for check in facts.checks if check.source_id == record.source.id)
