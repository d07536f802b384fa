"""A second look for a statement: its figures in the pages that the article cites for other words.

A page that the article does not tie to a statement may tell of something else, so hardly anything
is said: only where one of its sentences tells plainly the same, and has another figure in the very
place, is that figure named.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from audit.match.folding.fold import fold
from audit.match.indirect.statements import closest_sentences, missing_facts
from audit.match.prepared import Prepared, locate_words
from audit.model import FIGURES, Attribution, Missing, Sentence
from audit.values.tokens import tokens

_FEWEST_TELLING = 3  # words that a statement and a sentence share
_LEAST_SHARED = 0.7  # of a statement's telling words
_NEAR = 6  # words on each side of a figure that say what it is of
_FEWEST_NEAR = 2
_DATE = "=d"  # how the keys of dates begin


class Elsewhere(NamedTuple):
    """The source whose sentence tells the same as a statement, and the figures it has instead."""

    source_id: str
    missing: tuple[Missing, ...]
    closest: tuple[Sentence, ...]


class _Figure(NamedTuple):
    key: str
    text: str
    near: Mapping[tuple[str, bool], int]  # how far off telling words stand, before it or behind


def figures_elsewhere(attribution: Attribution, pages: Mapping[str, Prepared]) -> Elsewhere | None:
    """The page that plainly tells what a statement without a source of its own tells.

    None where no sentence of any page is plainly the same, or several pages have one and one of
    them has the figures.

    Args:
        attribution: A statement without quotation marks that has a figure.
        pages: The pages to look in, each read whole, by the ids of their sources.
    """
    found = []
    for source_id, page in pages.items():
        closest = _same(attribution, page) if _names(page, attribution) else ()
        if closest:
            other = missing_facts(attribution, [page])
            missing = tuple(_instead(attribution, other, closest[0], page))
            if not missing and all(each.fact.kind not in FIGURES for each in other):
                return Elsewhere(source_id, (), closest)
            found.append(Elsewhere(source_id, missing, closest))
    return next((each for each in found if each.missing), None)


def _names(page: Prepared, attribution: Attribution) -> bool:
    """Whether a page has a word of whoever says a statement: another's figure is another one.

    A statement of nobody, or of a pronoun that stands for nobody known, may be of any page.
    """
    written = attribution.speaker.text if attribution.speaker is not None else ""
    speaker = attribution.speaker_name or written
    telling = _telling(fold(speaker).words.split(), page)
    return not telling or any(f" {word} " in page.lowered for word in telling)


def _same(attribution: Attribution, page: Prepared) -> tuple[Sentence, ...]:
    """The sentences nearest to a statement, where the first tells plainly the same."""
    said = " ".join(content.text for content in attribution.contents)
    wanted = _telling(fold(said).words.split(), page)
    closest = closest_sentences(said, page)
    if not closest:
        return ()
    shared = wanted & _telling(fold(closest[0].text).words.split(), page)
    if len(shared) < max(_FEWEST_TELLING, _LEAST_SHARED * len(wanted)):
        return ()
    return closest


def _telling(words: Sequence[str], page: Prepared) -> frozenset[str]:
    """The words that say what a sentence is about, neither figures nor function words.

    Of words with an apostrophe the longer part: 'association' of "l'association".
    """
    small = page.vocabulary.small
    parts = (max(word.lower().split("'"), key=len) for word in words)
    return frozenset(part for part in parts if part.isalpha() and part not in small)


def _instead(
    attribution: Attribution, missing: Sequence[Missing], sentence: Sentence, page: Prepared
) -> Iterator[Missing]:
    """The figures of a statement that a sentence has another one for, each beside its own words."""
    said = " ".join(content.text for content in attribution.contents)
    here, there = list(_figures(said, page)), list(_figures(sentence.text, page))
    known = {figure.key for figure in here}
    for each in missing:
        keys = {figure.key for figure in _figures(each.fact.span.text, page)}
        own = next((figure for figure in here if figure.key in keys), None)
        if each.fact.kind not in FIGURES or own is None:
            continue
        other = _in_its_place(own, there)
        if other is not None and other.key not in known:
            yield Missing(each.fact, other.text)


def _in_its_place(own: _Figure, there: Sequence[_Figure]) -> _Figure | None:
    """The one figure of the same unit that has the same words beside it.

    None where some of the words stand nearer to another: of two shares, each is of its own.
    """
    same = [figure for figure in there if _unit(figure.key) == _unit(own.key)]
    best = max(same, key=lambda figure: _alike(own, figure), default=None)
    if best is None or len(_shared(own, best)) < _FEWEST_NEAR:
        return None
    others = [figure for figure in same if figure is not best]
    if any(_alike(own, figure) == _alike(own, best) for figure in others):
        return None
    return best if all(_shared(own, figure) <= _shared(own, best) for figure in others) else None


def _shared(own: _Figure, other: _Figure) -> frozenset[tuple[str, bool]]:
    return frozenset(own.near.keys() & other.near.keys())


def _alike(own: _Figure, other: _Figure) -> float:
    """How much the words beside two figures are the same on the same side, the nearest most."""
    return sum(1 / (own.near[word] + other.near[word]) for word in _shared(own, other))


def _figures(text: str, page: Prepared) -> Iterator[_Figure]:
    """The figures of a text but its dates, in its own characters."""
    folded = fold(text)
    words, spans = locate_words(folded.words, 0)
    for token in tokens(words, page.language):
        if not token.key.startswith("=") or token.key.startswith(_DATE):
            continue
        start, end = spans[token.start][0], spans[token.end - 1][1]
        near = {}
        for far in range(_NEAR, 0, -1):
            for at, behind in ((token.start - far, False), (token.end - 1 + far, True)):
                if 0 <= at < len(words):
                    near.update(
                        {(word, behind): far for word in _telling(words[at : at + 1], page)}
                    )
        yield _Figure(token.key, text[folded.start(start) : folded.end(end)], near)


def _unit(key: str) -> str:
    return key.partition(" ")[2]
