"""The figure of a statement that a source is asked for, with what is said around it."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import Rounding, rounding
from audit.languages.comparison.values import value_words
from audit.languages.extraction import english
from audit.match.folding.fold import fold
from audit.match.indirect.telling import words_of
from audit.model import Attribution, Fact
from audit.values.measured import SHARE, Measured, measured
from audit.values.tokens import tokens

_LEAD = 3  # words before a figure
_VERB = 4  # words before it among which is one that tells of a change: 'bondi de près de moitié'
_LONGEST_LEAD = 8  # with those before a share that it ends
_FAR_ARTICLE = 3  # words
_CHARACTERS_BEHIND = 40
_LONGEST_SMALL = 4  # digits
POINT = "point"
"""Of percent: the unit of a difference of percentages."""
_DOZEN = "12"
AS_MANY = "many"
"""The unit of a figure that is only as large as a word says: 'hundreds'."""


class Wanted(NamedTuple):
    """A figure of a statement with the words around it there, all in lower case.

    ``told`` are those right before it, alone and two together; ``behind`` those right behind it,
    ``said`` all of the statement. ``in_dozens`` says that it counts these.
    """

    figure: Measured
    lead: tuple[str, ...]
    told: frozenset[str]
    behind: tuple[str, ...]
    said: tuple[str, ...]
    is_spelled: bool
    before: tuple[str, ...] = ()  # some more words than those of ``lead``
    in_dozens: bool = False


def wanted(attribution: Attribution, fact: Fact, language: str | None) -> Wanted | None:
    """A statement's figure as the language of its source reads it; None where it is none."""
    lead, behind = _beside(attribution, fact)
    figure = _in_several(fact.span.text, lead, behind, language) or _read(
        fact.span.text, lead, behind, language
    )
    if figure is None:
        return None
    in_dozens = _is_in_dozens(fact.span.text, language)
    if in_dozens:
        figure = figure._replace(digits=1)
    said = words_of(attribution)
    words = fold(said).words.lower().split()
    told = _led(lead, language)
    is_spelled = not any(char.isdigit() for char in fact.span.text)
    own, before = tuple(lead[-_LEAD:]), tuple(lead[-_VERB:])
    return Wanted(figure, own, told, tuple(behind), tuple(words), is_spelled, before, in_dozens)


def _is_in_dozens(text: str, language: str | None) -> bool:
    scales = value_words(language).scales
    return any(scales.get(word) == _DOZEN for word in fold(text).words.lower().split())


def _beside(attribution: Attribution, fact: Fact) -> tuple[list[str], list[str]]:
    """The words of a statement right before a figure, and right behind it."""
    for content in attribution.contents:
        if content.start <= fact.span.start < content.end:
            before = content.text[: fact.span.start - content.start]
            behind = content.text[fact.span.end - content.start :][:_CHARACTERS_BEHIND]
            lead = fold(before).words.lower().split()[-_LONGEST_LEAD:]
            return lead, fold(behind).words.lower().split()
    return [], []


def _in_several(
    text: str, lead: Sequence[str], behind: Sequence[str], language: str | None
) -> Measured | None:
    """A figure as the part of several units that it is, or with more of its unit behind it.

    'Um ano e quatro meses' are 16 months, '200 kilometres' may be those 'per hour'.
    """
    own = fold(text).words.split()
    lead = lead[-_LEAD:]
    words = [*lead, *own, *behind[:_LEAD]]
    first, last = len(lead), len(lead) + len(own)
    for token in tokens(words, language):
        if not token.start <= first < token.end:
            continue
        if "+" in token.key and token.also:
            return next(measured(token.also[-1]), None)
        told = _read(text, (), (), language)
        is_longer = token.start == first and token.end > last and ".." not in token.key
        if is_longer and told is not None and told.unit != SHARE:
            longer = next((each for each in measured(token.key) if each.unit), None)
            is_money = longer is not None and not longer.unit.isalpha() and not told.unit
            return None if is_money else longer  # a source may leave a currency out
    return None


def _read(
    text: str, lead: Sequence[str], behind: Sequence[str], language: str | None
) -> Measured | None:
    words = fold(text).words.split()
    near = rounding(language)
    many = next(
        (pair for pair, said in _many(near) if not said.isdisjoint(map(str.lower, words))), None
    )
    if many is not None:
        return Measured(_middle(many), AS_MANY, 0)
    share = _share_in(list(map(str.lower, words)), language)
    if share is not None:
        return share
    of = sorted(value_words(language).before_month)[:1]  # 'a third' is a share before 'of'
    for each in (tokens(words, language), tokens([*words, *of], language)):
        found = [figure for token in each for figure in measured(token.key)]
        if found:
            break
    if len({figure for figure in found if figure.unit != SHARE or figure.digits}) > 1:
        return None
    if not found:
        return None
    if words[-1].lower() in near.points and not found[0].unit:
        return found[0]._replace(unit=POINT)  # 'a quarter of a point'
    share = _share(lead, found[0], language) or _share_ahead(found[0], behind, language)
    return share or found[-1]


