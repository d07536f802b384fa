"""What an editor ought to know of a comparison, beside its verdict: added to it, each once."""

from dataclasses import replace

from audit.model import Caution, QuoteCheck


def cautioned(check: QuoteCheck, *more: Caution) -> QuoteCheck:
    """A check with more cautions, behind those that it has."""
    if not more:
        return check
    return replace(check, cautions=tuple(dict.fromkeys((*check.cautions, *more))))
