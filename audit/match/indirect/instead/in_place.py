"""What a sentence of a source has in the place of a statement's figure.

Two figures are of the same where the same words stand beside them. How many have to, hangs on how
plainly the sentence tells what the statement tells.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import rounding
from audit.match.folding.fold import fold
from audit.match.indirect.closest import closest_sentences
from audit.match.indirect.instead.clauses import shares_as_one
from audit.match.indirect.stems import longer_part, stem_of
from audit.match.indirect.telling import CLAUSE, words_of
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import FIGURES, Attribution, Fact, FactKind, Missing, Sentence
from audit.values.stretch import Token

_FEWEST_TELLING = 3  # words that a statement and a sentence share
_LEAST_SHARED = 0.7  # of a statement's telling words
_FEWEST_SHARED = 2
_MOST_TELLING = 0.6  # of a statement's telling words, where two of them stand in a row
_NEAR = 6  # words on each side of a figure that say what it is of
_COUNTED = 1  # word behind a figure: what it counts
_SHORT = 2  # digits of a figure for which others are easily a slip
_ONE = "=1"  # in words it counts nothing: 'one of the lessons'
_DATE = "=d"  # how the keys of dates begin


class Enough(NamedTuple):
    """How many words beside two figures have to be the same; None where no number is enough.

    Fewer are where one figure may be a slip for the other: one of two digits, and a longer one.
    ``is_told`` says that the sentence tells plainly what the statement tells.
    """

    words: int | None
    beside_short: int | None
    beside_long: int
    is_told: bool = False


THE_SAME = Enough(2, 1, 1, is_told=True)
BESIDE = Enough(3, 2, 1)  # on a page that the same paragraph links to
ALONE = Enough(2, 1, 1)  # on the only one that it links to, of what somebody states
ANYWHERE = Enough(None, None, 2)


class Figure(NamedTuple):
    """A figure of a sentence: its value, its characters, and what stands beside it."""

    key: str
    text: str
    near: Mapping[tuple[str, bool], int]  # how far off telling words stand, before it or behind
    before: tuple[str, ...]  # the words before it, the nearest first
    behind: tuple[str, ...]  # and those behind it


def closest(attribution: Attribution, page: Prepared) -> tuple[Sentence, ...]:
    """The sentences of a page that share most of a statement's telling words, best first."""
    return closest_sentences(words_of(attribution), page)


def may_tell_the_same(attribution: Attribution, page: Prepared) -> bool:
    """Whether any sentence of a page may be plainly the same as a statement: a quick look.

    Its telling words stand somewhere there, so many as a sentence that tells the same has.
    """
    wanted = told_by(attribution, page)
    named = telling(fold(_names_of(attribution)).words.split(), page)
    there = sum(word in page.lowered for word in wanted)
    return there >= max(_FEWEST_TELLING, _LEAST_SHARED * len(wanted - named))


def _names_of(attribution: Attribution) -> str:
    return " ".join(fact.span.text for fact in attribution.facts if fact.kind is FactKind.NAME)


def tells_the_same(
    attribution: Attribution, sentence: Sentence, page: Prepared, *, cited: bool
) -> bool:
    """Whether a sentence shares most of a statement's telling words: it plainly is the same.

    It need not name whom a statement names, if it names nobody else: 'the owner lent it £9m'. On a
    page that is ``cited`` for it, one clause has both words of a statement that has but two.
    """
    wanted = told_by(attribution, page)
    there = telling(fold(sentence.text).words.split(), page)
    if not (_capitals(sentence.text) - wanted):
        wanted -= telling(fold(_names_of(attribution)).words.split(), page) - there
    if cited and len(wanted) == _FEWEST_SHARED and wanted.isdisjoint(page.vocabulary.units):
        return any(_is_clause_of(wanted, clause, page) for clause in CLAUSE.split(sentence.text))
    shared = wanted & there
    return len(shared) >= max(_FEWEST_TELLING, _LEAST_SHARED * len(wanted))


def _is_clause_of(wanted: frozenset[str], clause: str, page: Prepared) -> bool:
    """Whether a clause has some words, and one figure at most."""
    is_told = wanted <= telling(fold(clause).words.split(), page)
    return is_told and len(figures_in(clause, page.language)) <= 1


def told_by(attribution: Attribution, page: Prepared) -> frozenset[str]:
    """A statement's telling words but those of its numbers: 'sieben', 'a quarter'."""
    spelled = {
        word
        for fact in attribution.facts
        if fact.kind in FIGURES and not digits_of(fact.span.text)
        for word in fact.span.text.lower().split()
    }
    telling_words = telling(fold(words_of(attribution)).words.split(), page)
    return telling_words - (spelled - page.vocabulary.units)


def _capitals(text: str) -> frozenset[str]:
    """The words of a sentence with a capital, its first left out, in lower case."""
    return frozenset(word.lower() for word in fold(text).words.split()[1:] if word[0].isupper())


