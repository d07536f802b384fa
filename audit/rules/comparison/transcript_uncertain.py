"""transcript-uncertain: a machine wrote the transcript, and may have misheard the words."""

from collections.abc import Iterator

from audit.markup.addresses.moments import pointed
from audit.markup.addresses.url import is_own_file
from audit.model import DiffKind, Facts, Finding, NotCompared, PartCheck, Severity, SourceRecord
from audit.rules.facts import all_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import MOST_DIFFERENCES, clip, page_name, quoted

_LONGEST_HEARD = 40  # characters


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in all_parts(facts):
        if part.check.reason is NotCompared.TRANSCRIPT_UNCERTAIN:
            yield RULE.on_part(
                f"{quoted(part.check.quote)} may be what is said in {page_name(record)}{_moment(part, record)}:"
                f" a machine wrote the transcript{_heard(part)}. Listen to it there.{_link(part, record)}",
                check,
                part,
            )


def _heard(part: PartCheck) -> str:
    """The first of the words that it heard as others."""
    misheard = [run for run in part.check.diff if run.kind is DiffKind.MISHEARD]
    told = [
        f"“{clip(run.source, _LONGEST_HEARD)}” for “{clip(run.quote, _LONGEST_HEARD)}”"
        for run in misheard[:MOST_DIFFERENCES]
        if run.source and run.quote
    ]
    more = " …" if len(misheard) > len(told) and told else ""
    return f" and has {', '.join(told)}{more}" if told else ""


def _moment(part: PartCheck, record: SourceRecord | None) -> str:
    if record is None or record.page is None or part.check.start is None:
        return ""
    seconds = record.page.time_at(part.check.start)
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    return f" at {minutes // 60}:{minutes % 60:02}:{rest:02}"


def _link(part: PartCheck, record: SourceRecord | None) -> str:
    """The address of the moment, where the recording has one of the web."""
    if record is None or part.check.selector is None or is_own_file(record.source.url):
        return ""
    directive = part.check.selector.directive
    return f" {pointed(record.source.url, directive)}" if directive.startswith("t=") else ""


RULE = Rule(
    id="transcript-uncertain",
    summary="A machine wrote the transcript of a recording, and what it heard may be the words",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    help=(
        "Captions that a program made have words that sound like those that were said, names most of all, and"
        " lose small ones. What differs so says nothing about the quotation: listen to the recording at that"
        " moment. A changed figure or a missing “not” is told as a change all the same. Example: “Their plan is"
        " Maureen Tiddy's”, where the captions have “there plan is more in teddy's”."
    ),
    links=(
        "https://support.google.com/youtube/answer/6373554",
        "https://www.w3.org/TR/media-frags/",
    ),
    find=_find,
)
