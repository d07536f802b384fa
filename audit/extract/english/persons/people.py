"""Finds the persons that sentences name: their names apart from their titles, and where they stand.

There is no tagger: a name is a run of capitalised words, a title a word of a list before it.
Whether a run is a person's is told by titles, given names and nouns before it, and by words that no
person's name has.
"""

from collections.abc import Iterator
from itertools import pairwise

from audit.extract.english.grammar.forms import is_name_too
from audit.extract.english.persons.named import Named, Rank
from audit.extract.english.persons.ranks import heads_clause, rank_of, verb_at
from audit.extract.english.persons.runs import Run, is_capital, is_title, one_title, runs
from audit.extract.outlets.gazetteer import known_names
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import (
    Lexicon,
    PersonWords,
    given_names,
    person_words,
)
from audit.languages.extraction.english_naming import naming_words
from audit.languages.extraction.english_small_words import small_words

_LONGEST_NAME = 5  # words
_NOUNS = 2  # between a name and the one that it modifies
_NOTHING = Token(0, 0, ".", ".")


def find_names(tokens: list[Token], words: Lexicon, persons: PersonWords) -> list[Named]:
    """The names of a sentence outside its quotations, of persons and of others, in order."""
    found: list[Named] = []
    for run in runs(tokens, words, persons):
        if _leads_to_noun(tokens, run, words):
            continue
        rank = rank_of(tokens, run, found, words, persons)
        if rank is Rank.PASSING and _names_thing(tokens, run, words):
            continue
        if rank is Rank.PASSING and _begins_main_clause(tokens, run, found, words):
            found[0] = found[0]._replace(rank=Rank.PASSING)
            rank = Rank.SUBJECT
        found.append(_named(tokens, run, rank, words, persons))
    return found


def couples(tokens: list[Token], found: list[Named]) -> Iterator[Named]:
    """Who shares the surname of the name behind 'and': 'Piet' of 'Piet and Eva Ashdown'."""
    for first, second in pairwise(found):
        joint = second.run.first - first.run.stop == 1 and tokens[first.run.stop].low in {
            "and",
            "&",
        }
        if not joint or second.title is not None:
            continue
        given, both = first.name.split(), second.name.split()
        alone = len(given) == 1 and first.title is None and given[0].lower() in given_names()
        if alone and len(both) > 1 and second.is_person:
            yield first._replace(name=" ".join([*given, *both[1:]]), is_person=True)


