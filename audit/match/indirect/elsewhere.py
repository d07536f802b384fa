"""A second look for a statement: its figures in the pages that the article cites for other words.

A page that the article does not tie to a statement may tell of something else, so hardly anything
is said: only where one of its sentences tells plainly the same, and has another figure in the very
place, is that figure named.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from audit.match.folding.fold import fold
from audit.match.indirect.statements import closest_sentences, missing_facts
from audit.match.indirect.values import has_figure
from audit.match.prepared import Prepared, locate_words
from audit.model import FIGURES, UNSEEN, Attribution, Fact, FactKind, Missing, Place, Sentence
from audit.values.tokens import tokens

_FEWEST_TELLING = 3  # words that a statement and a sentence share
_LEAST_SHARED = 0.7  # of a statement's telling words
_FEWEST_SHARED = 2
_NEAR = 6  # words on each side of a figure that say what it is of
_SHORT = 2  # digits of a figure for which others are easily a slip
_LEAD = 60  # characters before a year in which its words are looked for
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DATE = "=d"  # how the keys of dates begin


class _Enough(NamedTuple):
    """How many words beside two figures have to be the same; None where no number is enough.

    Fewer are where one figure may be a slip for the other: one of two digits, and a longer one.
    """

    words: int | None
    beside_short: int | None
    beside_long: int


_THE_SAME = _Enough(2, 1, 1)  # in a sentence that tells plainly the same
_BESIDE = _Enough(3, 2, 1)  # on a page that the same paragraph links to
_ALONE = _Enough(2, 1, 1)  # on the only one that it links to, of what somebody states
_ANYWHERE = _Enough(None, None, 2)


class Elsewhere(NamedTuple):
    """The source whose sentence tells the same as a statement, and the figures it has instead."""

    source_id: str
    missing: tuple[Missing, ...]
    closest: tuple[Sentence, ...]


class _Figure(NamedTuple):
    key: str
    text: str
    near: Mapping[tuple[str, bool], int]  # how far off telling words stand, before it or behind


def figures_elsewhere(
    attribution: Attribution, pages: Mapping[str, Prepared], beside: Collection[str] = ()
) -> Elsewhere | None:
    """The page that plainly tells what a statement without a source of its own tells.

    None where no sentence of any page is plainly the same, or several pages have one and one of
    them has the figures.

    Args:
        attribution: A statement without quotation marks that has a figure.
        pages: The pages to look in, each read whole, by the ids of their sources.
        beside: The ids of those that the paragraph of the statement links to. There it is enough
            that a figure has the same three words beside it: 'raised household debt to 191% of
            income', where the page has 'household debt stands at 181% of income'.
    """
    found: list[Elsewhere] = []
    near = _ALONE if attribution.speaker is not None and len(beside) == 1 else _BESIDE
    for source_id, page in pages.items():
        if not _names(page, attribution, beside=source_id in beside):
            continue
        closest = _closest(attribution, page)
        if closest and _tells_the_same(attribution, closest[0], page):
            other = missing_facts(attribution, [page])
            missing = (
                *_instead(attribution, other, closest[0], page, _THE_SAME),
                *_misplaced(attribution, closest[0], page),
            )
            if not missing and all(each.fact.kind not in FIGURES for each in other):
                return Elsewhere(source_id, (), closest)
            found.append(Elsewhere(source_id, missing, closest))
        else:
            enough = near if source_id in beside else _ANYWHERE
            found += _in_place(attribution, source_id, page, closest, enough)
    return next((each for each in found if each.missing and _is_nowhere(each, pages)), None)


def figures_misplaced(attribution: Attribution, page: Prepared) -> tuple[Missing, ...]:
    """The figures that a page has, but not where it plainly tells the same: there another stands.

    So are years: 'by the end of 2025', where the page has 'by the end of 2024' and 2025 elsewhere.
    Of a page with few words, those that it has not are among them: nothing else tells of these.
    """
    closest = _closest(attribution, page)[:1]
    same = closest and _tells_the_same(attribution, closest[0], page)
    return tuple(_misplaced(attribution, closest[0], page)) if same else ()


def _misplaced(attribution: Attribution, sentence: Sentence, page: Prepared) -> Iterator[Missing]:
    """The figures of a statement that a page has, but not in the sentence that tells the same."""
    there = {figure.key for figure in _figures(sentence.text, page)}
    numbers = {_digits(number) for number in sentence.text.split()}
    elsewhere = [
        Missing(fact)
        for fact in attribution.facts
        if fact.kind in FIGURES
        and _digits(fact.span.text) not in numbers
        and (page.page.sparse or has_figure(page, fact.span.text))
        and there.isdisjoint(figure.key for figure in _figures(fact.span.text, page))
    ]
    said = _said(attribution)
    for each in _instead(attribution, elsewhere, sentence, page, _THE_SAME):
        if not _is_of_the_same(each.fact, said, page):
            yield each
    yield from _years_instead(attribution, sentence)


def _is_of_the_same(fact: Fact, said: str, page: Prepared) -> bool:
    """Whether a page has a figure of what it is of in a statement: '1,204 households' in both."""
    digits = _digits(fact.span.text)
    keys = {figure.key for figure in _figures(fact.span.text, page)}
    ours = {word for each in _figures(said, page) if each.key in keys for word, _ in each.near}
    spans = (
        span
        for number in page.sentences.figures
        if digits and _digits(number) == digits
        for span in page.sentences.having(number)
    )
    return any(
        figure.key in keys and not ours.isdisjoint(word for word, _ in figure.near)
        for start, end in spans
        for figure in _figures(page.page.text[start:end], page)
    )


def _years_instead(attribution: Attribution, sentence: Sentence) -> Iterator[Missing]:
    """The years behind the same two words as the one that a sentence has there."""
    there = list(_YEAR.finditer(sentence.text))
    years = {match[0] for match in there}
    for fact in attribution.facts:
        if fact.kind is not FactKind.DATE or _YEAR.fullmatch(fact.span.text) is None:
            continue
        lead = _lead_of(attribution, fact)
        found = {
            match[0] for match in there if lead and _lead(sentence.text[: match.start()]) == lead
        }
        if len(found) == 1 and fact.span.text not in years:
            yield Missing(fact, found.pop())


def _lead_of(attribution: Attribution, fact: Fact) -> tuple[str, ...]:
    return next(
        (
            _lead(part.text[: fact.span.start - part.start])
            for part in attribution.contents
            if part.start <= fact.span.start < part.end
        ),
        (),
    )


def _lead(text: str) -> tuple[str, ...]:
    """The last two words of a text, in lower case; none where it has but one."""
    words = fold(text[-_LEAD:]).words.lower().split()[-2:]
    return tuple(words) if len(words) > 1 else ()


def _in_place(
    attribution: Attribution,
    source_id: str,
    page: Prepared,
    closest: Sequence[Sentence],
    enough: _Enough,
) -> Iterator[Elsewhere]:
    """A page with what it has in the place of a figure, in one of the sentences nearest to it."""
    nearest = [*_with_slips(attribution, page), *(closest if enough.words is not None else ())]
    other = missing_facts(attribution, [page]) if nearest else ()
    for sentence in nearest if other else ():
        missing = tuple(_instead(attribution, other, sentence, page, enough))
        if missing:
            yield Elsewhere(source_id, missing, (sentence,))
            return


def _with_slips(attribution: Attribution, page: Prepared) -> Iterator[Sentence]:
    """The sentences of a page with a number that one of a statement's may be a slip for."""
    said = [fact.span.text for fact in attribution.facts if fact.kind in FIGURES]
    for number in page.sentences.figures:
        if any(_slip(figure, number) for figure in said):
            for start, end in page.sentences.having(number):
                zone = page.zone(start)
                if zone not in UNSEEN:
                    yield Sentence(Place(start, end, zone), page.page.text[start:end])


