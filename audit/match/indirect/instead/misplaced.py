"""The figures of a statement that its page has, but not where it plainly tells the same.

'To be put out to bid within 90 days', where the page says so of 180 days, and something else of 90.
"""

import re
from collections.abc import Iterator

from audit.languages.comparison.rounding import rounding
from audit.match.folding.fold import fold
from audit.match.indirect.instead.in_place import (
    THE_SAME,
    Figure,
    closest,
    digits_of,
    figures_in,
    instead,
    is_of_one_unit,
    keys_of,
    telling,
    tells_the_same,
    told_by,
)
from audit.match.indirect.instead.word_for_word import figures_word_for_word
from audit.match.indirect.reckoned.of_page import is_told_roughly
from audit.match.indirect.reckoned.rounded import stands_for
from audit.match.indirect.reckoned.votes import vote_instead, vote_of
from audit.match.indirect.reckoned.wanted import wanted
from audit.match.indirect.statements import has_fact
from audit.match.indirect.telling import CLAUSE, clause_of, words_of
from audit.match.indirect.told import told_of
from audit.match.prepared.source import Prepared
from audit.model import FIGURES, Attribution, Fact, FactKind, Missing, Sentence

_FEWEST_AS_IT_IS = 4  # words of a statement that a page has in this order
_BESIDE = 2  # words right behind a figure: what it counts
_FEWEST_INCLAUSE = 3  # telling words that two clauses share
_LEAST_INCLAUSE = 0.7  # of those of a statement
_MOST_ELSEWHERE = 1  # of them in the clause that has the statement's figure
_COMPANY = 2  # figures on either side
_LEAD = 60  # characters before a year in which its words are looked for
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def figures_misplaced(attribution: Attribution, page: Prepared) -> tuple[Missing, ...]:
    """The figures that a page has, but not where it plainly tells the same: there another stands.

    So are years: 'by the end of 2025', where the page has 'by the end of 2024' and 2025 elsewhere.
    Of a page with few words, those that it has not are among them: nothing else tells of these.
    """
    nearest = closest(attribution, page)
    found: list[Missing] = []
    if nearest and tells_the_same(attribution, nearest[0], page, cited=True):
        found += misplaced_in(attribution, nearest[0], page)
    told = {each.fact for each in found}
    found += (
        each
        for each in figures_word_for_word(attribution, nearest, page)
        if each.fact not in told
        and has_fact(page, each.fact)
        and not _is_right(each, attribution, page)
    )
    return tuple(each for each in found if not is_told_roughly(attribution, each.fact, page))


def stands_as_it_is(fact: Fact, attribution: Attribution, page: Prepared) -> bool:
    """Whether a page has the part of a statement with a fact in its words: 'and 5 percent said'."""
    for part in attribution.contents:
        if part.start <= fact.span.start and fact.span.end <= part.end:
            words = fold(part.text).words.lower()
            return len(words.split()) >= _FEWEST_AS_IT_IS and words in page.lowered
    return False


def _is_right(missing: Missing, attribution: Attribution, page: Prepared) -> bool:
    """Whether a figure is the one in its place, told roughly, or stands with its own words."""
    return (
        is_rounder(missing, attribution, page)
        or keeps_company(missing, attribution, page)
        or stands_as_it_is(missing.fact, attribution, page)
    )


def keeps_company(missing: Missing, attribution: Attribution, page: Prepared) -> bool:
    """Whether a page has a figure beside the same other one as a statement, where its own has not.

    '1.53 (95% CI 1.32 to 1.77)' of '1.29 (95% CI 1.14-1.46) in one group, 1.53 (1.32-1.77) in all'.
    """
    keys = keys_of(missing.fact, page)
    others = {figure.key for figure in figures_in(missing.nearest, page.language)}
    ours = _beside(keys, words_of(attribution), page)
    theirs, instead_of_it = set[str](), set[str]()
    for start, end in _having(missing.fact, page):
        text = page.page.text[start:end]
        theirs |= _beside(keys, text, page)
        instead_of_it |= _beside(frozenset(others), text, page)
    return bool((ours & theirs) - instead_of_it - others)


def _beside(keys: frozenset[str], text: str, page: Prepared) -> set[str]:
    """The figures of a text that stand next to one with such a key, or next but one."""
    figures = [figure.key for figure in figures_in(text, page.language)]
    return {
        key
        for at, each in enumerate(figures)
        if each in keys
        for key in (*figures[max(at - _COMPANY, 0) : at], *figures[at + 1 : at + 1 + _COMPANY])
    }


