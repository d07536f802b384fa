"""The figures of a sentence, each with the words of its clause.

'Mill Lane was built in 1974, Skerry Road in 1971': either year is of what stands beside it. What
stands between two signs and has no figure belongs to the figures on both sides.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import rounding
from audit.languages.comparison.values import value_words
from audit.match.indirect.stems import longer_part, stem_of
from audit.match.indirect.told import Told, told_of
from audit.values.measured import YEARS, measured
from audit.values.stretch import Token
from audit.values.times.dates import calendar_date
from audit.values.tokens import tokens

DAY, MONTH, NAMED, YEAR, PAIR, PART, AGE, MANY = (
    "calendar day",
    "calendar month",
    "named month",
    "calendar year",
    "pair",
    "part",
    "age",
    "",
)
"""What a figure is of, beside units: a day, a month of a year, a month, a year, two that are one
('4 to 3'), a part of one, somebody's age, and how many of something."""
DATED = frozenset({DAY, MONTH, NAMED, YEAR})

_SIGN = re.compile(r"(?<!\d),(?=\s)|,(?=\s(?!\d{4}\b))|[;:—–](?=\s)|[()]")
_NAMED = re.compile(r"=m\d{1,2}")
_NUMBER = re.compile(r"[$€£¥]?\d[\d.,]*")
_PAIR = re.compile(r"=(\d{1,4})\.\.(\d{1,4})")
_OLDEST = 115  # years
_ONE = "=1"
_BEFORE = 2  # words before a figure
_LONGEST_WHOLE = 3  # digits: 'one in 200'
_NEXT = 4  # words behind a figure among which is what it counts
_MOST_READ = 1_000  # characters of a sentence
_MOST_WORDS = 50_000  # that are kept with their stems


class ClauseFigure(NamedTuple):
    """A figure with the stems of the words of its clause.

    ``own`` are those of the clause alone, in order, ``beside`` also those of what stands between
    it and other figures; ``counted`` is what it is a number of.
    """

    key: str
    kind: str
    text: str
    own: tuple[str, ...]
    beside: frozenset[str]
    counted: str
    behind: frozenset[str]  # up to the next figure
    before: tuple[str, ...]  # the two words before it
    is_of_part: bool  # the whole that the figure before it is a part of: '28 of its 140'
    at: "Extent"


class Extent(NamedTuple):
    """Which words of its sentence a figure is, which its clause, and which also those beside it.

    Each from the first one to behind the last.
    """

    figure: tuple[int, int]
    clause: tuple[int, int]
    around: tuple[int, int]


class _Clause(NamedTuple):
    """A stretch between two signs: its words, and its figures and stems by the words' numbers."""

    first: int
    last: int
    figures: tuple[Token, ...]
    stems: tuple[tuple[int, str], ...]


@lru_cache(maxsize=4096)  # one statement after another is held against the same sentences
def clause_figures(text: str, language: str | None) -> tuple[ClauseFigure, ...]:
    """The figures of a sentence in order, dates and years among them."""
    told = told_of(text[:_MOST_READ], language)
    figures = _figures(told, told.tokens)
    if not figures:
        return ()  # most sentences have none
    ends = _ends(told)
    if any(token.start < end < token.end for token in figures for end in ends):
        figures = _figures(told, tokens(told.as_written, language, breaks=frozenset(ends)))
    clauses = list(_clauses(told, figures, ends))
    return tuple(
        each for number in range(len(clauses)) for each in _of_clause(clauses, number, told)
    )


@lru_cache(maxsize=4096)
def stems_in(text: str, language: str | None) -> frozenset[str]:
    """The stems of the words of a text that tell what it is about, its figures left out."""
    told = told_of(text, language)
    clause = _clause(told, _figures(told, told.tokens), 0, len(told.words))
    return frozenset(stem for _, stem in clause.stems)


def _ends(told: Told) -> list[int]:
    """The numbers of the words before which signs stand, and of all words, in order."""
    signs = [sign.start() for sign in _SIGN.finditer(told.text)]
    starts = [start for start, _ in told.spans] if signs else []
    return [*dict.fromkeys(bisect_left(starts, sign) for sign in signs), len(told.words)]


def _clauses(told: Told, figures: Sequence[Token], ends: Sequence[int]) -> Iterator[_Clause]:
    """The clauses: between signs, and around an 'and' that has figures on both sides."""
    first = 0
    for end in ends:
        clause = None
        for piece in pairwise([first, *_conjunctions(told, figures, first, end), end]):
            here = _clause(told, figures, *piece)
            if clause is not None and _are_apart(clause, here):
                yield clause
                clause = None
            clause = here if clause is None else _clause(told, figures, clause.first, here.last)
        if clause is not None:
            yield clause
        first = end