def _is_nowhere(found: Elsewhere, pages: Mapping[str, Prepared]) -> bool:
    """Whether no other page has the figures as the statement has them, if those look like slips.

    Of two pages that tell nearly the same, one may be the statement's.
    """
    figures = [each for each in found.missing if each.fact.kind in FIGURES]
    slips = [each for each in figures if _slip(each.fact.span.text, each.nearest)]
    others = (page for source_id, page in pages.items() if source_id != found.source_id)
    return not slips or not any(
        has_figure(page, each.fact.span.text) for page in others for each in slips
    )


def _names(page: Prepared, attribution: Attribution, *, beside: bool) -> bool:
    """Whether a page has a word of whoever says a statement: another's figure is another one.

    A statement of nobody, or of a pronoun that stands for nobody known, may be of any page. One
    that the paragraph links to may be that of 'the union', and not say that it is a union.
    """
    written = attribution.speaker.text if attribution.speaker is not None else ""
    speaker = attribution.speaker_name or written
    words = [word for word in speaker.split() if not beside or word[:1].isupper()]
    telling = _telling(fold(" ".join(words)).words.split(), page)
    return not telling or any(f" {word} " in page.lowered for word in telling)


def _said(attribution: Attribution) -> str:
    return " ".join(content.text for content in attribution.contents)