def telling(words: Sequence[str], page: Prepared) -> frozenset[str]:
    """The words that say what a sentence is about, neither figures nor function words.

    Of words with an apostrophe the longer part: 'association' of "l'association".
    """
    small = page.vocabulary.small
    parts = (longer_part(word.lower()) for word in words)
    return frozenset(part for part in parts if _tells(part, small))


def _tells(word: str, small: frozenset[str]) -> bool:
    return word.isalpha() and word not in small


def instead(
    attribution: Attribution,
    missing: Sequence[Missing],
    sentence: Sentence,
    page: Prepared,
    enough: Enough,
) -> Iterator[Missing]:
    """The figures of a statement that a sentence has another one for, each beside its own words."""
    said = words_of(attribution)
    here, there = figures_in(said, page.language), figures_in(sentence.text, page.language)
    known = {figure.key for figure in here}
    words = told_by(attribution, page)
    shared = words & telling(fold(sentence.text).words.split(), page)
    is_all = shared == words and len(words) >= _FEWEST_SHARED
    may_be_left_over = (
        enough.words is not None and len(shared) >= _FEWEST_SHARED and len(missing) == 1
    )
    for each in missing:
        own = _figure_of(each.fact, here, page)
        if own is None:
            continue
        other = in_its_place(own, there, enough)
        if other is None and may_be_left_over:
            other = _left_over(own, here, there)
            if other is not None and not _are_alike_in_how_often(page, own, other):
                other = None
        if other is None and may_be_left_over:
            other = _of_the_same_two(own, (here, there), (said, sentence.text), (words, shared))
        if other is None and enough.is_told:
            other = _only_one(own, there) if is_all else _alone_of_unit(own, here, there)
        if other is not None and other.key not in known:
            yield Missing(each.fact, other.text)


def _are_alike_in_how_often(page: Prepared, own: Figure, other: Figure) -> bool:
    """Whether both of two figures tell how often something is, or neither: '14 times' is no age."""
    times = rounding(page.language).times
    return times.isdisjoint(own.behind[:1]) == times.isdisjoint(other.behind[:1])


def _figure_of(fact: Fact, here: Sequence[Figure], page: Prepared) -> Figure | None:
    """The figure of a statement that a fact of it is, or that ends with it; None of other facts."""
    if fact.kind not in FIGURES:
        return None
    keys = keys_of(fact, page)
    return next((figure for figure in here if figure.key in keys), None) or next(
        (figure for figure in here if any(_ends(figure.key, key) for key in keys)), None
    )


def in_its_place(own: Figure, there: Sequence[Figure], enough: Enough) -> Figure | None:
    """The one figure of the same unit that has the same words beside it.

    None where some of the words stand nearer to another: of two shares, each is of its own. One
    that is written nearly the same, as in a slip of the pen, may have them on either side.
    """
    same = [figure for figure in there if _unit(figure.key) == _unit(own.key)]
    beside = {word for word, _ in own.near}
    for figure in same:
        digits = slip(own.text, figure.text)
        fewest = enough.beside_short if digits <= _SHORT else enough.beside_long
        shared = beside & {word for word, _ in figure.near}
        if digits and fewest is not None and len(shared) >= fewest:
            return figure
    best = max(same, key=lambda figure: _alike(own, figure), default=None)
    if best is None or enough.words is None or len(shared_beside(own, best)) < enough.words:
        return None
    others = [figure for figure in same if figure is not best]
    if any(_alike(own, figure) == _alike(own, best) for figure in others):
        return None
    is_nearest = all(shared_beside(own, figure) <= shared_beside(own, best) for figure in others)
    return best if is_nearest else None


def _left_over(own: Figure, here: Sequence[Figure], there: Sequence[Figure]) -> Figure | None:
    """The one figure that a sentence has beside those that a statement has too.

    'Eleven of the boats are more than 40 years old', where 'fourteen are more than 40 years old'.
    """
    known, told = {figure.key for figure in here}, {figure.key for figure in there}
    others = [figure for figure in there if figure.key not in known]
    if known.isdisjoint(told) or len(others) != 1:
        return None
    return others[0] if _unit(others[0].key) == _unit(own.key) else None


def _of_the_same_two(
    own: Figure,
    figures: tuple[Sequence[Figure], Sequence[Figure]],
    texts: tuple[str, str],
    telling_words: tuple[frozenset[str], frozenset[str]],
) -> Figure | None:
    """The only figure of a named unit where a statement has but one, of two words in a row alike.

    'She served for 12 years on the shire council', where a statement has 'sat on the shire council
    for 17 years': most of what the statement tells is in the sentence.
    """
    words, shared = telling_words
    if not _unit(own.key) or len(shared) < _MOST_TELLING * len(words):
        return None
    ours, theirs = ([figure for figure in each if is_of_one_unit(own, figure)] for each in figures)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    pairs = [
        {pair for pair in pairwise(fold(text).words.lower().split()) if shared.issuperset(pair)}
        for text in texts
    ]
    return theirs[0] if pairs[0] & pairs[1] else None


