"""What is done with a report that is there already: verifying it, and asking its sources again."""

from audit.again.recheck import Change, Presence, Recheck, SourceNow, WordsNow, recheck
from audit.again.remark import Kind, Remark
from audit.again.verify import Verification, shown, verify

__all__ = [
    "Change",
    "Kind",
    "Presence",
    "Recheck",
    "Remark",
    "SourceNow",
    "Verification",
    "WordsNow",
    "recheck",
    "shown",
    "verify",
]