def is_rounder(missing: Missing, attribution: Attribution, page: Prepared) -> bool:
    """Whether a figure is the one in its place, told roughly: 'some five dozen' of 63."""
    ours = wanted(attribution, missing.fact, page.language)
    near = rounding(page.language)
    there = told_of(missing.nearest, page.language).measures if ours is not None else ()
    return ours is not None and any(stands_for(ours, each, near) for each in there)


def misplaced_in(attribution: Attribution, sentence: Sentence, page: Prepared) -> Iterator[Missing]:
    """The figures of a statement that a page has, but not in the sentence that tells the same.

    None that is the other one, told roughly.
    """
    for missing in _misplaced_in(attribution, sentence, page):
        if not _is_right(missing, attribution, page):
            yield missing


def _misplaced_in(
    attribution: Attribution, sentence: Sentence, page: Prepared
) -> Iterator[Missing]:
    there = {figure.key for figure in figures_in(sentence.text, page.language)}
    numbers = {digits_of(number) for number in sentence.text.split()}
    elsewhere = []
    for fact in attribution.facts:
        vote = vote_of(fact)
        if fact.kind not in FIGURES or (vote and vote_instead(attribution, vote, page).has_it):
            continue
        is_there = digits_of(fact.span.text) in numbers - {""}
        if not is_there and there.isdisjoint(keys_of(fact, page)):
            if page.page.sparse or has_fact(page, fact):
                elsewhere.append(Missing(fact))
        else:
            yield from _in_other_clause(attribution, fact, sentence, page)
    for each in instead(attribution, elsewhere, sentence, page, THE_SAME):
        if not _is_of_the_same(each, attribution, sentence, page):
            yield each
    yield from _years_instead(attribution, sentence)


def _is_of_the_same(
    missing: Missing, attribution: Attribution, sentence: Sentence, page: Prepared
) -> bool:
    """Whether a page has a figure of what it is of in a statement: '1,204 households' in both.

    A word or two that stand near it by chance are not enough where the sentence with the other
    figure has at least twice as many.
    """
    keys = keys_of(missing.fact, page)
    ours = [
        figure for figure in figures_in(words_of(attribution), page.language) if figure.key in keys
    ]
    near = {word for each in ours for word, _ in each.near}
    counted = {
        word
        for each in ours
        for (word, is_behind), far in each.near.items()
        if is_behind and far <= _BESIDE
    }
    wanted = told_by(attribution, page) - page.vocabulary.units
    many = len(wanted & telling(fold(sentence.text).words.split(), page))
    for start, end in _having(missing.fact, page):
        text = page.page.text[start:end]
        shared = len(wanted & telling(fold(text).words.split(), page))
        for figure in figures_in(text, page.language):
            beside = near & {word for word, _ in figure.near}
            is_same = 2 * shared > many or not counted.isdisjoint(beside)
            if figure.key in keys and beside and is_same:
                return True
    return False


def _having(fact: Fact, page: Prepared) -> Iterator[tuple[int, int]]:
    """The sentences of a page that have the digits of a figure, or the words of one in words."""
    digits = digits_of(fact.span.text)
    if not digits:
        yield from page.sentences.having(fact.span.text.lower().split()[-1])
        return
    yield from page.sentences.with_digits(digits)


def _in_other_clause(
    attribution: Attribution, fact: Fact, sentence: Sentence, page: Prepared
) -> Iterator[Missing]:
    """The figure of the clause that tells the same, where a clause beside it has the statement's.

    'A third is for controls', where 'a quarter is for controls, a third for washing stations'.
    """
    keys = keys_of(fact, page)
    clauses = CLAUSE.split(sentence.text)
    if len(clauses) == 1 or len(keys) != 1:
        return
    wanted = telling(fold(clause_of(attribution, fact)).words.split(), page)
    wanted -= telling(fold(fact.span.text).words.split(), page)
    own = figures_in(fact.span.text, page.language)[0]
    other: Figure | None = None
    for clause in clauses:
        figures = [each for each in figures_in(clause, page.language) if is_of_one_unit(each, own)]
        shared = len(wanted & telling(fold(clause).words.split(), page))
        if any(each.key in keys for each in figures):
            if shared > _MOST_ELSEWHERE:
                return
        elif shared >= max(_FEWEST_INCLAUSE, _LEAST_INCLAUSE * len(wanted)):
            other = figures[0] if len(figures) == 1 and other is None else None
    ours = {figure.key for figure in figures_in(words_of(attribution), page.language)}
    digits = digits_of(fact.span.text)
    if other is not None and other.key not in ours and digits_of(other.text) != (digits or None):
        yield Missing(fact, other.text)


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
