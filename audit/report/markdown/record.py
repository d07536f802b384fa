"""How the report names a source, links to it, and says what was kept of it."""

from audit.markup.addresses.url import is_own_file
from audit.model import Capture, QuoteCheck, Robots, SourceRecord
from audit.report.believed import why_believed
from audit.report.escape import address, code, inline, link
from audit.report.passages import clip
from audit.report.source_names import passage_address, source_title
from audit.report.words import OUTCOMES

_LONGEST_REASON = 200  # characters


def kept(record: SourceRecord) -> str:
    """Where the bytes that were compared are kept, and when they came.

    A record has the digest of its bytes, so that one is named only where a file stands for the
    page.
    """
    capture = record.capture
    facts = []
    if capture.file:
        what = "your file" if is_own_file(capture.url) else "page supplied by hand"
        facts.append(f"{what}, {code(capture.file)}")
    if capture.fetched_at:
        facts.append(f"captured {inline(capture.fetched_at)}")
    if why := why_believed(capture):
        facts.append(inline(why))
    if capture.record_id:
        facts.append(f"record {code(capture.record_id)}")
    elif capture.sha256:
        facts.append(f"SHA-256 {code(capture.sha256)}")
    if capture.saved_as:
        facts.append(f"copy {address(capture.saved_as)}")
    if capture.robots is Robots.DISALLOWED:
        facts.append("the site’s robots.txt asks programs not to read it")
    return ", ".join(facts)


def passage_link(record: SourceRecord, check: QuoteCheck | None) -> str:
    """A link that opens the source, at the passage where there is one."""
    return link(source_title(record), passage_address(record, check))


def ending(capture: Capture) -> str:
    """How asking for a page ended, in a sentence that says what to do."""
    reason = clip(capture.reason, _LONGEST_REASON)
    sentence = f"**{capture.outcome}**: {OUTCOMES[capture.outcome]}"
    return f"{sentence} ({inline(reason)})" if reason else sentence


def unread(record: SourceRecord) -> str | None:
    """That only a part of the page was read, and why; None when all of it was."""
    if record.page is None or record.page.whole:
        return None
    why = clip(record.page.why_not_whole, _LONGEST_REASON)
    return f"Read only in part: {inline(why)}" if why else "Read only in part."
