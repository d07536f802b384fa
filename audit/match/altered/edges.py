"""Where a passage ends: over what a source has in place of the quotation's outer words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from audit.languages.comparison.other_letters import in_kana
from audit.languages.comparison.spelling import spelling
from audit.match.prepared.source import Prepared, locate_words
from audit.match.weighing.canonical import without_contractions
from audit.match.weighing.spoken_negation import without_unspoken
from audit.values.stretch import Token

_MOST_JOINED = 4  # words at an edge that are one word of the quotation
_MOST_SPOKEN = 5  # words that contractions at an edge stand for
_WORDS_TO_EXTEND = 2  # more of them are words put in rather than words in the place of others
_MOST_ARTICLES = 2  # before the word that stands in the place of another: 'all the'
_REACH = 200  # characters of folded words
_SENTENCE_ENDS = frozenset(".!?…;:\n")


@dataclass(frozen=True, slots=True)
class Window:
    """Words of a source, their tokens, and where each token stands in the folded text."""

    words: Sequence[str]
    tokens: Sequence[Token]
    spans: Sequence[tuple[int, int]]


def reach(
    prepared: Prepared,
    window: Window,
    edge: int,
    step: int,
    *,
    words: Sequence[str],
    unmatched: Sequence[Token],
) -> tuple[int, int]:
    """Moves an edge of a passage outwards for tokens of the quotation that match nothing in it.

    Returns the edge, as an index of the window's tokens, and how many tokens of the quotation have
    the same letters there in other words. ``step`` is -1 at the first edge, 1 at the last.
    """
    if step < 0:
        near = window.tokens[max(edge - _MOST_JOINED, 0) : edge][::-1]
    else:
        near = window.tokens[edge : edge + _MOST_JOINED]
    beyond = [_letters(window.words, [token]) for token in near]
    taken = _same_letters(_letters(words, unmatched), beyond, step)
    if taken:
        return edge + step * taken, len(unmatched)
    nearby = [word for token in near for word in window.words[token.start : token.end]]
    if _has_short(words) or _has_short(nearby):
        language = prepared.language
        ours = _said(language, words, unmatched)
        spoken = _same_spoken(language, ours, window.words, near, step)
        there = near[:spoken] if step > 0 else near[:spoken][::-1]
        is_same = ours == _said(language, window.words, there)
        if spoken and (
            is_same or _extend(prepared, window.spans, edge, step, spoken) == edge + step * spoken
        ):
            return edge + step * spoken, len(unmatched)
    outer = _extend(prepared, window.spans, edge, step, _spoken(words, unmatched))
    if step > 0 and not _are_articles(prepared, words, unmatched):
        for _ in range(_MOST_ARTICLES):  # 'since the summer' in the place of 'since spring'
            if outer == edge or not _are_articles(
                prepared, window.words, window.tokens[edge:outer]
            ):
                break
            outer = _extend(prepared, window.spans, outer, step, 1)
    return outer, 0


def _are_articles(prepared: Prepared, words: Sequence[str], of: Sequence[Token]) -> bool:
    told = [word.lower() for token in of for word in words[token.start : token.end]]
    return prepared.vocabulary.articles.issuperset(told)


def words_beside(
    prepared: Prepared, span: tuple[int, int], step: int, many: int
) -> tuple[int, int] | None:
    """Where the next words of a sentence stand beside a passage, at most so many; None if none.

    ``step`` is -1 for those before it, 1 for those behind it.
    """
    start, end = span
    near = (max(start - _REACH, 0), end) if step < 0 else (start, end + _REACH)
    _, spans = locate_words(prepared.folded.words[slice(*near)], near[0])
    edge = next(
        (at for at, (first, _) in enumerate(spans) if first >= (start if step < 0 else end)),
        len(spans),
    )
    outer = _extend(prepared, spans, edge, step, many)
    first, last = sorted((edge, outer))
    return (spans[first][0], spans[last - 1][1]) if first < last else None


def _letters(words: Sequence[str], of: Sequence[Token]) -> str:
    """The letters of tokens, as one word."""
    return _joined([word for token in of for word in words[token.start : token.end]])


def _joined(words: Sequence[str]) -> str:
    return in_kana("".join(words).replace("'", "").lower())


def _same_letters(wanted: str, beyond: Sequence[str], step: int) -> int:
    """How many tokens at an edge have the same letters in other words: 'health care'."""
    letters = ""
    for taken, word in enumerate(beyond[:_MOST_JOINED], 1):
        letters = letters + word if step > 0 else word + letters
        if letters == wanted:
            return taken
        if len(letters) > len(wanted):
            break
    return 0


def _same_spoken(
    language: str | None,
    ours: Sequence[str],
    there: Sequence[str],
    near: Sequence[Token],
    step: int,
) -> int:
    """How many tokens at an edge are the others spoken out, or end with their outermost word.

    So "We're gonna" for 'We are going to', "We're seeing" for 'We see'.
    """
    if not 0 < len(ours) <= _MOST_SPOKEN:
        return 0
    for taken in range(1, len(near) + 1):
        theirs = _said(language, there, near[:taken] if step > 0 else near[:taken][::-1])
        outer = -1 if step > 0 else 0
        alike_sized = abs(len(ours) - len(theirs)) < _WORDS_TO_EXTEND
        is_alike = bool(theirs) and ours[outer] == theirs[outer] and alike_sized
        if ours == theirs or is_alike:
            return taken
    return 0


def _said(language: str | None, words: Sequence[str], of: Sequence[Token]) -> list[str]:
    told = [word for token in of for word in words[token.start : token.end]]
    return without_unspoken(without_contractions(told), language)


def _has_short(words: Sequence[str]) -> bool:
    return any("'" in word or word.lower() in _shortened() for word in words)


@cache
def _shortened() -> frozenset[str]:
    return frozenset(spelling().shortened)


def letters_alone(words: Sequence[str], there: Sequence[str]) -> tuple[int, int] | None:
    """The words of a source that have the letters of all others, in other words: 'e-mail'."""
    wanted = _joined(words)
    for first in range(len(there)):
        letters = ""
        for last in range(first, min(first + len(words) + _MOST_JOINED, len(there))):
            letters += _joined(there[last : last + 1])
            if letters == wanted:
                return first, last + 1
            if not wanted.startswith(letters):
                break
    return None


def _spoken(words: Sequence[str], of: Sequence[Token]) -> int:
    """How many tokens these may stand for when contractions are spelled out: "we're" for two."""
    count = sum(2 if any("'" in x for x in words[token.start : token.end]) else 1 for token in of)
    return count if count <= _WORDS_TO_EXTEND else 0


def _extend(
    prepared: Prepared, edges: Sequence[tuple[int, int]], edge: int, step: int, unmatched: int
) -> int:
    """Moves an edge over source words that stand where the quotation has other words.

    It stops at the end of a sentence or block: beyond it stands something else.
    """
    for _ in range(unmatched):
        outer = edge - 1 if step < 0 else edge
        if not 0 <= outer < len(edges):
            break
        left, right = sorted((outer, edge if step < 0 else edge - 1))
        between = prepared.page.text[prepared.end(edges[left][1]) : prepared.start(edges[right][0])]
        if not _SENTENCE_ENDS.isdisjoint(between):
            break
        edge += step
    return edge
