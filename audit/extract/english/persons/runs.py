"""Finds capitalised words on end, each parted into titles and a name."""

from collections.abc import Iterator
from typing import NamedTuple

from audit.extract.english.grammar.forms import is_name_too
from audit.extract.sentences import Token
from audit.languages.extraction.english import (
    Lexicon,
    PersonWords,
    before_names,
    begin_no_name,
    end_names,
    given_names,
    name_words,
    person_words,
)
from audit.languages.extraction.english_naming import naming_words
from audit.languages.extraction.english_small_words import small_words

_LEAST_NAME = 2  # words
_LONGEST_NICKNAME = 2  # words


class Run(NamedTuple):
    """Capitalised words on end: tokens ``start`` up to ``stop``, the name from ``first`` on."""

    start: int
    first: int
    stop: int


def runs(tokens: list[Token], words: Lexicon, persons: PersonWords) -> Iterator[Run]:
    """The capitalised words of a sentence on end, each run split into its titles and its name."""
    behind = 0
    for at, token in enumerate(tokens):
        if token.low == token.text or at < behind or not _begins(tokens, at, words):
            continue
        behind = _run_end(tokens, at, words)
        office = _behind_office(tokens, behind, words)
        if office is not None:
            first, behind = office
            yield Run(at, first, behind)
            continue
        yield Run(at, _first_of_name(tokens, at, behind, persons), behind)


def _first_of_name(tokens: list[Token], at: int, behind: int, persons: PersonWords) -> int:
    """Where the name begins behind its titles."""
    if behind - at == _LEAST_NAME + 1 and _is_addressed(tokens, at, persons):
        return at + 1  # 'Dr. Hunter Weber'
    if behind - at < _LEAST_NAME:
        return at
    given = tokens[at].low in given_names() and (
        behind - at == _LEAST_NAME or tokens[at + 1].low not in given_names()
    )  # 'Dean Priestley', 'Marine Le Pen', not 'Marine John Orr'
    first = at
    for index in range(at + given, behind - 1):
        if is_title(tokens[index]) and (tokens[index + 1].low not in persons.suffixes):
            first = index + 1
    if first == at and behind - at > _LEAST_NAME and _is_title_of_two(tokens[at]):
        first = at + 1  # 'Justices Ann Lee and Ben Roy'
    return first + _is_calling(tokens, first, behind)


def _is_addressed(tokens: list[Token], at: int, persons: PersonWords) -> bool:
    """Whether a form of address has a calling behind it that is a first name: 'Dr. Hunter'."""
    address = tokens[at].low.removesuffix(".") in naming_words().addresses
    return address and tokens[at + 1].low in persons.occupations


def _behind_office(tokens: list[Token], stop: int, words: Lexicon) -> tuple[int, int] | None:
    """Where the name behind an office begins and ends.

    'Secretary of State Ann Lee', 'Chief Secretary to the Treasury Ann Lee'.
    """
    if stop + 1 >= len(tokens) or tokens[stop].low not in naming_words().of_office:
        return None
    if not is_title(tokens[stop - 1]):
        return None
    at = stop + 1 + (tokens[stop + 1].low == "the")
    if at >= len(tokens) or not _begins(tokens, at, words) or tokens[at].low in given_names():
        return None  # 'Secretary to Mary Ann Lee'
    end = _run_end(tokens, at, words)
    given = (i for i in range(at + 1, end - 1) if tokens[i].low in given_names())
    first = next(given, at + 1 if end - at > _LEAST_NAME else None)
    return None if first is None else (first, end)


def _is_calling(tokens: list[Token], at: int, behind: int) -> bool:
    """Whether a word that no list has is what somebody does: 'Cutler Anna Lind'.

    Or is, by the word before it: 'former Brumby Anna Lind'.
    """
    if behind - at <= _LEAST_NAME or tokens[at].low in given_names():
        return False
    told = at > 0 and tokens[at - 1].low in naming_words().before_callings
    calling = told or tokens[at].low.endswith(tuple(naming_words().callings))
    return calling and tokens[at + 1].low in given_names()