def _share_in(words: Sequence[str], language: str | None) -> Measured | None:
    """'Three in ten', which is one figure, as a percentage."""
    between = " ".join(words[1:-1])
    if between not in rounding(language).of_whole:
        return None
    few, many = _small(words[0], language) or int(words[0] == "one"), _small(words[-1], language)
    return Measured(100 * few / many, SHARE, 0) if 0 < few < many else None


def _many(near: Rounding) -> Iterator[tuple[tuple[int, int], frozenset[str]]]:
    """What so many may be, from the first number to below the second, and the words for it."""
    yield (24, 200), near.dozens
    yield (100, 2_000), near.hundreds
    yield (1_000, 100_000), near.thousands
    yield (10**6, 10**9), near.millions
    yield (10**9, 10**12), near.billions


def range_of(figure: Measured, near: Rounding) -> tuple[int, int]:
    """From which number to below which one so many are, of a figure in ``AS_MANY``."""
    return next(pair for pair, _ in _many(near) if _middle(pair) == figure.value)


def _share(lead: Sequence[str], whole: Measured, language: str | None) -> Measured | None:
    """'One in five', 'two concerts out of three' as a percentage.

    The lead ends before the second figure.
    """
    at = _part_of_share(lead, language)
    many = _small(lead[at], language) if at is not None else 0
    if 0 < many < whole.value and not whole.unit:
        return Measured(100 * many / whole.value, SHARE, 0)
    return None


def _part_of_share(lead: Sequence[str], language: str | None) -> int | None:
    """Which of the words before a whole is the part, where they end as those of a share do."""
    for of in (2, 1):
        if len(lead) > of and " ".join(lead[-of:]) in rounding(language).of_whole:
            last = len(lead) - of - 1
            places = (last, last - 1) if last else (last,)
            near = next((at for at in places if _small(lead[at], language)), None)
            return near if near is not None else _far_article(lead, last - 2, language)
    return None


def _far_article(lead: Sequence[str], last: int, language: str | None) -> int | None:
    """Where an article stands for one, with several words behind: 'un agent de police sur cinq'."""
    if language in (None, english.LANGUAGE):
        return None
    once = value_words(language).once
    places = range(last, max(last - _FAR_ARTICLE, -1), -1)
    return next((at for at in places if lead[at].rpartition("'")[2] in once), None)


def _led(lead: Sequence[str], language: str | None) -> frozenset[str]:
    """The words that tell how round a figure is, alone and two together: 'more than', 'up to'.

    Those of a share stand before its part.
    """
    part = _part_of_share(lead, language)
    leads = [lead[-_LEAD:], *([lead[: part + 1][-_LEAD:]] if part is not None else [])]
    return frozenset(
        phrase for words in leads for phrase in (*words, *map(" ".join, pairwise(words)))
    )


def _share_ahead(part: Measured, behind: Sequence[str], language: str | None) -> Measured | None:
    """The same from its first figure; 'ten in one' is none, nor 'five clubs in nine years'."""
    units = value_words(language).units
    for at in (0, 1):  # 'two concerts out of three'
        for of in (2, 1):
            phrase = " ".join(behind[at : at + of])
            if len(behind) > at + of and phrase in rounding(language).of_whole:
                many = _small(behind[at + of], language)
                is_measured = units.keys() & behind[at + of + 1 : at + of + 2]
                if 0 < part.value < many and not part.unit and not is_measured:
                    return Measured(100 * part.value / many, SHARE, 0)
    return None


def _small(word: str, language: str | None) -> int:
    """A number of one word, which may be elided before ('d'un'); 0 where it is none."""
    word = word.rpartition("'")[2]
    if word.isdecimal():
        return int(word) if len(word) < _LONGEST_SMALL else 0
    if word in value_words(language).once:
        return 1  # 'una nave su dieci'
    words = comparing(language or english.LANGUAGE)
    return int(words.ones.get(word, words.tens.get(word, "0")))


def _middle(pair: tuple[int, int]) -> float:
    return math.sqrt(pair[0] * pair[1])
