"""A word-level diff as lines that read well in a fenced block and in a terminal."""

from collections.abc import Iterator, Sequence

from audit.model import DiffOp, DiffRun

WIDTH = 88  # characters of a line after its sign


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
