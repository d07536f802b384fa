"""A word-level diff as lines that read well in a fenced block and in a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.model import Caution, DiffOp, DiffRun, QuoteCheck
from audit.report.passages import CUT

WIDTH = 88  # characters of a line after its sign


def shown_diff(check: QuoteCheck) -> tuple[DiffRun, ...]:
    """The runs to show; empty where no word differs.

    What lies between passages that a quotation joins is the page's, a menu perhaps: it is cut.
    """
    if all(run.op is DiffOp.EQUAL for run in check.diff):
        return ()
    if Caution.SPLICED not in check.cautions:
        return check.diff
    return tuple(
        replace(run, source=CUT) if run.op is DiffOp.DELETE and not run.marked else run
        for run in check.diff
    )


def diff_lines(diff: Sequence[DiffRun]) -> tuple[str, ...]:
    """The runs as lines: ``-`` the article's words, ``+`` the source's, two spaces for both.

    ``!`` shows a difference that the article owns up to by an ellipsis or brackets.
    """
    return tuple(line for run in diff for line in _run_lines(run))


def _run_lines(run: DiffRun) -> Iterator[str]:
    if run.op is DiffOp.EQUAL:
        yield from _wrapped("  ", run.quote)
    elif run.marked:
        put = run.quote or "(left out)"
        yield from _wrapped("! ", f"{put} → {run.source}" if run.source else put)
    else:
        yield from _wrapped("- ", run.quote)
        yield from _wrapped("+ ", run.source)


def _wrapped(sign: str, words: str) -> Iterator[str]:
    line = ""
    for word in words.split():
        if line and len(line) + 1 + len(word) > WIDTH:
            yield sign + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield sign + line
