"""Passages whose edge cuts a figure in two, or a sentence before the word that negates it.

'one hundred' stands in 'one hundred and one' word for word, and is another figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from audit.languages.comparison.turning import turning
from audit.match.altered.same_words import is_headline
from audit.match.edited.marks import Gap, Mark
from audit.match.folding.fold import is_continuous
from audit.match.prepared.source import Prepared
from audit.values.cuts import Loss, cut_figure, may_be_cut

_REACH = 12  # words on either side of an edge of which a figure may consist
_LONGEST_WORD = 40  # characters
_TIES = frozenset(" \u00a0\u202f\u2009-\u2010\u2011\t\n$€£¥%°'’")  # what may stand inside a figure
_SENTENCE_ENDS = frozenset(".!?…:\n")
_CLOSES = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Whole:
    """A passage grown to the whole of what its edges cut: ``folded.words[start:end]``.

    ``is_other`` says that it means something else cut; ``lacks_before`` and ``lacks_behind`` that a
    figure at that edge lacks its unit or the other end of its range.
    """

    start: int
    end: int
    is_other: bool = False
    lacks_before: bool = False
    lacks_behind: bool = False


def whole(
    prepared: Prepared,
    start: int,
    end: int,
    before: Sequence[Gap] = (),
    behind: Sequence[Gap] = (),
    *,
    begins_sentence: bool = False,
) -> Whole:
    """The passage ``folded.words[start:end]`` without cuts.

    ``begins_sentence`` says that the quotation begins with a capital, as a sentence does.
    ``before`` and ``behind`` are the editor's marks at the edges: brackets own up to what they
    stand for, an ellipsis does not own up to half of a figure.
    """
    grown_start, grown_end = start, end
    losses: list[Loss | None] = [None, None]
    if all(gap.mark in (Mark.ELLIPSIS, Mark.CAPITAL) for gap in before):
        grown_start, losses[0] = _figure_before(prepared, start, end)
        if grown_start == start and begins_sentence and not before:
            grown_start = _negation_before(prepared, start)
    if all(gap.mark is Mark.ELLIPSIS for gap in behind):
        grown_end, losses[1] = _figure_behind(prepared, start, end)
        if losses[1] is None and not behind:
            grown_end = _negation_behind(prepared, start, end)
    is_other = (grown_start, grown_end) != (start, end)
    return Whole(
        grown_start,
        grown_end,
        is_other=is_other,
        lacks_before=losses[0] is Loss.UNIT,
        lacks_behind=losses[1] is Loss.UNIT,
    )


def begins_sentence(words: str) -> bool:
    """Whether words begin with a capital that is no matter of shouting or of a headline."""
    return words[:1].isupper() and not words.isupper() and not is_headline(words.split())


def _figure_behind(prepared: Prepared, start: int, end: int) -> tuple[int, Loss | None]:
    words = prepared.folded.words
    if is_continuous(words[end - 1]) or is_continuous(words[end : end + 1] or " "):
        return _numerals(words, end, 1)
    kept = words[words.rfind(" ", 0, end) + 1 : end]
    lost = words[end + 1 : _end_of_word(words, end + 1)]
    if not lost or not may_be_cut(kept, lost, prepared.language, at_end=True):
        return end, None
    inside = words[start:end].split(" ")[-_REACH:]
    outside: list[str] = []
    at = end
    while len(outside) < _REACH and at + 1 < len(words) and _is_tied(prepared, at, at + 1):
        stop = _end_of_word(words, at + 1)
        outside.append(words[at + 1 : stop])
        at = stop
    if not outside:
        return end, None
    found = cut_figure([*inside, *outside], len(inside), prepared.language, at_end=True)
    if found is None:
        return end, None
    if found.loss is Loss.UNIT:
        return end, found.loss
    taken = outside[: found.end - len(inside)]
    return end + sum(len(word) + 1 for word in taken), found.loss


def _figure_before(prepared: Prepared, start: int, end: int) -> tuple[int, Loss | None]:
    words = prepared.folded.words
    if is_continuous(words[start]) or is_continuous(words[start - 1 : start] or " "):
        return _numerals(words, start, -1)
    kept = words[start : _end_of_word(words, start)]
    lost = words[words.rfind(" ", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    if not lost or not may_be_cut(kept, lost, prepared.language, at_end=False):
        return start, None
    inside = words[start:end].split(" ")[:_REACH]
    outside: list[str] = []
    at = start
    while len(outside) < _REACH and at > 1 and _is_tied(prepared, at - 1, at):
        first = words.rfind(" ", 0, at - 1) + 1
        outside.insert(0, words[first : at - 1])
        at = first
    if not outside:
        return start, None
    found = cut_figure([*outside, *inside], len(outside), prepared.language, at_end=False)
    if found is None:
        return start, None
    if found.loss is Loss.UNIT:
        return start, found.loss
    taken = outside[found.start :]
    return start - sum(len(word) + 1 for word in taken), found.loss


def _numerals(words: str, edge: int, step: int) -> tuple[int, Loss | None]:
    """An edge in a script without spaces, moved over the numerals that follow one."""
    inner, outer = (edge - 1, edge) if step > 0 else (edge, edge - 1)
    if not words[inner].isnumeric():
        return edge, None
    moved = edge
    while 0 <= outer < len(words) and words[outer].isnumeric():
        outer += step
        moved += step
    return moved, Loss.VALUE if moved != edge else None


def _negation_behind(prepared: Prepared, start: int, end: int) -> int:
    """The end moved over a negation that ends the sentence of which a passage is all the rest."""
    words, text = prepared.folded.words, prepared.page.text
    stop = _end_of_word(words, end + 1)
    word = words[end + 1 : stop].lower()
    if not word or word not in turning(prepared.language).final_negations:
        return end
    if not _is_tied(prepared, end, end + 1):
        return end
    behind = text[prepared.end(stop) : prepared.end(stop) + 1]
    before = text[max(prepared.start(start) - 3, 0) : prepared.start(start)]
    begins = not before.strip(" \"“„«‘'") or not _SENTENCE_ENDS.isdisjoint(before)
    return stop if begins and (not behind or behind in _CLOSES or behind == "\n") else end


def _negation_before(prepared: Prepared, start: int) -> int:
    """The start moved over a negation that turns what is quoted as a whole sentence.

    So 'Vamos a vender' of 'No vamos a vender', 'All of us' of 'Not all of us'.
    """
    words, text = prepared.folded.words, prepared.page.text
    first = words.rfind(" ", 0, max(start - 1, 0)) + 1
    word = words[first : max(start - 1, 0)].lower()
    if not word or not turning(prepared.language).negates(word):
        return start
    if text[prepared.start(start)].isupper() or not _is_tied(prepared, start - 1, start):
        return start
    return first


def _is_tied(prepared: Prepared, left: int, right: int) -> bool:
    """Whether nothing that parts figures stands between two words of the page's text."""
    between = prepared.page.text[prepared.end(left) : prepared.start(right)]
    return "\n" not in between.strip(" ") and _TIES.issuperset(between)


def _end_of_word(words: str, start: int) -> int:
    stop = words.find(" ", start, start + _LONGEST_WORD)
    return stop if stop >= 0 else min(len(words), start + _LONGEST_WORD)
