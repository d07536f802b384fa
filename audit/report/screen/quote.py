"""One quotation tried against sources, for a person and for a program."""

from collections.abc import Iterator, Sequence
from typing import Any

from audit.markup.addresses.moments import pointed
from audit.model import (
    Capture,
    NotCompared,
    Outcome,
    PartCheck,
    Provenance,
    QuoteAnswer,
    QuoteCheck,
    Verdict,
    Zone,
)
from audit.report.believed import why_believed
from audit.report.diff import diff_lines, shown_diff
from audit.report.escape import visible
from audit.report.json.checks import check_object
from audit.report.json.tree import json_of
from audit.report.passages import clip, source_passage
from audit.report.words import CAUTIONS, OUTCOMES, REASONS, VERDICTS

_LONGEST_WORDS = 160  # characters


def quote_text(best: QuoteAnswer, answers: Sequence[QuoteAnswer]) -> str:
    """The verdict, the passage and what differs, for reading; every source has a line."""
    lines = [f"{best.check.verdict}: “{clip(best.check.quote, _LONGEST_WORDS)}”", *_about(best)]
    if len(answers) > 1:
        lines += ["", "Sources:"]
        lines += [f"- {answer.check.verdict}: {_name(answer)}" for answer in answers]
    return "".join(f"{_safe(line)}\n" for line in lines)


def _safe(line: str) -> str:
    """A line without what would steer a terminal; the spaces at its beginning stay."""
    words = line.lstrip(" ")
    return " " * (len(line) - len(words)) + visible(words)


def quote_json(best: QuoteAnswer, answers: Sequence[QuoteAnswer]) -> str:
    """One JSON object: the check that counts with its source, and one for each source."""
    tree = {**_object(best), "sources": [_object(answer) for answer in answers]}
    return json_of(tree)


def _about(answer: QuoteAnswer) -> Iterator[str]:
    check, page, capture = answer.check, answer.page, answer.capture
    yield f"{_name(answer)}{_place(answer)}"
    if check.reason is None:
        yield VERDICTS[check.verdict]
    elif check.reason is not NotCompared.SOURCE_NOT_CAPTURED:
        yield REASONS[check.reason]
    if capture.outcome is not Outcome.CAPTURED:
        yield f"{capture.outcome}{f' ({capture.reason})' if capture.reason else ''}: {OUTCOMES[capture.outcome]}"
    elif page is not None and not page.whole:
        yield f"Not whole: {page.why_not_whole}."
    if capture.provenance is Provenance.GIVEN:
        yield f"Its bytes were {why_believed(capture)}."
    if check.said_by is not None:
        yield f"Said there by {check.said_by}."
    passage = source_passage(page, PartCheck(check))
    if passage is not None:
        yield ""
        yield f"> {' '.join(passage.split())}"
    if check.verdict in (Verdict.ALTERED, Verdict.EDITED) and check.diff:
        yield ""
        yield "Word by word (- the quotation, + the source, ! a difference that is marked):"
        yield from diff_lines(shown_diff(check))
    if check.folds:
        yield f"Typography that differs: {', '.join(check.folds)}."
    yield from (CAUTIONS[caution] for caution in check.cautions)
    if (link := _link(capture, check)) is not None:
        yield link


def _place(answer: QuoteAnswer) -> str:
    check, page = answer.check, answer.page
    if page is None or check.start is None:
        return ""
    parts = [] if check.zone in (Zone.MAIN, None) else [f"in {check.zone.value}"]
    if (seconds := page.time_at(check.start)) is not None:
        parts.append(f"at {_clock(seconds)}")
    if (sheet := page.sheet_at(check.start)) is not None:
        parts.append(f"on page {sheet}")
    if len(check.places) > 1:
        parts.append(f"{len(check.places)} places")
    return f" ({', '.join(parts)})" if parts else ""


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def _name(answer: QuoteAnswer) -> str:
    return clip(answer.capture.final_url, 300)


def _link(capture: Capture, check: QuoteCheck) -> str | None:
    if capture.file is not None or check.selector is None or not check.selector.directive:
        return None
    return pointed(capture.final_url, check.selector.directive)


def _object(answer: QuoteAnswer) -> dict[str, Any]:
    capture, page, check = answer.capture, answer.page, answer.check
    found = check.start if page is not None else None
    return {
        "outcome": capture.outcome,
        "why": capture.reason or (page.why_not_whole if page is not None else ""),
        "status": capture.status,
        "url": capture.url,
        "final_url": capture.final_url,
        "hops": [
            {"url": hop.url, "status": hop.status, "record_id": hop.record_id}
            for hop in capture.hops
        ],
        "record_id": capture.record_id,
        "sha256": capture.sha256,
        "fetched_at": capture.fetched_at,
        "provenance": capture.provenance,
        "received_at": capture.received_at,
        "file": capture.file,
        "title": page.title if page is not None else None,
        "passage": source_passage(page, PartCheck(check)),
        "time": page.time_at(found) if page is not None and found is not None else None,
        "page": page.sheet_at(found) if page is not None and found is not None else None,
        "link": _link(capture, check),
        **check_object(check),
    }
