"""Whether a figure of a statement may be worked out of, counted in, or dated by a passage."""

from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.reckoned.counted import is_counted
from audit.match.indirect.reckoned.times.passed import has_passed
from audit.match.indirect.reckoned.wanted import Wanted
from audit.match.indirect.reckoned.worked_out import is_worked_out
from audit.match.indirect.telling import Passage
from audit.match.prepared.source import Prepared


def is_reckoned(ours: Wanted, passage: Passage, near: Rounding, source: Prepared) -> bool:
    """Whether a figure may be reckoned from a passage of a source, beside being rounded from it."""
    return (
        is_worked_out(ours, passage, near)
        or has_passed(ours, passage, near, source)
        or is_counted(ours, passage, source.vocabulary.conjunctions, near)
    )