def is_title(token: Token) -> bool:
    """Whether a capitalised word before a name says what somebody is: 'Mr.', 'Then-mayor'."""
    low = token.low.removesuffix(".")
    if low in before_names():
        return True
    if "-" not in token.text:
        return False
    office, _, noun = token.text.rpartition("-")
    if noun.lower() in naming_words().behind_office:
        return office.lower() in before_names()  # 'Mayor-elect'
    beside = office.lower() in before_names() | naming_words().before_office
    return noun in before_names() or (beside and noun.lower() in before_names())


def one_title(token: Token) -> str:
    """A title as one person has it: 'Justice' of 'Justices Ann Lee and Ben Roy'."""
    several = not is_title(token) and _is_title_of_two(token)
    return token.text.removesuffix("s") if several else token.text


def _is_title_of_two(token: Token) -> bool:
    return token.low.endswith("s") and token.low.removesuffix("s") in before_names()


def is_honour(token: Token) -> bool:
    """Whether a word stands behind a name and is no part of it: 'OBE', 'KC', 'PhD'."""
    if token.text[1:].islower():
        return False
    capitals = sum(map(str.isupper, token.text))
    return capitals > 1 and token.low.replace(".", "") in person_words().honours


def is_capital(token: Token) -> bool:
    """Whether a word is written as a name: 'Harbi', and 'al-Harbi'."""
    if token.quote >= 0:
        return False
    if token.text[0].isupper():
        return True
    article, hyphen, name = token.text.partition("-")
    return bool(hyphen) and article in naming_words().name_articles and name[:1].isupper()


def _begins(tokens: list[Token], at: int, words: Lexicon) -> bool:
    token = tokens[at]
    if token.quote >= 0 or not is_capital(token) or token.text[1:2] == "-":
        return False  # 'R-Idaho'
    low = token.low
    if at > 1 and is_honour(token) and tokens[at - 1].is_name and tokens[at - 2].is_name:
        return False  # 'Ann Lee KC'
    if at == 0 and low.endswith(("ing", "ed")) and words.is_verb(low):
        return False  # 'Asked by Lee'
    if low in small_words().opens_no_name and (at == 0 or not tokens[at - 1].is_word):
        return False  # 'Ever since', 'Thanks Sarah'
    if low in words.names_too or low in words.times_too:
        follows = at + 1 < len(tokens) and tokens[at + 1].is_name
        return follows and is_name_too(tokens, at, words)
    return low not in begin_no_name()


def _run_end(tokens: list[Token], start: int, words: Lexicon) -> int:
    """Behind the last word of the run that begins at ``start``."""
    at = start + 1
    joins = name_words().joins
    while at < len(tokens):
        token = tokens[at]
        if (token.is_name and token.text[0].isalpha()) or is_capital(token):
            if at > start + 1 and is_honour(token):
                break
            too = is_name_too(tokens, at, words) or _is_number_in_name(tokens, at, words)
            if token.low in end_names() and not too:
                break
            at += 1
        elif token.low in joins:
            ahead = at + 1
            while ahead < len(tokens) and tokens[ahead].low in joins:
                ahead += 1
            if ahead >= len(tokens) or not tokens[ahead].is_name:
                break
            at = ahead + 1
        elif _is_nickname(tokens, at):
            at += 2
        else:
            break
    return at


def _is_number_in_name(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a number is part of a surname: 'Delmar Two Rivers'."""
    goes_on = at + 1 < len(tokens) and tokens[at + 1].is_name
    return goes_on and tokens[at].low in words.numbers and tokens[at - 1].low in given_names()


def _is_nickname(tokens: list[Token], at: int) -> bool:
    """Whether a quoted word stands inside a name: 'Rosalind “Roz” Okafor'."""
    if tokens[at].quote < 0 or at + 1 >= len(tokens) or not tokens[at + 1].is_name:
        return False
    words = tokens[at].text.split()
    return len(words) <= _LONGEST_NICKNAME and all(word[0].isupper() for word in words)
