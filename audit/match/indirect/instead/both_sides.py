"""A statement's figures and those of a page, each with what stands beside it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from audit.languages.comparison.values import value_words
from audit.match.folding.fold import fold
from audit.match.indirect.instead.clauses import DATED, ClauseFigure, clause_figures, stems_in
from audit.match.indirect.statements import has_fact
from audit.match.indirect.telling import Matter, Passage, words_of
from audit.match.prepared.source import Prepared
from audit.model import UNSEEN, Attribution, Fact, FactKind, Place, Sentence, Zone
from audit.values.numbers.spelled import numbers

_FEWEST_SHARED = 2  # telling words of a statement
_MOST_SENTENCES = 120  # that are read for one statement
_MOST_KEPT = 4_096  # sentences
_MOST_WORDS = 50_000  # of which it is kept what they are
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+")
_ASIDE = frozenset({*UNSEEN, Zone.COMMENTS, Zone.RELATED, Zone.NAVIGATION})


class There(NamedTuple):
    """A figure of a page in its sentence."""

    figure: ClauseFigure
    sentence: Sentence
    figures: tuple[ClauseFigure, ...]  # of the sentence
    passage: Passage


class Said(NamedTuple):
    """A figure of a statement, the words of its clause, and the other figures of it."""

    figure: ClauseFigure
    words: frozenset[str]
    others: frozenset[str]
    dated: frozenset[str]  # of these
    names: frozenset[str]
    stands: bool  # somewhere on the page


def said_of(
    fact: Fact,
    ours: Sequence[ClauseFigure],
    names: tuple[frozenset[str], frozenset[str]],
    page: Prepared,
) -> Said | None:
    """The figure of a statement that a fact is; None where it is no single one."""
    keys = {each.key for each in clause_figures(fact.span.text, page.language)}
    keys |= {key.partition(" ")[0] for key in keys if key.endswith(" year")}
    found = [figure for figure in ours if figure.key in keys]
    keys = {figure.key for figure in found}
    if len(keys) != 1 or len(found) != 1:
        return None
    others = frozenset(figure.key for figure in ours) - keys
    dated = others & {figure.key for figure in ours if figure.kind in DATED}
    unknown, known = names
    words = found[0].beside - unknown
    return Said(found[0], words, others, dated, words & known, has_fact(page, fact))


def names_of(attribution: Attribution, page: Prepared) -> dict[str, bool]:
    """The words of a statement's names, and whether a page has them: it need not name its town."""
    return {
        stem: f" {word.lower()} " in page.lowered
        for fact in attribution.facts
        if fact.kind is FactKind.NAME
        for word in fold(fact.span.text).words.split()
        for stem in stems_in(word, page.language)
    }


def speaker_of(attribution: Attribution, page: Prepared) -> frozenset[str]:
    """The words that name who says a statement, who is 'we' on a page of theirs."""
    written = attribution.speaker.text if attribution.speaker is not None else ""
    return stems_in(f"{written} {attribution.speaker_name or ''}", page.language)


def figures_there(attribution: Attribution, page: Prepared) -> Iterator[There]:
    """The figures of the sentences that may tell what a statement tells, or have its figures.

    Two of its telling words are in them; or they have one of its numbers, and a telling word or
    the sentence before them has one: a number of something else is none to hold against it.
    """
    said = words_of(attribution)
    matter = Matter(said, page)
    digits = frozenset(_DIGITS.findall(said))
    beside = {at + 1 for at in matter.shared} | matter.shared.keys()
    wanted = (
        at
        for at in sorted(beside)
        if at < len(page.sentences.spans)
        and (matter.shared[at] >= _FEWEST_SHARED or _may_have(digits, at, page))
    )
    for at in islice(wanted, _MOST_SENTENCES):
        yield from _figures_in(matter.passage(at), page)


def _may_have(digits: frozenset[str], number: int, page: Prepared) -> bool:
    """Whether a sentence may have a number of a statement: its digits, or any number in words."""
    start, end = page.sentences.spans[number]
    there, has_spelled = _numbers_in(page.page.text[start:end], page.language)
    return has_spelled or not digits.isdisjoint(there)


@lru_cache(maxsize=_MOST_KEPT)  # one statement after another is held against the same sentences
def _numbers_in(text: str, language: str | None) -> tuple[frozenset[str], bool]:
    """The digits of a sentence, and whether it has a number in words."""
    words = _WORDS.findall(text.lower())
    return frozenset(_DIGITS.findall(text)), any(_is_spelled(word, language) for word in words)


@lru_cache(maxsize=_MOST_WORDS)
def _is_spelled(word: str, language: str | None) -> bool:
    """Whether a word is a number, but one, or a month, or may be part of one."""
    if word in _months_and_numbers(language):
        return numbers(language).small.get(word) != 1
    return numbers(language).in_one_word(word) is not None


@cache
def _months_and_numbers(language: str | None) -> frozenset[str]:
    return numbers(language).all_words() | value_words(language).months.keys()


def sentence_of(passage: Passage, page: Prepared) -> Sentence | None:
    """The sentence of a passage, if it is one of the text."""
    start, end = page.sentences.spans[passage.number]
    zone = page.zone(start)
    return None if zone in _ASIDE else Sentence(Place(start, end, zone), page.page.text[start:end])


def _figures_in(passage: Passage, page: Prepared) -> Iterator[There]:
    sentence = sentence_of(passage, page)
    if sentence is None:
        return
    figures = clause_figures(sentence.text, page.language)
    yield from (There(figure, sentence, figures, passage) for figure in figures)


def words_there(each: There) -> frozenset[str]:
    """The words beside all figures of a sentence."""
    return frozenset[str]().union(*(figure.beside for figure in each.figures))


def keys_there(each: There) -> frozenset[str]:
    """All figures of a sentence."""
    return frozenset(figure.key for figure in each.figures)
