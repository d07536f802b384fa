"""The figure that a source has beside the words of one that it lacks.

A figure is shown beside another only where both are of the same: of one unit or of one noun, with
a word in common around them. That 58 percent of something are poor says nothing of the 40 percent
by which spending fell.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from audit.languages.comparison.rounding import Rounding, rounding
from audit.match.folding.fold import fold
from audit.match.indirect.closest import closest_sentences
from audit.match.indirect.instead.in_place import (
    Figure,
    digits_of,
    figures_in,
    is_of_one_unit,
    slip,
)
from audit.match.indirect.stems import stem_of
from audit.match.indirect.telling import passages, words_of
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Fact, FactKind
from audit.values.measured import YEARS, is_of_one_dimension
from audit.values.tokens import tokens

_MOST_SENTENCES = 12
_NEAREST = 2  # words behind a figure, of which one is what it counts
_FEWEST_SHARED = 2
_SHORTLY = 3  # words
_FEWEST_DIGITS = 2  # of a slip of the pen
_SLIP = 2.0  # what no words around two figures come to
_YEAR_DIGITS = 4
_Near = tuple[int, bool]  # how far off, and whether it stands behind


def figure_beside(attribution: Attribution, fact: Fact, sources: Sequence[Prepared]) -> str:
    """The one figure of the sources that is of the same as a statement's; empty where none is.

    None is near to a name or a date.
    """
    if fact.kind in (FactKind.NAME, FactKind.DATE):
        return ""
    said = words_of(attribution)
    found: list[tuple[float, str, str]] = []
    for source in sources:
        here = figures_in(said, source.language)
        own = _own(fact, here, source)
        if own is None:
            continue
        known = {figure.key for figure in here}
        for sentence in _sentences(said, source):
            for figure in figures_in(sentence, source.language):
                if figure.key in known or _is_ordinal(figure, source):
                    continue
                alike = _alike(own, figure, source)
                if alike and (_is_other_unit(own, figure) or _has_other_digits(own, figure)):
                    found.append((alike, figure.key, figure.text))
        if found:
            break
    best = max(found, default=(0.0, "", ""))
    is_plain = all(key == best[1] or alike < best[0] for alike, key, _ in found)
    return best[2] if is_plain else ""


def _sentences(said: str, source: Prepared) -> Iterator[str]:
    """The sentences closest to a statement, or else those that share a word with it."""
    closest = closest_sentences(said, source)
    if closest:
        yield from (each.text for each in closest)
    else:
        yield from (each.here.text for each in islice(passages(said, source), _MOST_SENTENCES))


def _own(fact: Fact, here: Sequence[Figure], source: Prepared) -> Figure | None:
    """A fact among the figures of its statement, or of itself where it is read otherwise there."""
    keys = [figure.key for figure in figures_in(fact.span.text, source.language)]
    return next((figure for figure in here if figure.key in keys), None) or next(
        (
            figure
            for figure in here
            if fact.span.text.endswith(figure.text) or figure.text.startswith(fact.span.text)
        ),
        None,
    )


def _alike(own: Figure, other: Figure, source: Prepared) -> float:
    """How much the words around two figures of one unit are the same; those of a noun share it."""
    near = rounding(source.language)
    digits = slip(own.text, other.text)
    is_slip = digits >= _FEWEST_DIGITS
    is_alike = is_slip or is_of_one_unit(own, other) or _is_other_unit(own, other)
    if not is_alike or _may_be_year(other) != _may_be_year(own):
        return 0.0
    if _is_change(own, near) != _is_change(other, near) or _is_whole(own, near) != _is_whole(
        other, near
    ):
        return 0.0
    ours, theirs = _near(own, source), _near(other, source)
    shared = ours.keys() & theirs.keys()
    if is_slip and (shared or digits > _FEWEST_DIGITS):
        return _SLIP
    has_unit = " " in own.key
    if not has_unit and not _is_of_one_noun(ours, theirs, is_second=_is_second(other)):
        return 0.0
    return sum(1 / (ours[word][0] + theirs[word][0]) for word in shared)


def _has_other_digits(own: Figure, other: Figure) -> bool:
    return digits_of(other.text) != (digits_of(own.text) or None)


def _is_other_unit(own: Figure, other: Figure) -> bool:
    """Whether two figures have the same digits of two units that measure the same: '12 days'."""
    ours, theirs = own.key.partition(" ")[2], other.key.partition(" ")[2]
    is_other = ours != theirs and is_of_one_dimension(ours, theirs)
    return is_other and not _has_other_digits(own, other)


def _is_of_one_noun(
    ours: Mapping[str, _Near], theirs: Mapping[str, _Near], *, is_second: bool
) -> bool:
    """Whether two numbers count the same; one that counts nothing has two words around it alike.

    The second of two numbers is of what the first one counts: '3,412 votes to 2,908'.
    """
    shared = ours.keys() & theirs.keys()
    if any(_is_counted(ours[word], theirs[word]) for word in shared):
        return True
    count = [any(_is_counted(place) for place in near.values()) for near in (ours, theirs)]
    return not all(count) and not is_second and len(shared) >= _FEWEST_SHARED


def _is_ordinal(figure: Figure, source: Prepared) -> bool:
    read = tokens(fold(figure.text).words.split(), source.language)
    return any(token.key.endswith(".") for token in read)


def _is_second(figure: Figure) -> bool:
    """Whether another number stands shortly before one."""
    return any(any(map(str.isdecimal, word)) for word in figure.before[:_SHORTLY])


def _is_change(figure: Figure, near: Rounding) -> bool:
    """Whether a figure is what two others are apart: 'missed by nine cents'."""
    return not near.apart.isdisjoint(figure.before[:1])


def _is_whole(figure: Figure, near: Rounding) -> bool:
    """Whether a figure is the whole of which the one before it is a part: '41 of 64 houses'."""
    phrases = (" ".join(figure.before[many - 1 :: -1]) for many in (1, 2))
    return any(
        phrase in near.part_of
        and figure.before[many : many + 1]
        and figure.before[many].isdecimal()
        for many, phrase in enumerate(phrases, start=1)
    )


def _near(figure: Figure, source: Prepared) -> dict[str, _Near]:
    """The stems of the words around a figure; of one that is there twice, the nearest."""
    found: dict[str, _Near] = {}
    for (word, is_behind), far in sorted(figure.near.items(), key=lambda each: -each[1]):
        if word not in source.vocabulary.units:
            found[stem_of(word, source.language)] = far, is_behind
    return found


def _is_counted(*places: _Near) -> bool:
    return all(is_behind and far <= _NEAREST for far, is_behind in places)


def _may_be_year(figure: Figure) -> bool:
    digits = figure.key[1:]
    return len(digits) == _YEAR_DIGITS and digits.isdecimal() and int(digits) in YEARS
