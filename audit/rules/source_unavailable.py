"""source-unavailable: a cited page could not be read, or not in full."""

from collections.abc import Iterator

from audit.model import Capture, Facts, Finding, Outcome, Severity, SourceRecord
from audit.rules.rule import Rule
from audit.rules.wording import LONGEST_ADDRESS, clip

_READ = frozenset({Outcome.CAPTURED, Outcome.FROM_ARCHIVE})


def _find(facts: Facts) -> Iterator[Finding]:
    for record in facts.sources:
        if record.capture.outcome not in _READ:
            yield RULE.finding(_message(record), source_id=record.source.id)


def _message(record: SourceRecord) -> str:
    how = "could not be read" if record.page is None else "could be read only in part"
    return (
        f"{clip(record.source.url, LONGEST_ADDRESS)} {how} ({_cause(record.capture)}). Open it by hand, or"
        " save the page and give it as `file` in the sources file."
    )


def _cause(capture: Capture) -> str:
    if not capture.reason:
        return capture.outcome.value
    return f"{capture.outcome.value}: {clip(capture.reason, LONGEST_ADDRESS)}"


RULE = Rule(
    id="source-unavailable",
    summary="A cited page could not be read, or not in full",
    severity=Severity.WARNING,
    help=(
        "What could not be read could not be compared: this says nothing about the words. The word in"
        " parentheses is the cause. Open the link in a browser; correct it if it is dead; if the page is"
        " open to you, save it and name the saved file in the sources file, and run the audit again."
    ),
    find=_find,
)
