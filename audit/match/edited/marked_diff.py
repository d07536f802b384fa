"""The word-level difference of a quotation whose every difference is marked."""

from collections.abc import Iterator

from audit.match.edited.align import Alignment
from audit.match.edited.marks import Mark, Marked
from audit.match.prepared.source import Prepared
from audit.model import DiffOp, DiffRun, EditMark

_EDIT_NAMES = {
    Mark.ELLIPSIS: EditMark.ELLIPSIS,
    Mark.WORDS: EditMark.BRACKETS,
    Mark.CAPITAL: EditMark.BRACKETS,
    Mark.ENDING: EditMark.BRACKETS,
    Mark.SIC: EditMark.SIC,
}


def marked_runs(
    quote: str, prepared: Prepared, marked: Marked, found: Alignment
) -> tuple[DiffRun, ...]:
    """Equal runs for the words between marks, and a marked run for what each mark stands for."""
    return tuple(_runs(quote, prepared, marked, found))


def edits(marked: Marked) -> tuple[EditMark, ...]:
    """The names of the marks that a quotation uses, each once, in order."""
    names = (_EDIT_NAMES[gap.mark] for gaps in marked.gaps for gap in gaps)
    return tuple(dict.fromkeys(names))


def _runs(quote: str, prepared: Prepared, marked: Marked, found: Alignment) -> Iterator[DiffRun]:
    text = prepared.page.text
    last_end: int | None = None
    for gaps, literal, span in zip(marked.gaps, marked.literals, found.spans, strict=False):
        place = prepared.place(*span)
        between = text[last_end : place.start].strip() if last_end is not None else ""
        if gaps:
            shown = quote[gaps[0].start : gaps[-1].end]
            yield DiffRun(DiffOp.REPLACE if between else DiffOp.INSERT, shown, between, marked=True)
        first, last = literal.tokens[0], literal.tokens[-1]
        yield DiffRun(DiffOp.EQUAL, quote[first.start : last.end], text[place.start : place.end])
        last_end = place.end
    if marked.gaps[-1]:
        gaps = marked.gaps[-1]
        yield DiffRun(DiffOp.INSERT, quote[gaps[0].start : gaps[-1].end], "", marked=True)
