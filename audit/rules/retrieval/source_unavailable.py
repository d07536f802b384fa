"""source-unavailable: a cited page could not be read, or not in full."""

from collections.abc import Iterator

from audit.markup.addresses.url import is_own_file, shown_address
from audit.model import (
    READ_WHOLE,
    Capture,
    Facts,
    Finding,
    NotCompared,
    Outcome,
    Severity,
    SourceRecord,
    Verdict,
)
from audit.rules.rule import Confidence, Rule
from audit.rules.sources import decided_by, is_dead, is_hidden_post, unread
from audit.rules.wording import LONGEST_ADDRESS, clip, quoted

_FEW = frozenset({NotCompared.HARDLY_ANY_WORDS, NotCompared.SOURCE_NOT_WHOLE})
_TOLD = frozenset({Outcome.SOFT_404, Outcome.PAYWALLED})


def _find(facts: Facts) -> Iterator[Finding]:
    for record in unread(facts):
        if record.capture.outcome in _TOLD or is_dead(record) or is_hidden_post(record):
            continue  # rules of their own say more of these
        yield RULE.finding(_message(record), source_id=record.source.id)
    for record in facts.sources:
        page = record.page
        if record.capture.outcome not in READ_WHOLE:
            continue
        if page is None and next(decided_by(facts, record), None) is not None:
            yield RULE.finding(
                f"{_place(record)} has no words. Name the page, or the `file`, that has them.",
                source_id=record.source.id,
            )
        if page is None or page.for_subscribers:
            continue
        if page.sparse and _lacks_words(facts, record):
            yield RULE.finding(
                f"{_place(record)} {_has(record)} hardly any words: {quoted(page.text)}."
                f" {_advice(record)}",
                source_id=record.source.id,
            )
        elif not page.whole and _was_needed(facts, record):
            yield RULE.finding(
                f"{_place(record)} {_lacks(record)} ({clip(page.why_not_whole, LONGEST_ADDRESS)}):"
                " what is not there is not called missing."
                f" {_advice(record)}",
                source_id=record.source.id,
                severity=Severity.NOTE,
            )


def _was_needed(facts: Facts, record: SourceRecord) -> bool:
    """Whether words or figures that are a source's were not found in what came of it."""
    return any(
        check.source_id == record.source.id
        and check.verdict is Verdict.NOT_COMPARED
        and (check.reason is not NotCompared.INDIRECT or check.attribution.facts)
        for check in facts.checks
    )


def _lacks_words(facts: Facts, record: SourceRecord) -> bool:
    """Whether words were looked for in a source that has hardly any, and were not there."""
    return any(
        part.check.reason in _FEW and part.source_id == record.source.id
        for check in facts.checks
        for part in check.parts
    )


def _message(record: SourceRecord) -> str:
    if record.capture.outcome is Outcome.IS_ARTICLE:
        return (
            f"{_place(record)} is the article itself, so"
            " nothing was compared with it. Name the page, or the `file`, that has the words."
        )
    how = "could not be read" if record.page is None else "could be read only in part"
    if record.source.file is not None and record.page is None:
        return (
            f"{_place(record)} {how} ({_cause(record.capture)})."
            " Give another `file` in the sources file: HTML, PDF, Word or plain text."
        )
    return f"{_place(record)} {how} ({_cause(record.capture)}). {_advice(record)}"


def _place(record: SourceRecord) -> str:
    """The address, or the file that stands for it: what is wrong is wrong with that."""
    file, address = record.source.file, shown_address(record.source.url)
    if file is None or is_own_file(record.source.url):
        return clip(address, LONGEST_ADDRESS)
    return f"the file for {clip(address, LONGEST_ADDRESS)}"


def _has(record: SourceRecord) -> str:
    return "answered with" if record.source.file is None else "has"


def _lacks(record: SourceRecord) -> str:
    is_file = record.source.file is not None
    return "does not have all of its text" if is_file else "answered, but not with all of its text"


def _advice(record: SourceRecord) -> str:
    if record.source.file is None:
        return "Open it by hand, or save the page and give it as `file` in the sources file."
    return (
        "Open the file by hand; if it lacks the text, save it anew once a browser shows all of it."
    )


def _cause(capture: Capture) -> str:
    if not capture.reason:
        return capture.outcome.value
    return f"{capture.outcome.value}: {clip(capture.reason, LONGEST_ADDRESS)}"


RULE = Rule(
    id="source-unavailable",
    summary="A cited page could not be read, or not in full",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    help=(
        "What could not be read could not be compared: this says nothing about the words. The word in"
        " parentheses is the cause. Open the link in a browser; if the page is open to you, save it and name"
        " the saved file in the sources file, and run the audit again. Example: “blocked: status 403: the site"
        " refuses programs, or everyone”."
    ),
    links=("https://www.rfc-editor.org/rfc/rfc9110#section-15",),
    find=_find,
)
