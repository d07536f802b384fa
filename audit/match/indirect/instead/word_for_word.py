"""The figure of a source that stands in the very words of a statement, in another's place.

'It scored 78 points out of 100', where the page has 'It scored 87 points out of 100' and 78 of
something else: a statement so short tells little by its telling words.
"""

from collections.abc import Iterator, Sequence

from audit.match.folding.fold import fold
from audit.match.indirect.instead.in_place import (
    Figure,
    digits_of,
    figures_in,
    is_of_one_unit,
    keys_of,
)
from audit.match.indirect.telling import words_of
from audit.match.prepared.source import Prepared
from audit.model import FIGURES, Attribution, Missing, Sentence

_FEWEST = 3  # words around a figure that are the same
_FEWEST_ELSEWHERE = 2  # of those around the statement's own


def figures_word_for_word(
    attribution: Attribution, nearest: Sequence[Sentence], page: Prepared
) -> Iterator[Missing]:
    """The figures of a statement whose very words the nearest sentences have around another one.

    None of those that stand in the same words there, too.
    """
    said = words_of(attribution)
    here = figures_in(said, page.language)
    many = len(fold(said).words.split())
    known = {figure.key for figure in here}
    there = [figure for each in nearest for figure in figures_in(each.text, page.language)]
    for fact in attribution.facts:
        if fact.kind not in FIGURES:
            continue
        keys = keys_of(fact, page)
        own = next((figure for figure in here if figure.key in keys), None)
        if own is None or _stands_there(own, keys, there):
            continue
        others = [
            figure
            for figure in there
            if figure.key not in known
            and _is_another(own, figure)
            and _is_in_its_words(own, figure, page, many)
        ]
        if len({figure.key for figure in others}) == 1:
            yield Missing(fact, others[0].text)


def _stands_there(own: Figure, keys: frozenset[str], there: Sequence[Figure]) -> bool:
    """Whether a sentence has a statement's figure too, with some of the words around it."""
    return any(
        each.key in keys and len(_in_a_row(own, each)) >= _FEWEST_ELSEWHERE for each in there
    )


def _is_another(own: Figure, other: Figure) -> bool:
    """Whether a figure is of the same unit, and not written in the same digits."""
    return is_of_one_unit(own, other) and digits_of(other.text) != (digits_of(own.text) or None)


def _is_in_its_words(own: Figure, other: Figure, page: Prepared, many: int) -> bool:
    """Whether all of ``many`` words stand around another figure, too, but for a small first one."""
    row, all_words = _in_a_row(own, other), (*own.before[::-1], *own.behind)
    if len(row) < _FEWEST or len(all_words) + len(fold(own.text).words.split()) < many:
        return False
    is_but_first = len(row) + 1 == len(all_words) and all_words[0] in page.vocabulary.small
    return len(row) == len(all_words) or (
        is_but_first and len(own.behind) == _common(own.behind, other.behind)
    )


def _in_a_row(own: Figure, other: Figure) -> tuple[str, ...]:
    """The words around a figure that stand around another one, from the nearest on."""
    before, behind = _common(own.before, other.before), _common(own.behind, other.behind)
    return (*own.before[:before], *own.behind[:behind])


def _common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words are the same, from the nearest on."""
    at = 0
    while at < min(len(ours), len(theirs)) and ours[at] == theirs[at]:
        at += 1
    return at