def _conjunctions(told: Told, figures: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """The numbers of the conjunctions of a stretch: of no 'time-and-a-half', no '45 and 54'."""
    conjunctions = comparing(told.language).conjunctions
    return (
        at
        for at in range(first + 1, last)
        if told.words[at] in conjunctions
        and told.text[told.spans[at][0] - 1].isspace()
        and not any(token.start < at < token.end for token in figures)
    )


def _are_apart(one: _Clause, other: _Clause) -> bool:
    """Whether two stretches each have a figure, and words: 'between 45 and 54' are one."""
    if not one.figures or not other.figures:
        return False
    last, first = one.figures[-1], other.figures[0]
    return any(at >= last.end for at, _ in one.stems) or any(
        at < first.start for at, _ in other.stems
    )


def _clause(told: Told, figures: Sequence[Token], first: int, last: int) -> _Clause:
    words = told.as_written
    here = [token for token in figures if first <= token.start and token.end <= last]
    kept = tuple(
        token
        for token in shares_as_one(here, words, told.language)
        # in words it counts nothing: 'one of the lessons'
        if _kind_of(token.key, words[token.start])
        and (token.key != _ONE or words[token.start].isdecimal())
    )
    numbers = {at for token in kept for at in range(token.start, token.end)}
    return _Clause(first, last, kept, tuple(_stems(told, numbers, first, last)))


def shares_as_one(
    found: Sequence[Token], words: Sequence[str], language: str | None
) -> Iterator[Token]:
    """Figures in order, two of which one is told as a part of the other as one: 'one in ten'."""
    of_whole = rounding(language).of_whole
    at = 0
    while at < len(found):
        part, whole = found[at], found[min(at + 1, len(found) - 1)]
        between = " ".join(words[part.end : whole.start]).lower()
        few, many = part.key[1:], whole.key[1:]
        is_small = few.isdecimal() and many.isdecimal() and len(many) <= _LONGEST_WHOLE
        # 'two boats in five', but not '78 points out of 100'
        is_rough = max(len(few), len(many)) == 1 and between.partition(" ")[2] in of_whole
        if is_small and (between in of_whole or is_rough) and int(few) < int(many):
            yield Token(part.start, whole.end, f"{part.key}/{many}")
            at += 2
        else:
            yield part
            at += 1


def _figures(told: Told, read: Sequence[Token]) -> list[Token]:
    """The figures among the tokens of a sentence; a month without a day is a date, too.

    One in a small letter is none where others have a capital.
    """
    months = value_words(told.language).months
    written = told.as_written
    is_capital = any(
        word in months and written[at][0].isupper() for at, word in enumerate(told.words)
    )
    found: list[Token] = []
    for token in read:
        month = months.get(told.words[token.start])
        if token.key.startswith("="):
            found.append(token)
        elif month is not None and (written[token.start][0].isupper() or not is_capital):
            found.append(token._replace(key=f"=m{month}"))
    return found


def _stems(told: Told, figures: set[int], first: int, last: int) -> Iterator[tuple[int, str]]:
    for at in range(first, last):
        stem = _telling_stem(told.words[at], told.language)
        if stem and at not in figures:
            yield at, stem


@lru_cache(maxsize=_MOST_WORDS)
def _telling_stem(word: str, language: str | None) -> str:
    """The stem of a word that tells what a sentence is about; empty of others."""
    low = longer_part(word)
    return stem_of(low, language) if low.isalpha() and low not in _untelling(language) else ""


@cache
def _untelling(language: str | None) -> frozenset[str]:
    """The words of a language that do not tell what a sentence is about."""
    near, known = rounding(language), comparing(language)
    small = known.small | known.units | known.pronouns | known.modals | known.many
    return small | near.about | near.above | near.below | near.each


def _kind_of(key: str, first: str) -> tuple[str, ...]:
    """What a figure is of, in a tuple; nothing where it is none that can be held to another."""
    date = calendar_date(key)
    if date is not None:
        return (DAY,) if date.is_day else (MONTH,) if not date.first else ()
    if _NAMED.fullmatch(key):
        return (NAMED,)
    pair = _PAIR.fullmatch(key)
    if pair is not None and int(pair[1]) >= int(pair[2]):
        return (PAIR,)
    values = list(measured(key))
    if not values:
        return ()
    is_year = len(first) == 4 and first.isdecimal() and int(first) in YEARS
    if is_year and not values[0].unit:
        return (YEAR,)
    return (values[0].unit or (MANY if values[0].value.is_integer() else PART),)


def _of_clause(clauses: Sequence[_Clause], number: int, told: Told) -> Iterator[ClauseFigure]:
    clause, language = clauses[number], told.language
    own = tuple(stem for _, stem in clause.stems)
    beside = frozenset({*own, *_between(clauses, number, -1), *_between(clauses, number, 1)})
    around = _edge(clauses, number, -1).first, _edge(clauses, number, 1).last
    found: list[ClauseFigure] = []
    for at in range(len(clause.figures) - 1, -1, -1):
        token = clause.figures[at]
        before = clause.figures[at - 1].end if at else clause.first
        behind = _behind(clause, at)
        counted = _counted(told.words[token.end : clause.last], token, behind, language)
        if found and found[-1].is_of_part:
            counted = counted or found[-1].counted
        kind = _kind_of(token.key, told.as_written[token.start])[0]
        name = _aged(clauses, number, token, told)
        if name:
            kind, counted = AGE, stem_of(name.lower(), language)
        text = " ".join(told.written(token.start, token.end).split())
        found += (
            ClauseFigure(
                key,
                kind,
                _end_of(text, end) if ".." in token.key and kind != PAIR else text,
                own,
                beside,
                counted,
                frozenset(stem for _, stem in behind),
                tuple(told.words[max(token.start - _BEFORE, clause.first) : token.start]),
                bool(at)
                and " ".join(told.words[before : token.start]) in rounding(language).part_of,
                Extent((token.start, token.end), (clause.first, clause.last), around),
            )
            for end, key in enumerate(_keys(token.key, kind))
        )
    yield from found[::-1]


def _between(clauses: Sequence[_Clause], number: int, step: int) -> Iterator[str]:
    """The words of the clauses on one side, up to the next that has a figure."""
    at = number + step
    while 0 <= at < len(clauses) and not clauses[at].figures:
        yield from (stem for _, stem in clauses[at].stems)
        at += step


def _edge(clauses: Sequence[_Clause], number: int, step: int) -> _Clause:
    """The last clause on one side before the next that has a figure."""
    at = number
    while 0 <= at + step < len(clauses) and not clauses[at + step].figures:
        at += step
    return clauses[at]


def _behind(clause: _Clause, at: int) -> list[tuple[int, str]]:
    """The words behind a figure of a clause, up to the next."""
    end = clause.figures[at].end
    last = clause.figures[at + 1].start if at + 1 < len(clause.figures) else clause.last
    return [(place, stem) for place, stem in clause.stems if end <= place < last]


def _counted(
    words: Sequence[str], token: Token, behind: Sequence[tuple[int, str]], language: str | None
) -> str:
    if _is_of_them(words, language):
        return ""
    return next((stem for place, stem in behind if place < token.end + _NEXT), "")


def _is_of_them(behind: Sequence[str], language: str | None) -> bool:
    """Whether a number counts what was told before: 'sieben von ihnen'."""
    of, whom = (*behind[:2], "", "")[:2]
    return of in rounding(language).part_of and whom in comparing(language).pronouns


def _aged(clauses: Sequence[_Clause], number: int, token: Token, told: Told) -> str:
    """The last name of somebody whose age stands between commas: 'Ann Lee, 67, left'.

    Or before the name: 'At 67, Ann Lee left'. Empty for other figures.
    """
    clause = clauses[number]
    value, _, unit = token.key[1:].partition(" ")
    before = token.start - clause.first
    if not value.isdecimal() or unit not in ("", "year") or int(value) > _OLDEST:
        return ""
    if token.end != clause.last:
        return ""
    if not before and number:
        last = told.as_written[clauses[number - 1].first : clause.first][-2:]
        return last[-1] if len(last) > 1 and all(map(_is_name, last)) else ""
    if before == 1 and number + 1 < len(clauses):
        first = told.as_written[clause.last : clauses[number + 1].last][:3]
        names = list(takewhile(_is_name, first))
        return names[-1] if len(names) > 1 else ""
    return ""


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.isalpha()


def _end_of(text: str, number: int) -> str:
    """One end of a range, as it is written."""
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) != 2:
        return text
    return text[numbers[1].start() :] if number else numbers[0][0]


def _keys(key: str, kind: str) -> Iterator[str]:
    """The values of a figure: both ends of a range, a day without its year."""
    date = calendar_date(key)
    if date is not None and date.is_day:
        yield f"=d{date.month}-{date.first}"
    elif ".." in key and kind != PAIR:
        value, _, unit = key[1:].partition(" ")
        yield from (f"={end}{' ' * bool(unit)}{unit}" for end in value.split(".."))
    elif kind == AGE:
        yield key.partition(" ")[0]
    else:
        yield key
