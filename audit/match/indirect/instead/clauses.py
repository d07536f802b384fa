"""The figures of a sentence, each with the words of its clause.

'Mill Lane was built in 1974, Skerry Road in 1971': either year is of what stands beside it. What
stands between two signs and has no figure belongs to the figures on both sides.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import rounding
from audit.languages.comparison.values import value_words
from audit.match.folding.fold import fold
from audit.match.indirect.telling import stem_of
from audit.match.prepared import locate_words
from audit.values.measured import YEARS, measured
from audit.values.tokens import Token, tokens

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
_DAY = re.compile(r"=d(\d{1,2})-(\d{1,2})(?:/(\d{4}))?")
_MONTH = re.compile(r"=d(\d{1,2})/(\d{4})")
_NAMED = re.compile(r"=m\d{1,2}")
_NUMBER = re.compile(r"[$€£¥]?\d[\d.,]*")
_PAIR = re.compile(r"=(\d{1,4})\.\.(\d{1,4})")
_OLDEST = 115  # years
_ONE = "=1"
_BEFORE = 2  # words before a figure
_LONGEST_WHOLE = 3  # digits: 'one in 200'
_NEXT = 4  # words behind a figure among which is what it counts
_MOST_READ = 1_000  # characters of a sentence


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


class _Clause(NamedTuple):
    """A stretch between two signs: its figures, and the stems of its words by their place."""

    figures: tuple[tuple[Token, str], ...]
    stems: tuple[tuple[int, str], ...]
    words: tuple[str, ...]


@lru_cache(maxsize=4096)  # one statement after another is held against the same sentences
def clause_figures(text: str, language: str | None) -> tuple[ClauseFigure, ...]:
    """The figures of a sentence in order, dates and years among them."""
    words = fold(text[:_MOST_READ]).words.split()
    if not any(token.key.startswith("=") for token in _with_months(words, language)):
        return ()  # most sentences have none
    clauses = [_read(each, language) for each in _parted(text[:_MOST_READ], language)]
    return tuple(
        each for number in range(len(clauses)) for each in _of_clause(clauses, number, language)
    )


def stems_in(text: str, language: str | None) -> frozenset[str]:
    """The stems of the words of a text that tell what it is about, its figures left out."""
    clause = _read(text, language)
    return frozenset(stem for _, stem in clause.stems)


def _parted(text: str, language: str | None) -> Iterator[str]:
    """The clauses of a text: between signs, and around an 'and' that has figures on both sides."""
    at = 0
    ends = [*(sign.start() for sign in _SIGN.finditer(text)), len(text)]
    for end in ends:
        yield from _around_conjunctions(text[at:end], language)
        at = end


def _around_conjunctions(text: str, language: str | None) -> Iterator[str]:
    conjunctions = comparing(language).conjunctions
    pieces: list[list[str]] = [[]]
    for word in text.split():
        if word.lower() in conjunctions:
            pieces.append([])
        pieces[-1].append(word)
    kept: list[str] = []
    for piece in pieces:
        words = " ".join(piece)
        if kept and not _are_apart(_read(kept[-1], language), _read(words, language)):
            kept[-1] = f"{kept[-1]} {words}"
        else:
            kept.append(words)
    yield from kept


def _are_apart(one: _Clause, other: _Clause) -> bool:
    """Whether two stretches each have a figure, and words: 'between 45 and 54' are one."""
    if not one.figures or not other.figures:
        return False
    last, first = one.figures[-1][0], other.figures[0][0]
    return any(at >= last.end for at, _ in one.stems) or any(
        at < first.start for at, _ in other.stems
    )


@lru_cache(maxsize=4096)
def _read(text: str, language: str | None) -> _Clause:
    folded = fold(text)
    words, spans = locate_words(folded.words, 0)
    figures: list[tuple[Token, str]] = []
    numbers: set[int] = set()
    found = [token for token in _with_months(words, language) if token.key.startswith("=")]
    for token in shares_as_one(found, words, language):
        first = words[token.start]
        if not _kind_of(token.key, first):
            continue
        if token.key == _ONE and not first.isdecimal():
            continue  # in words it counts nothing: 'one of the lessons'
        start, end = spans[token.start][0], spans[token.end - 1][1]
        figures.append((token, text[folded.start(start) : folded.end(end)]))
        numbers.update(range(token.start, token.end))
    return _Clause(
        tuple(figures),
        tuple(_stems(words, numbers, language)),
        tuple(words),
    )


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


def _with_months(words: Sequence[str], language: str | None) -> Iterator[Token]:
    """The tokens of some words; a month without a day is a date, too.

    One in a small letter is none where others have a capital.
    """
    months = value_words(language).months
    is_capital = any(word[0].isupper() for word in words if word.lower() in months)
    for token in tokens(words, language):
        word = words[token.start]
        month = months.get(word.lower()) if not token.key.startswith("=") else None
        if month is not None and (word[0].isupper() or not is_capital):
            yield token._replace(key=f"=m{month}")
        else:
            yield token


def _stems(
    words: Sequence[str], figures: set[int], language: str | None
) -> Iterator[tuple[int, str]]:
    small = _untelling(language)
    for at, word in enumerate(words):
        low = max(word.lower().split("'"), key=len)
        if at not in figures and low.isalpha() and low not in small:
            yield at, stem_of(low, language)


@cache
def _untelling(language: str | None) -> frozenset[str]:
    """The words of a language that do not tell what a sentence is about."""
    near, known = rounding(language), comparing(language)
    small = known.small | known.units | known.pronouns | known.modals | known.many
    return small | near.about | near.above | near.below | near.each


def _kind_of(key: str, first: str) -> tuple[str, ...]:
    """What a figure is of, in a tuple; nothing where it is none that can be held to another."""
    if _DAY.fullmatch(key):
        return (DAY,)
    if _MONTH.fullmatch(key):
        return (MONTH,)
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


def _of_clause(
    clauses: Sequence[_Clause], number: int, language: str | None
) -> Iterator[ClauseFigure]:
    clause = clauses[number]
    own = tuple(stem for _, stem in clause.stems)
    beside = frozenset({*own, *_between(clauses, number, -1), *_between(clauses, number, 1)})
    found: list[ClauseFigure] = []
    for at in range(len(clause.figures) - 1, -1, -1):
        token, text = clause.figures[at]
        first = clause.figures[at - 1][0].end if at else 0
        behind = _behind(clause, at)
        counted = _counted(clause, token, behind, language)
        if found and found[-1].is_of_part:
            counted = counted or found[-1].counted
        kind = _kind_of(token.key, clause.words[token.start])[0]
        name = _aged(clauses, number, token)
        if name:
            kind, counted = AGE, stem_of(name.lower(), language)
        between = " ".join(clause.words[first : token.start]).lower()
        found += (
            ClauseFigure(
                key,
                kind,
                _end_of(text, end) if ".." in token.key and kind != PAIR else text,
                own,
                beside,
                counted,
                frozenset(stem for _, stem in behind),
                tuple(map(str.lower, clause.words[max(token.start - _BEFORE, 0) : token.start])),
                bool(first) and between in rounding(language).part_of,
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


def _behind(clause: _Clause, at: int) -> list[tuple[int, str]]:
    """The words behind a figure of a clause, up to the next."""
    end = clause.figures[at][0].end
    last = clause.figures[at + 1][0].start if at + 1 < len(clause.figures) else len(clause.words)
    return [(place, stem) for place, stem in clause.stems if end <= place < last]


def _counted(
    clause: _Clause, token: Token, behind: Sequence[tuple[int, str]], language: str | None
) -> str:
    if _is_of_them(clause.words[token.end :], language):
        return ""
    return next((stem for place, stem in behind if place < token.end + _NEXT), "")


def _is_of_them(behind: Sequence[str], language: str | None) -> bool:
    """Whether a number counts what was told before: 'sieben von ihnen'."""
    of, whom = (*map(str.lower, behind[:2]), "", "")[:2]
    return of in rounding(language).part_of and whom in comparing(language).pronouns


def _aged(clauses: Sequence[_Clause], number: int, token: Token) -> str:
    """The last name of somebody whose age stands between commas: 'Ann Lee, 67, left'.

    Or before the name: 'At 67, Ann Lee left'. Empty for other figures.
    """
    clause = clauses[number]
    value, _, unit = token.key[1:].partition(" ")
    before, behind = token.start, len(clause.words) - token.end
    if not value.isdecimal() or unit not in ("", "year") or int(value) > _OLDEST or behind:
        return ""
    if not before and number:
        last = clauses[number - 1].words[-2:]
        return last[-1] if len(last) > 1 and all(map(_is_name, last)) else ""
    if before == 1 and number + 1 < len(clauses):
        first = clauses[number + 1].words[:3]
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
    day = _DAY.fullmatch(key)
    if day is not None:
        yield f"=d{day[1]}-{day[2]}"
    elif ".." in key and kind != PAIR:
        value, _, unit = key[1:].partition(" ")
        yield from (f"={end}{' ' * bool(unit)}{unit}" for end in value.split(".."))
    elif kind == AGE:
        yield key.partition(" ")[0]
    else:
        yield key
