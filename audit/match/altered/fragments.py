"""The fragments of a quotation between its ellipses, each with the passage nearest to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from audit.match.altered.cut import begins_sentence, whole
from audit.match.altered.diff import Difference, difference
from audit.match.altered.lone_figure import other_figure
from audit.match.altered.nearest import Passage, is_near, nearest
from audit.match.edited.marks import Mark, QuoteWord
from audit.match.find import find_words
from audit.match.folding.fold import fold
from audit.match.prepared.source import Prepared, join_words
from audit.match.prepared.years import signed
from audit.match.weighing.canonical import with_contractions, without_contractions
from audit.match.weighing.inflections import is_inflection
from audit.model import UNSEEN, DiffKind, DiffOp, Weight
from audit.values.tokens import tokens

_IN_FORM = frozenset({DiffKind.INFLECTION, DiffKind.PRONOUN})
_ENOUGH_WORDS = 7  # of a fragment: 'he' in the place of 'I' makes no other passage of so many
_WINDOW = 2_000
"""Characters of folded words beside the longest fragment in which the others are looked for."""

_FEW_WORDS = 12
"""Words: so short a quotation may have all its telling words in another spelling."""

_FAR = 4  # times as many words as match

SHORT_FRAGMENT = 4
"""Words: fewer of them stand in many places by chance."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words between two ellipses, brackets among them, and the passage nearest to them.

    Beside one that is plainly none of theirs there is no ``diff``.
    """

    words: tuple[QuoteWord, ...]
    passage: Passage | None = None
    diff: Difference | None = None
    in_style: int = 0  # words that differ from the passage in style or ending alone
    is_beside: bool = False  # the passage stands near that of a longer fragment

    @property
    def plain(self) -> list[str]:
        """Its words in lower case, without the marks among them."""
        return [word.word.lower() for word in self.words if word.gap is None]

    @property
    def is_there(self) -> bool:
        """Whether a passage is near; of a word or two every word must be there."""
        if self.passage is None:
            return False
        if len(self.plain) < SHORT_FRAGMENT and self.passage.words > len(self.plain):
            return False
        return (
            is_near(self.matching_in_style, len(self.plain))
            or self.passage.matched == len(self.plain)
            or (self.is_beside and self.is_half_there)
        )

    @property
    def matching_in_style(self) -> Passage:
        """The passage, words that differ in style or ending alone counted as matching."""
        assert self.passage is not None
        matched = min(self.passage.matched + self.in_style, len(self.plain))
        return replace(self.passage, matched=matched)

    @property
    def is_half_there(self) -> bool:
        """Whether half of the words are there: enough beside a fragment that is there."""
        passage = self.passage
        least = max(len(self.plain) / 2, SHORT_FRAGMENT - 1)
        return passage is not None and passage.has_content and passage.matched >= least


def split(words: Sequence[QuoteWord]) -> tuple[list[tuple[QuoteWord, ...]], list[Fragment]]:
    """The ellipses before each fragment and behind the last, and the fragments.

    Brackets alone are none.
    """
    ellipses: list[tuple[QuoteWord, ...]] = []
    fragments: list[Fragment] = []
    waiting: list[QuoteWord] = []
    current: list[QuoteWord] = []
    for word in (*words, None):
        is_ellipsis = word is not None and word.gap is not None and word.gap.mark is Mark.ELLIPSIS
        if word is not None and not is_ellipsis:
            current.append(word)
            continue
        if any(held.gap is None for held in current):
            ellipses.append(tuple(waiting))
            fragments.append(Fragment(tuple(current)))
            waiting = []
        else:
            waiting += current
        current = []
        if word is not None:
            waiting.append(word)
    return [*ellipses, tuple(waiting)], fragments


def compared(
    quote: str, prepared: Prepared, words: tuple[QuoteWord, ...], within: tuple[int, int] | None
) -> Fragment:
    """Words of a quotation beside the passage nearest to them.

    Args:
        quote: The whole quotation.
        prepared: The source.
        words: Those of the fragment.
        within: Offsets of the folded words between which to look; everywhere when None.
    """
    fragment = Fragment(words)
    plain = [word.word for word in signed(quote, words) if word.gap is None]
    marks = [
        sum(before.gap is None for before in words[:index])
        for index, word in enumerate(words)
        if word.gap is not None
    ]
    passage = nearest(prepared, plain, marks, within)
    if passage is None:
        fragment = Fragment(words)
    elif len(plain) > _FEW_WORDS and _FAR * passage.matched < len(plain):
        return Fragment(words, passage)  # no spelling brings so few words near: it is not weighed
    else:
        fragment = _measured(quote, prepared, words, passage)
    if len(plain) > _FEW_WORDS or fragment.is_there:
        return fragment
    other = nearest(prepared, plain, marks, within, by_value=True)
    if other is not None and (passage is None or other.matched > passage.matched):
        fragment = _measured(quote, prepared, words, other)
    if fragment.is_there:
        return fragment
    fragment = _in_contractions(quote, prepared, words, within) or fragment
    span = other_figure(prepared, plain) if not fragment.is_there else None
    if span is None:
        return fragment
    found = Passage(*span, len(plain), len(plain), has_content=True)
    return _measured(quote, prepared, words, found)


def _in_contractions(
    quote: str, prepared: Prepared, words: tuple[QuoteWord, ...], within: tuple[int, int] | None
) -> Fragment | None:
    """Words beside a passage that has them contracted, or spoken out.

    So "That's it, we're out" is found, which has hardly a word of 'That is it, we are out'.
    """
    plain = [word.word for word in words if word.gap is None]
    for other in (without_contractions(plain), with_contractions(plain)):
        if len(other) == len(plain):
            continue
        for start, end in find_words(prepared, join_words(other), any_case=True, most=1):
            if within is None or within[0] <= start <= end <= within[1]:
                count = len(plain)
                found = Passage(start, end, count, len(other), has_content=True, in_a_row=count)
                return _measured(quote, prepared, words, found)
    return None


def _measured(
    quote: str, prepared: Prepared, words: tuple[QuoteWord, ...], passage: Passage
) -> Fragment:
    """Words and their passage, grown to whole figures at its edges, and the diff."""
    edges = ((word.gap,) if word.gap is not None else () for word in (words[0], words[-1]))
    begins = begins_sentence(quote[words[0].start :])
    grown = whole(prepared, passage.start, passage.end, *edges, begins_sentence=begins)
    if grown.is_other:
        passage = replace(passage, start=grown.start, end=grown.end)
    diff = difference(quote, words, prepared, passage.start, passage.end)
    many = sum(word.gap is None for word in words)
    return Fragment(words, passage, diff, _in_style(diff, many, prepared.language))


def _in_style(diff: Difference, many: int, language: str | None) -> int:
    """The words, of so ``many``, that differ in style, ending or person alone.

    A changed figure of several is one change.
    """
    count = 0
    for run in diff.runs:
        words = fold(run.quote).words.split()
        is_light = run.weight is Weight.MINOR and run.kind in _IN_FORM
        if run.kind is DiffKind.PRONOUN and run.op is DiffOp.REPLACE and many >= _ENOUGH_WORDS:
            is_light = len(words) == len(run.source.split()) == 1  # it is told all the same
        if run.weight is Weight.STYLE or is_light:
            count += len(words)
        elif run.kind is DiffKind.NUMBER and run.op is DiffOp.REPLACE:
            there = fold(run.source).words.split()
            count += _beside_one_change(words, there, language)
    return count


def _beside_one_change(words: Sequence[str], there: Sequence[str], language: str | None) -> int:
    """The words of a changed figure, but one, and those beside it that differ in ending alone.

    What stands behind a figure on both sides is what it counts: 'nine miles', '9 km'.
    """
    figures = [
        [token for token in tokens(side, language) if token.key.startswith("=")]
        for side in (words, there)
    ]
    if not all(figures):
        return 0
    ours = sum(token.end - token.start for token in figures[0])
    others = {word.lower() for word in there}
    inflected = sum(
        any(is_inflection(word, other, language) for other in others)
        for word in {word.lower() for word in words}
    )
    last, end = figures[0][-1].end, figures[1][-1].end
    counted = last < len(words) and (end < len(there) or " " in figures[1][-1].key)
    return ours - 1 + max(inflected, int(counted))


def located(quote: str, prepared: Prepared, fragments: Sequence[Fragment]) -> list[Fragment]:
    """Each fragment with its passage: the longest first, then the others near it, then anywhere."""
    order = sorted(range(len(fragments)), key=lambda index: -len(fragments[index].plain))
    found: dict[int, Fragment] = {}
    anchor: tuple[int, int] | None = None
    for index in order:
        words = fragments[index].words
        here = fragments[index]
        if anchor is not None:
            here = _verbatim_near(quote, prepared, words, anchor, before=index < order[0])
            if not here.is_there:
                before = (max(anchor[0] - _WINDOW, 0), anchor[0])
                window = before if index < order[0] else (anchor[1], anchor[1] + _WINDOW)
                here = replace(compared(quote, prepared, words, window), is_beside=True)
        if not here.is_there:
            here = compared(quote, prepared, words, None)
        found[index] = here
        if anchor is None and here.is_there and here.passage is not None:
            anchor = here.passage.start, here.passage.end
    return [found[index] for index in range(len(fragments))]


def _verbatim_near(
    quote: str,
    prepared: Prepared,
    words: tuple[QuoteWord, ...],
    anchor: tuple[int, int],
    *,
    before: bool,
) -> Fragment:
    """The fragment as it stands, on the side of the anchor where the quotation has it."""
    plain = [word.word for word in words if word.gap is None]
    if len(plain) != len(words):
        return Fragment(words)
    spans = [
        span
        for span in find_words(prepared, join_words(plain), any_case=True)
        if prepared.place(*span).zone not in UNSEEN
    ]
    side = [span for span in spans if (span[1] <= anchor[0] if before else span[0] >= anchor[1])]
    if not side and len(plain) < SHORT_FRAGMENT - 1:
        return Fragment(words)  # a word or two stand elsewhere by chance
    side = side or spans
    if not side:
        return Fragment(words)
    start, end = side[-1] if before else side[0]
    passage = Passage(start, end, len(plain), len(plain), has_content=True, in_a_row=len(plain))
    return _measured(quote, prepared, words, passage)
