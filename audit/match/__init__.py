"""From quotations and pages to checks: what is there, and what differs."""

from audit.match.attributions import compare
from audit.match.discovered import fit_of, speaker_is_on
from audit.match.prepared.source import Prepared, prepare
from audit.match.reader import Reader
from audit.match.verify import verify_quote

__all__ = [
    "Prepared",
    "Reader",
    "compare",
    "fit_of",
    "prepare",
    "speaker_is_on",
    "verify_quote",
]
