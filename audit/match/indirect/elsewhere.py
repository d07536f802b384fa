"""A second look for a statement: its figures in the pages that the article cites for other words.

A page that the article does not tie to a statement may tell of something else, so hardly anything
is said: only where one of its sentences tells plainly the same, and has another figure in the very
place, is that figure named.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from audit.match.folding.fold import fold
from audit.match.indirect.instead.in_place import (
    ALONE,
    ANYWHERE,
    BESIDE,
    THE_SAME,
    Enough,
    closest,
    instead,
    may_tell_the_same,
    slip,
    telling,
    tells_the_same,
)
from audit.match.indirect.instead.misplaced import misplaced_in
from audit.match.indirect.instead.same_sentence import (
    figures_in_same_sentence,
    not_told_again,
)
from audit.match.indirect.instead.told_otherwise import Held
from audit.match.indirect.instead.turned.changed import changed_otherwise
from audit.match.indirect.instead.word_for_word import figures_word_for_word
from audit.match.indirect.reckoned.values import has_figure
from audit.match.indirect.statements import has_fact, missing_facts, missing_in_turn
from audit.match.indirect.telling import CAPITAL_NOUNS, passages, words_of
from audit.match.prepared.source import Prepared
from audit.model import FIGURES, UNSEEN, Attribution, FactKind, Missing, Place, Sentence

_YEAR = re.compile(r"\d{4}")


class Elsewhere(NamedTuple):
    """The source whose sentence tells the same as a statement, and the figures it has instead."""

    source_id: str
    missing: tuple[Missing, ...]
    closest: tuple[Sentence, ...]


class _Lacking:
    """What a page lacks of a statement: each fact is looked for once, when it is asked for."""

    def __init__(self, attribution: Attribution, page: Prepared) -> None:
        self._next = missing_in_turn(attribution, [page])
        self._found: list[Missing] = []

    def __iter__(self) -> Iterator[Missing]:
        yield from self._found
        for each in self._next:
            self._found.append(each)
            yield each


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
    near = ALONE if attribution.speaker is not None and len(beside) == 1 else BESIDE
    for source_id, page in sorted(pages.items(), key=lambda each: each[0] not in beside):
        is_beside = source_id in beside
        if not _names(page, attribution, beside=is_beside):
            continue
        may_be_told = is_beside or may_tell_the_same(attribution, page)
        nearest = closest(attribution, page) if may_be_told else ()
        held, lacking = Held(attribution, page), _Lacking(attribution, page)
        told = _told_otherwise(attribution, source_id, held, nearest, page) if is_beside else None
        if told is not None:
            found.append(told)
            continue
        is_only = is_beside and len(beside) == 1
        if nearest and tells_the_same(attribution, nearest[0], page, cited=is_only):
            other = tuple(lacking)
            missing = (
                *instead(attribution, other, nearest[0], page, THE_SAME),
                *_without_right(misplaced_in(attribution, nearest[0], page), held),
            )
            if not missing and not any(map(_is_told, other)):
                return Elsewhere(source_id, (), nearest)
            found.append(Elsewhere(source_id, missing, nearest))
        else:
            enough = near if is_beside else ANYWHERE
            in_place = tuple(
                _in_place(attribution, source_id, page, nearest, enough, lacking=lacking)
            )
            if not in_place and is_only:
                in_place = tuple(_alone_beside(attribution, source_id, page, held, lacking))
            if not in_place and is_only and _has_figures(attribution, lacking):
                return Elsewhere(source_id, (), nearest)
            found += in_place
    return next(
        (
            each
            for each in found
            if each.missing
            and _is_nowhere(each, pages)
            and not _may_be_anothers(each, attribution, pages)
        ),
        None,
    )


def _told_otherwise(
    attribution: Attribution,
    source_id: str,
    held: Held,
    nearest: Sequence[Sentence],
    page: Prepared,
) -> Elsewhere | None:
    """The page with the figures that it has in the very words of a statement, or in its clause."""
    in_sentence = tuple(figures_in_same_sentence(attribution, nearest, page))
    if in_sentence:
        missing = tuple(each.missing for each in in_sentence)
        return Elsewhere(source_id, missing, (in_sentence[0].sentence,))
    in_words = tuple(_without_right(figures_word_for_word(attribution, nearest, page), held))
    if in_words:
        there = tuple(each for each in nearest if in_words[0].nearest in each.text)
        return Elsewhere(source_id, in_words, there)
    otherwise = tuple(not_told_again(held.otherwise(), attribution, page))
    if otherwise:
        missing = tuple(each.missing for each in otherwise)
        return Elsewhere(source_id, missing, (otherwise[0].sentence,))
    changed = tuple(changed_otherwise(attribution, page))
    there = tuple(each for each in nearest if changed and changed[0].nearest in each.text)
    return Elsewhere(source_id, changed, there) if changed else None


def _without_right(found: Iterable[Missing], held: Held) -> Iterator[Missing]:
    """Those of some figures that the page has not of the same all the same."""
    return (each for each in found if not held.may_be_right(each))


def _in_place(
    attribution: Attribution,
    source_id: str,
    page: Prepared,
    nearest: Sequence[Sentence],
    enough: Enough,
    *,
    lacking: Iterable[Missing],
) -> Iterator[Elsewhere]:
    """A page with what it has in the place of a figure, in one of the sentences nearest to it."""
    near = [*_with_slips(attribution, page), *(nearest if enough.words is not None else ())]
    figures = [Missing(fact, "") for fact in attribution.facts if fact.kind in FIGURES]
    # what a page lacks costs more to find out than whether anything stands in its place
    read = [
        sentence
        for sentence in near
        if any(any(instead(attribution, [each], sentence, page, enough)) for each in figures)
    ]
    other = tuple(lacking) if read else ()
    for sentence in read if other else ():
        missing = tuple(instead(attribution, other, sentence, page, enough))
        if missing:
            yield Elsewhere(source_id, missing, (sentence,))
            return


def _alone_beside(
    attribution: Attribution,
    source_id: str,
    page: Prepared,
    held: Held,
    lacking: Iterable[Missing],
) -> Iterator[Elsewhere]:
    """The only page that a paragraph links to, with the one figure that it has of the same.

    Where the statement's stands nowhere there, can be worked out of nothing, and the page's looks
    like it or stands in a sentence that plainly tells the same.
    """
    figures = [fact for fact in attribution.facts if fact.kind in FIGURES]
    if all(has_fact(page, fact) for fact in figures) or not held.has_alike():
        return
    for each in lacking:
        if each.fact in figures and each.nearest:
            sentence = held.sentence_of(each)
            if sentence is not None:
                yield Elsewhere(source_id, (each,), (sentence,))
                return


def _has_figures(attribution: Attribution, lacking: Iterable[Missing]) -> bool:
    """Whether a page has all figures of a statement, and one of them hardly by chance."""
    figures = [fact for fact in attribution.facts if fact.kind in FIGURES]
    telling_ones = [
        fact
        for fact in figures
        if fact.kind is not FactKind.NUMBER or sum(map(str.isdigit, fact.span.text)) > 1
    ]
    return bool(telling_ones) and not any(map(_is_told, lacking))


def _is_told(missing: Missing) -> bool:
    """Whether a page plainly lacks a fact: not a name, nor a day, which it may have as 'Monday'."""
    is_year = missing.fact.kind is FactKind.DATE and _YEAR.search(missing.fact.span.text)
    return missing.fact.kind in FIGURES or bool(missing.nearest or is_year)


def _with_slips(attribution: Attribution, page: Prepared) -> Iterator[Sentence]:
    """The sentences of a page with a number that one of a statement's may be a slip for."""
    said = [fact.span.text for fact in attribution.facts if fact.kind in FIGURES]
    for number in page.sentences.figures:
        if any(slip(figure, number) for figure in said):
            for start, end in page.sentences.having(number):
                zone = page.zone(start)
                if zone not in UNSEEN:
                    yield Sentence(Place(start, end, zone), page.page.text[start:end])


