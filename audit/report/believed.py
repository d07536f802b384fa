"""Why the bytes of a source are believed, in words."""

from audit.model import Capture, Provenance, Report
from audit.model.counted import counted

_OWN = "received by a run of this user"
_GIVEN = "taken on trust from a named archive"


def why_believed(capture: Capture) -> str:
    """Who received the bytes of a capture, and when; empty where nothing came."""
    if capture.provenance is None:
        return ""
    who = _OWN if capture.provenance is Provenance.OWN_RUN else _GIVEN
    if capture.received_at in {None, capture.fetched_at}:
        return who
    return f"{who} as of {capture.received_at}, unchanged since, as the site said"


def given_line(report: Report) -> str:
    """How many sources rest on archives that were only named; empty where none does."""
    captures = [record.capture for record in report.facts.sources]
    count = sum(capture.provenance is Provenance.GIVEN for capture in captures)
    if not count:
        return ""
    return f"From archives named on the command line: {count} of {counted(len(captures), 'source')}"
