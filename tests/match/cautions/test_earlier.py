"""Words that a page had at the capture before, and has not as quoted now."""

from dataclasses import replace

import pytest

from audit.match import verify_quote
from audit.match.earlier import stood_before
from audit.model import (
    Attribution,
    AttributionCheck,
    AttributionKind,
    Background,
    Capture,
    Outcome,
    Page,
    PageBlock,
    PartCheck,
    Source,
    SourceRecord,
    Span,
    Standing,
    Zone,
)

_NOW = "The minister said that the harbour will be closed in the spring. Nobody was asked."
_THEN = "The minister said: “The harbour will never be closed while I am here.” Nobody was asked."
_URL = "https://gazette.example/a"


def _page(text: str) -> Page:
    return Page(text, (PageBlock(0, len(text), Zone.MAIN),))


def _notes(quote: str, then: str | None) -> tuple[str, ...]:
    capture = Capture(_URL, Outcome.CAPTURED, _URL, fetched_at="2026-11-28T19:28:00Z")
    background = Background()
    if then is not None:
        background = replace(background, earlier=capture, earlier_page=_page(then))
    record = SourceRecord(
        Source("s1", _URL, _URL, Standing.LINKED), capture, _page(_NOW), background
    )
    span = Span(0, len(quote), quote)
    part = verify_quote(quote, _page(_NOW))
    attribution = Attribution("a1", AttributionKind.DIRECT, (span,))
    check = AttributionCheck(
        attribution, Standing.LINKED, part.verdict, part.reason, (PartCheck(part, "s1"),), "s1"
    )
    return stood_before(check, {"s1": record})


@pytest.mark.parametrize(
    "quote",
    ["The harbour will never be closed while I am here", "will never be closed while I am here"],
)
def test_words_that_stood_there_are_told_with_their_time(quote: str) -> None:
    (note,) = _notes(quote, _THEN)
    assert note == (
        "The words stood there word for word at 2026-11-28T19:28:00Z: the page was changed since."
    )


@pytest.mark.parametrize(
    ("quote", "then"),
    [
        ("The harbour will never be closed while I am here", None),
        ("The harbour will never be closed while I am here", _NOW + " More."),
        ("the harbour will be closed in the spring", _THEN),  # it stands there now
        ("never closed", _THEN),
    ],
)
def test_nothing_is_told_of_other_words(quote: str, then: str | None) -> None:
    assert _notes(quote, then) == ()