def _is_nowhere(found: Elsewhere, pages: Mapping[str, Prepared]) -> bool:
    """Whether no other page has the figures as the statement has them, if those look like slips.

    Of two pages that tell nearly the same, one may be the statement's.
    """
    figures = [each for each in found.missing if each.fact.kind in FIGURES]
    slips = [each for each in figures if slip(each.fact.span.text, each.nearest)]
    others = (page for source_id, page in pages.items() if source_id != found.source_id)
    return not slips or not any(
        has_figure(page, each.fact.span.text) for page in others for each in slips
    )


def _may_be_anothers(
    found: Elsewhere, attribution: Attribution, pages: Mapping[str, Prepared]
) -> bool:
    """Whether a sentence of another page has all the words, and that page the figures somehow."""
    figures = {each.fact for each in found.missing}
    return any(
        any(each.tells_all for each in passages(words_of(attribution), page))
        and figures.isdisjoint(each.fact for each in missing_facts(attribution, [page]))
        for source_id, page in pages.items()
        if source_id != found.source_id
    )


def _names(page: Prepared, attribution: Attribution, *, beside: bool) -> bool:
    """Whether a page has a word of whoever says a statement: another's figure is another one.

    A statement of nobody, or of a pronoun that stands for nobody known, may be of any page. One
    that the paragraph links to may be that of 'the union', and not say that it is a union.
    """
    written = attribution.speaker.text if attribution.speaker is not None else ""
    speaker = attribution.speaker_name or written
    words = fold(speaker).words.split()
    if beside:
        words = [word for word in words if max(word.split("'"), key=len)[:1].isupper()]
        if page.language == CAPITAL_NOUNS and _is_noun(written, page):
            words = []
    wanted = telling(words, page)
    return not wanted or any(f" {word} " in page.lowered for word in wanted)


def _is_noun(speaker: str, page: Prepared) -> bool:
    """Whether a speaker is one word behind an article: 'der Bericht', 'die Stadt'."""
    words = fold(speaker).words.lower().split()
    return len(words) == 2 and words[0] in page.vocabulary.articles