def _closest(attribution: Attribution, page: Prepared) -> tuple[Sentence, ...]:
    return closest_sentences(_said(attribution), page)


def _tells_the_same(attribution: Attribution, sentence: Sentence, page: Prepared) -> bool:
    """Whether a sentence shares most of a statement's telling words: it plainly is the same."""
    said = _said(attribution)
    wanted = _telling(fold(said).words.split(), page)
    shared = wanted & _telling(fold(sentence.text).words.split(), page)
    return len(shared) >= max(_FEWEST_TELLING, _LEAST_SHARED * len(wanted))


def _telling(words: Sequence[str], page: Prepared) -> frozenset[str]:
    """The words that say what a sentence is about, neither figures nor function words.

    Of words with an apostrophe the longer part: 'association' of "l'association".
    """
    small = page.vocabulary.small
    parts = (max(word.lower().split("'"), key=len) for word in words)
    return frozenset(part for part in parts if part.isalpha() and part not in small)


def _instead(
    attribution: Attribution,
    missing: Sequence[Missing],
    sentence: Sentence,
    page: Prepared,
    enough: _Enough,
) -> Iterator[Missing]:
    """The figures of a statement that a sentence has another one for, each beside its own words."""
    said = _said(attribution)
    here, there = list(_figures(said, page)), list(_figures(sentence.text, page))
    known = {figure.key for figure in here}
    words = _telling(fold(said).words.split(), page)
    same = len(words & _telling(fold(sentence.text).words.split(), page)) >= _FEWEST_SHARED
    for each in missing:
        keys = {figure.key for figure in _figures(each.fact.span.text, page)}
        own = next((figure for figure in here if figure.key in keys), None)
        if each.fact.kind not in FIGURES or own is None:
            continue
        other = _in_its_place(own, there, enough)
        if other is None and enough.words is not None and same and len(missing) == 1:
            other = _left_over(own, here, there)
        if other is not None and other.key not in known:
            yield Missing(each.fact, other.text)


def _in_its_place(own: _Figure, there: Sequence[_Figure], enough: _Enough) -> _Figure | None:
    """The one figure of the same unit that has the same words beside it.

    None where some of the words stand nearer to another: of two shares, each is of its own. One
    that is written nearly the same, as in a slip of the pen, may have them on either side.
    """
    same = [figure for figure in there if _unit(figure.key) == _unit(own.key)]
    beside = {word for word, _ in own.near}
    for figure in same:
        slip = _slip(own.text, figure.text)
        fewest = enough.beside_short if slip <= _SHORT else enough.beside_long
        shared = beside & {word for word, _ in figure.near}
        if slip and fewest is not None and len(shared) >= fewest:
            return figure
    best = max(same, key=lambda figure: _alike(own, figure), default=None)
    if best is None or enough.words is None or len(_shared(own, best)) < enough.words:
        return None
    others = [figure for figure in same if figure is not best]
    if any(_alike(own, figure) == _alike(own, best) for figure in others):
        return None
    return best if all(_shared(own, figure) <= _shared(own, best) for figure in others) else None


def _left_over(own: _Figure, here: Sequence[_Figure], there: Sequence[_Figure]) -> _Figure | None:
    """The one figure that a sentence has beside those that a statement has too.

    'Eleven of the boats are more than 40 years old', where 'fourteen are more than 40 years old'.
    """
    known, told = {figure.key for figure in here}, {figure.key for figure in there}
    others = [figure for figure in there if figure.key not in known]
    if known.isdisjoint(told) or len(others) != 1:
        return None
    return others[0] if _unit(others[0].key) == _unit(own.key) else None


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


def _slip(ours: str, theirs: str) -> int:
    """How many digits, zeros at the end aside, a figure has that may be a slip for another, or 0.

    It has the same ones in another order: 361 for 316.
    """
    here, there = _digits(ours), _digits(theirs)
    if here == there or sorted(here) != sorted(there):
        return 0
    return len(here.rstrip("0"))


def _digits(figure: str) -> str:
    return "".join(filter(str.isdecimal, figure))


def _unit(key: str) -> str:
    return key.partition(" ")[2]