def _only_one(own: Figure, there: Sequence[Figure]) -> Figure | None:
    """The only figure of a named unit, or of what is counted, of a sentence that tells it all.

    'The joints are to be injected within 18 months', where a statement has 'the joints within 24
    months'; 'Siebzehn Betriebe wurden abgemahnt' where one has 'Abgemahnt wurden sieben Betriebe'.
    """
    same = [figure for figure in there if is_of_one_unit(own, figure)]
    if not _unit(own.key):
        counted = _counted(own)
        same = [figure for figure in same if counted and not counted.isdisjoint(_counted(figure))]
    return same[0] if len(same) == 1 else None


def _alone_of_unit(own: Figure, here: Sequence[Figure], there: Sequence[Figure]) -> Figure | None:
    """The only figure of a unit where a statement has but one, with a word beside both.

    'This was 65 per cent of the price', where a statement has 'gave 60 per cent of the price'.
    """
    ours = [figure for figure in here if is_of_one_unit(own, figure)]
    theirs = [figure for figure in there if is_of_one_unit(own, figure)]
    if not _unit(own.key) or len(ours) != 1 or len(theirs) != 1:
        return None
    return theirs[0] if shared_beside(own, theirs[0]) else None


def _counted(figure: Figure) -> frozenset[str]:
    """What stands right behind a figure: 'Betriebe' of 'sieben Betriebe'."""
    return frozenset(
        word for (word, is_behind), far in figure.near.items() if is_behind and far <= _COUNTED
    )


def _ends(key: str, end: str) -> bool:
    """Whether a figure ends with another: 100 of '10 to 100', five of 'one in five'."""
    value = end[1:].partition(" ")[0]
    return key.partition(" ")[0].endswith((f"..{value}", f"/{value}"))


def shared_beside(own: Figure, other: Figure) -> frozenset[tuple[str, bool]]:
    """The words that stand beside two figures, on the same side of both."""
    return frozenset(own.near.keys() & other.near.keys())


def _alike(own: Figure, other: Figure) -> float:
    """How much the words beside two figures are the same on the same side, the nearest most."""
    return sum(1 / (own.near[word] + other.near[word]) for word in shared_beside(own, other))


@lru_cache(maxsize=4096)  # one statement after another is held against the same sentences
def figures_in(text: str, language: str | None) -> tuple[Figure, ...]:
    """The figures of a text but its dates, in its own characters."""
    told = told_of(text, language)
    return tuple(
        Figure(
            token.key.removesuffix("."),  # 'a third' goal makes three
            told.written(token.start, token.end),
            _near(told.words, token, language),
            tuple(told.words[max(token.start - _NEAR, 0) : token.start][::-1]),
            tuple(told.words[token.end : token.end + _NEAR]),
        )
        for token in _with_shares(told)
        if token.key != _ONE or told.as_written[token.start][0].isdecimal()
    )


def _near(
    words: Sequence[str], token: Token, language: str | None
) -> Mapping[tuple[str, bool], int]:
    """The stems of the telling words beside a figure, with how far off they stand; units as are."""
    known = comparing(language)
    small = known.small
    near: dict[tuple[str, bool], int] = {}
    for far in range(_NEAR, 0, -1):
        for at, is_behind in ((token.start - far, False), (token.end - 1 + far, True)):
            if 0 <= at < len(words):
                part = longer_part(words[at])
                if _tells(part, small):
                    stem = part if part in known.units else stem_of(part, language)
                    near[stem, is_behind] = far
    return near


def keys_of(fact: Fact, page: Prepared) -> frozenset[str]:
    """The values of the figures that a fact has."""
    return frozenset(figure.key for figure in figures_in(fact.span.text, page.language))


def _with_shares(told: Told) -> Iterator[Token]:
    """The figures of a text but dates; 'one in ten' is one, and no ten of anything."""
    found = [
        token
        for token in told.tokens
        if token.key.startswith("=") and not token.key.startswith(_DATE)
    ]
    return shares_as_one(found, told.as_written, told.language)


def is_of_one_unit(one: Figure, other: Figure) -> bool:
    """Whether two figures are of the same unit, or both of none."""
    return _unit(one.key) == _unit(other.key)


def slip(ours: str, theirs: str) -> int:
    """How many digits, zeros at the end aside, a figure has that may be a slip for another, or 0.

    It has the same ones in another order: 361 for 316, 480 for 408.
    """
    here, there = digits_of(ours), digits_of(theirs)
    if here == there or sorted(here) != sorted(there):
        return 0
    return max(len(here.rstrip("0")), len(there.rstrip("0")))


def digits_of(figure: str) -> str:
    """The digits of a figure."""
    return "".join(filter(str.isdecimal, figure))


def _unit(key: str) -> str:
    """What a figure is of; a part of a whole is of no unit that a number has."""
    value, _, unit = key.partition(" ")
    return f"/ {unit}" if "/" in value else unit
