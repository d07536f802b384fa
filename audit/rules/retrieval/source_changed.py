"""source-changed: a source has other words than at the capture before."""

from collections.abc import Iterator

from audit.model import Capture, Facts, Finding, Severity
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name

_HASH_SHOWN = 12  # hexadecimal digits


def _find(facts: Facts) -> Iterator[Finding]:
    for record in facts.sources:
        earlier = record.background.earlier
        if earlier is not None:
            yield RULE.finding(
                f"The text of {page_name(record)} has changed since the capture before: {_named(earlier)}"
                f" then, {_named(record.capture)} now. Read both where words differ.",
                source_id=record.source.id,
            )


def _named(capture: Capture) -> str:
    return f"{capture.fetched_at} (SHA-256 {(capture.sha256 or '')[:_HASH_SHOWN]}…)"


RULE = Rule(
    id="source-changed",
    summary="A source has other words than at the capture before",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    help=(
        "An earlier capture of the same address is in the archives, with another SHA-256 and another text. What"
        " only the code of the page changes is not counted. Words are compared with the newer capture; both are"
        " kept, so that you can show what the source said. Example: the page is captured on Monday and again on"
        " Thursday, when a paragraph is gone."
    ),
    links=("https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",),
    find=_find,
)