def _leads_to_noun(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a word only leads to the noun before a name: 'Chief volcanologist Ione Bell'."""
    if run.stop - run.start > 1 or run.stop + 1 >= len(tokens):
        return False
    if not (tokens[run.stop + 1].is_name and (run.start == 0 or is_title(tokens[run.start]))):
        return False
    noun = tokens[run.stop]
    if among(noun.low, words.conjunctions, words.prepositions):
        return False  # 'Rosa and Inês'
    return noun.text == noun.low and noun.is_word and not verb_at(tokens, run.stop, words)


def _begins_main_clause(tokens: list[Token], run: Run, before: list[Named], words: Lexicon) -> bool:
    """Whether a name is the subject behind an opening clause with one of its own.

    'When Lee left, Roy took over.'
    """
    if not before or before[0].rank is not Rank.SUBJECT or run.start == 0:
        return False
    if not heads_clause(tokens, before[0].run, words):
        return False
    at = run.start - 1
    while at > before[0].run.stop and tokens[at].is_word and not verb_at(tokens, at, words):
        at -= 1  # over 'his deputy'
    return tokens[at].text == "," and verb_at(tokens, run.stop, words)


def _named(
    tokens: list[Token], run: Run, rank: Rank, words: Lexicon, persons: PersonWords
) -> Named:
    parts = [token for token in tokens[run.first : run.stop] if token.quote < 0]
    name = parts[0].text if len(parts) == 1 else " ".join([token.text for token in parts])
    title: str | None = None
    if run.start < run.first:
        title = " ".join(map(one_title, tokens[run.start : run.first]))
    before = tokens[run.start - 1] if run.start else _NOTHING
    if before.text == "," and run.start > 1:
        before = tokens[run.start - 2]  # 'his wife, Catriona'
        if before.low not in persons.kin:
            before = _NOTHING
    pronoun = _pronoun(tokens, run, before, persons)
    told = bool(title) or is_title(before)
    person = _is_person(tokens, run, parts, words, persons, told=told)
    if person is None and _is_body(tokens, run, words):
        person = False  # 'The company, Northgate Silica, moved'
    return Named(run, name, title, pronoun, person, rank, _owner(tokens, run))


def _is_body(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a noun before a name says that it is a company's or the like."""
    at = run.start - 1
    apposed = at > 0 and tokens[at].text == ","
    if apposed and not (run.stop < len(tokens) and tokens[run.stop].text == ","):
        return False  # 'At the company, Ann Lee said'
    noun = tokens[at - apposed] if at - apposed >= 0 else _NOTHING
    if apposed and _is_spoken_for(tokens, at - 1, run.stop, words):
        return True
    return noun.text == noun.low and among(noun.low, words.institutions, words.outlet_nouns)


def _is_spoken_for(tokens: list[Token], noun: int, stop: int, words: Lexicon) -> bool:
    """Whether who speaks for a thing is named behind it: 'a spokesman for the line, Vind, Ola Moe'.

    Where one name is there it may be whose it says: 'A lawyer for the province, Ola Moe, said'.
    """
    if noun < 2 or tokens[noun - 1].low not in small_words().articles:
        return False
    if stop + 1 >= len(tokens) or not tokens[stop + 1].is_name:
        return False
    persons = person_words()
    person = among(tokens[noun].low, words.roles, words.titles, persons.occupations, persons.kin)
    led = tokens[noun - 2].low in words.prepositions
    role = noun > 2 and tokens[noun - 3].low in words.roles
    return tokens[noun].text == tokens[noun].low and led and role and not person


def _owner(tokens: list[Token], run: Run) -> str | None:
    """'he' of 'his old coach, Lee', 'she' of 'her lawyer Lee'."""
    at = run.start - 1
    at -= at >= 0 and tokens[at].text == ","
    owners = small_words().owners
    near = tokens[max(at - _NOUNS - 1, 0) : at + 1]
    if owners.keys().isdisjoint([token.low for token in near]):
        return None
    for index in range(at, max(at - _NOUNS - 2, -1), -1):
        token = tokens[index]
        if token.low in owners:
            return owners[token.low] if index < at else None
        if not token.is_word:
            return None
    return None


def _pronoun(tokens: list[Token], run: Run, before: Token, persons: PersonWords) -> str | None:
    """'he' or 'she', as titles, the noun before a name, or the given name tell."""
    for token in (*tokens[run.start : run.first], before):
        told = persons.pronoun_of(token.low.removesuffix("."))
        if told is not None:
            return told
    return _given(tokens[run.first : run.stop]) or _told_by_owned(tokens, run)


def _given(parts: list[Token]) -> str | None:
    """The pronoun that the given name of a run tells: not of 'ISIS'."""
    if len(parts) == 1 and parts[0].text.isupper():
        return None
    return given_names().get(parts[0].low)


def _told_by_owned(tokens: list[Token], run: Run) -> str | None:
    """'Orr and his wife', 'Eze, her'."""
    if run.stop + 1 >= len(tokens):
        return None
    beside = tokens[run.stop].low
    if beside != "," and beside not in naming_words().beside_owned:
        return None
    return small_words().owners.get(tokens[run.stop + 1].low)


def _is_person(
    tokens: list[Token],
    run: Run,
    parts: list[Token],
    words: Lexicon,
    persons: PersonWords,
    *,
    told: bool,
) -> bool | None:
    """Whether a run of capitalised words is a person's name, None where nothing tells.

    ``parts`` are its words, ``told``: a title or a noun before it says that it is.
    """
    if len(parts) == 1 and parts[0].text.isupper() and is_title(parts[0]):
        return False  # 'A Tory MP'
    if len(parts) > _LONGEST_NAME or _is_group(tokens, run) or not _are_names(parts):
        return False
    if _ends_group(tokens, run, words, persons):
        return False
    given = _given(parts) is not None or _is_double(parts[0].text)
    if parts[0].low in persons.place_first or _has_thing(tokens, run, words, persons):
        return _is_person_after_all(parts, words, persons, given=given, told=told)
    if given or told or _is_aged(tokens, run):
        return True
    return _goes_on_with_who(tokens, run) if len(parts) == 1 else None


def _is_person_after_all(
    parts: list[Token], words: Lexicon, persons: PersonWords, *, given: bool, told: bool
) -> bool:
    """Whether a name is a person's though a word of it is mostly a thing's: 'Philip Green'."""
    if len(parts) == 1 and parts[0].low in words.roles:
        return False  # 'Justice Department'
    if not told and parts[-1].low in persons.never_surnames:
        return False  # 'Grace Hospital'
    return (given or told) and len(parts) <= 2  # 'Philip Green', 'Judge Hall'


def _has_thing(tokens: list[Token], run: Run, words: Lexicon, persons: PersonWords) -> bool:
    """Whether a word of a run is one that names of persons do not have: 'Harrow Union'."""
    return any(
        among(tokens[at].low, words.institutions, persons.no_person)
        and not is_name_too(tokens, at, words)
        for at in range(run.first, run.stop)
        if tokens[at].quote < 0
    )


def _is_double(word: str) -> bool:
    """A given name of two syllables as Korean ones are written: 'Hyun-woo'."""
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first.istitle() and second.isalpha() and second.islower()


def _is_group(tokens: list[Token], run: Run) -> bool:
    """Whether a name has an article before it, or is that of an outlet: 'the Harrow Union'."""
    before = tokens[run.start - 1].low if run.start else ""
    if run.first == run.start and before in naming_words().before_things:
        return True
    listed = known_names().get(tokens[run.first].text)
    if listed is None:
        return False
    return any(
        tuple(token.text for token in tokens[run.first : run.first + len(name.words)]) == name.words
        for name in listed
    )


def _ends_group(tokens: list[Token], run: Run, words: Lexicon, persons: PersonWords) -> bool:
    """Whether a name is the end of a group's: 'the Journal of Nutrition Reviews'."""
    if run.start < 2 or tokens[run.start - 1].low not in naming_words().inside_groups:
        return False
    head = tokens[run.start - 2]
    if run.first > run.start or head.low in words.times:
        return False  # 'called Friday for Justice Ann Lee to resign'
    return is_capital(head) and among(head.low, words.institutions, persons.no_person)


def _names_thing(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a name is that of what stands behind it: 'Low Row library', no 'told Lee police'."""
    noun = tokens[run.stop] if run.stop < len(tokens) else _NOTHING
    before = tokens[run.start - 1].low if run.start else ""
    return (
        noun.text == noun.low
        and noun.low in words.institutions
        and before not in words.say
        and _given(tokens[run.first : run.stop]) is None
    )


def _is_aged(tokens: list[Token], run: Run) -> bool:
    """'Hamish Orr, 54'."""
    at = run.stop
    return at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].text.isdigit()


def _goes_on_with_who(tokens: list[Token], run: Run) -> bool | None:
    """'Nomvula, who'."""
    behind = tokens[run.stop : run.stop + 2]
    who = len(behind) == 2 and behind[0].text == "," and behind[1].low in small_words().who
    return True if who else None


def _are_names(parts: list[Token]) -> bool:
    """Whether all words look like those of a name: not 'E', not 'BBC', not '@x'."""
    if all(token.text.isalpha() and not token.text.isupper() for token in parts):
        return True  # as most are
    capitals = [token.text.isupper() for token in parts]
    for token, upper in zip(parts, capitals, strict=True):
        text = token.text
        if not text.isalpha() and (not text[0].isalpha() or any(map(str.isdigit, text))):
            return False
        if upper and len(text) > 2 and "." not in text and not all(capitals):
            return False  # an acronym
    return True
