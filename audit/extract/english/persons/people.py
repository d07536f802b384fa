"""Finds the persons that sentences name: their names apart from their titles, and where they stand.

There is no tagger: a name is a run of capitalised words, a title a word of a list before it.
Whether a run is a person's is told by titles, given names and nouns before it, and by words that no
person's name has.
"""

from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from audit.extract.english.grammar.phrases import is_adverb
from audit.extract.outlets.gazetteer import known_names
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, PersonWords, given_names, name_words
from audit.languages.extraction.english_small_words import small_words

_LONGEST_NAME = 5  # words
_LEAST_NAME = 2  # words
_LONGEST_NICKNAME = 2  # words
_CREDIT = 4  # tokens between 'Photo' and a name
_BRACKETED = 12  # tokens between a bracket and a name in it
_BRACKETS = frozenset("()[]")
_JOINT = 6  # tokens between two subjects: 'and his wife, '
_NOUNS = 2  # between a name and the one that it modifies
_POSSESSIVE = frozenset({"'s", "'", "’"})
_COMMAS = frozenset({",", "-", "–", "—", "--"})
_NOTHING = Token(0, 0, ".", ".")


class Rank(IntEnum):
    """How a sentence mentions somebody; the highest is whom a later pronoun stands for first."""

    HIDDEN = 0  # in brackets, in a credit, before a noun: 'the Cruz campaign'
    OWNER = 1  # of something: "Lee's plan"
    PASSING = 2  # behind a preposition, in an apposition, as an object
    SUBJECT = 3
    SPEAKER = 4  # the subject of a verb of saying


class Run(NamedTuple):
    """Capitalised words on end: tokens ``start`` up to ``stop``, the name from ``first`` on."""

    start: int
    first: int
    stop: int


class Named(NamedTuple):
    """A name in a sentence, with what stands before it that tells whose it is.

    ``pronoun`` is 'he' or 'she' where a title, a noun or the given name tells. ``is_person`` is
    None where nothing tells. ``owner`` is 'he' or 'she' of 'his coach, Lee', 'her lawyer Lee'.
    """

    run: Run
    name: str
    title: str | None
    pronoun: str | None
    is_person: bool | None
    rank: Rank
    owner: str | None = None


def find_names(tokens: list[Token], words: Lexicon, persons: PersonWords) -> list[Named]:
    """The names of a sentence outside its quotations, of persons and of others, in order."""
    found: list[Named] = []
    for run in runs(tokens, words, persons):
        if _leads_to_noun(tokens, run, words, persons):
            continue
        named = _named(tokens, run, words, persons)
        rank = _rank(tokens, named, found, words, persons)
        if rank is Rank.PASSING and _begins_main_clause(tokens, named.run, found, words):
            found[0] = found[0]._replace(rank=Rank.PASSING)
            rank = Rank.SUBJECT
        found.append(named._replace(rank=rank))
    return found


def couples(tokens: list[Token], found: list[Named]) -> Iterator[Named]:
    """Who shares the surname of the name behind 'and': 'Piet' of 'Piet and Eva Ashdown'."""
    for first, second in pairwise(found):
        between = tokens[first.run.stop : second.run.first]
        if [token.low for token in between] not in (["and"], ["&"]) or second.title is not None:
            continue
        given, both = first.name.split(), second.name.split()
        alone = len(given) == 1 and first.title is None and given[0].lower() in given_names()
        if alone and len(both) > 1 and second.is_person:
            yield first._replace(name=" ".join([*given, *both[1:]]), is_person=True)


def _leads_to_noun(tokens: list[Token], run: Run, words: Lexicon, persons: PersonWords) -> bool:
    """Whether a word only leads to the noun before a name: 'Chief volcanologist Ione Bell'."""
    if run.stop - run.start > 1 or run.stop + 1 >= len(tokens):
        return False
    noun = tokens[run.stop]
    plain = noun.text == noun.low and noun.is_word and not _verb_at(tokens, run.stop, words)
    if among(noun.low, words.conjunctions, words.prepositions):
        return False  # 'Rosa and Inês'
    leads = run.start == 0 or is_title(tokens[run.start], words, persons)
    return plain and leads and tokens[run.stop + 1].is_name


def _begins_main_clause(tokens: list[Token], run: Run, before: list[Named], words: Lexicon) -> bool:
    """Whether a name is the subject behind an opening clause with one of its own.

    'When Lee left, Roy took over.'
    """
    if not before or before[0].rank is not Rank.SUBJECT or run.start == 0:
        return False
    if not _heads_clause(tokens, before[0].run, words):
        return False
    at = run.start - 1
    while at > before[0].run.stop and tokens[at].is_word and not _verb_at(tokens, at, words):
        at -= 1  # over 'his deputy'
    return tokens[at].text == "," and _verb_at(tokens, run.stop, words)


def _heads_clause(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a name is the subject of a 'when' clause: 'When Lee did take Roy on'."""
    opened = (
        run.start > 0 and tokens[run.start - 1].low in words.clause_openers | small_words().since
    )
    return opened and _verb_at(tokens, run.stop, words)


def _verb_at(tokens: list[Token], at: int, words: Lexicon) -> bool:
    if at >= len(tokens) or tokens[at].text != tokens[at].low or not tokens[at].is_word:
        return False
    low = tokens[at].low
    return among(low, words.finite, words.past) or words.is_verb(low) or low.endswith("ed")


def runs(tokens: list[Token], words: Lexicon, persons: PersonWords) -> Iterator[Run]:
    """The capitalised words of a sentence on end, each run split into its titles and its name."""
    behind = 0
    for at, token in enumerate(tokens):
        if token.low == token.text or at < behind or not _begins(tokens, at, words):
            continue
        behind = _run_end(tokens, at, words)
        office = _behind_office(tokens, behind, words, persons)
        if office is not None:
            first, behind = office
            yield Run(at, first, behind)
            continue
        first = at
        given = behind - at == 2 and token.low in given_names()  # 'Dean Priestley', 'Dean' a name
        for index in range(at + given, behind - 1):
            if is_title(tokens[index], words, persons) and (
                tokens[index + 1].low not in persons.suffixes
            ):
                first = index + 1
        first += _is_calling(tokens, first, behind)
        yield Run(at, first, behind)


def _behind_office(
    tokens: list[Token], stop: int, words: Lexicon, persons: PersonWords
) -> tuple[int, int] | None:
    """Where the name behind an office begins and ends: 'Secretary of State Ann Lee'."""
    if stop + 1 >= len(tokens) or tokens[stop].low != "of":
        return None
    if not is_title(tokens[stop - 1], words, persons):
        return None
    at = stop + 1 + (tokens[stop + 1].low == "the")
    if at >= len(tokens) or not _begins(tokens, at, words):
        return None
    end = _run_end(tokens, at, words)
    given = (i for i in range(at + 1, end - 1) if tokens[i].low in given_names())
    first = next(given, at + 1 if end - at > _LEAST_NAME else None)
    return None if first is None else (first, end)


def _is_calling(tokens: list[Token], at: int, behind: int) -> bool:
    """Whether a word that no list has is what somebody does: 'Cutler Anna Lind'."""
    if behind - at <= _LEAST_NAME or tokens[at].low in given_names():
        return False
    return (
        tokens[at].low.endswith(tuple(small_words().callings))
        and tokens[at + 1].low in given_names()
    )


def is_title(token: Token, words: Lexicon, persons: PersonWords) -> bool:
    """Whether a capitalised word before a name says what somebody is: 'Mr.', 'Drummer'."""
    low = token.low.removesuffix(".")
    return among(low, words.titles, words.roles, persons.occupations, persons.kin)


def is_capital(token: Token) -> bool:
    """Whether a word is written as a name: 'Harbi', and 'al-Harbi'."""
    if token.quote >= 0:
        return False
    article, hyphen, name = token.text.partition("-")
    return token.text[0].isupper() or (
        bool(hyphen) and article in small_words().name_articles and name[:1].isupper()
    )


def _begins(tokens: list[Token], at: int, words: Lexicon) -> bool:
    token = tokens[at]
    if token.quote >= 0 or not is_capital(token):
        return False
    low = token.low
    if at == 0 and (
        (low.endswith(("ing", "ed")) and words.is_verb(low)) or low in small_words().opens_no_name
    ):
        return False  # 'Asked by Lee', 'Ever since'
    if low in words.names_too:
        return 0 < at < len(tokens) - 1 and tokens[at + 1].is_name  # 'said Will Doyle'
    small = (words.conjunctions, words.prepositions, words.determiners, words.pronouns)
    return not among(low, *small, words.finite, words.times)


def _run_end(tokens: list[Token], start: int, words: Lexicon) -> int:
    """Behind the last word of the run that begins at ``start``."""
    at = start + 1
    joins = name_words().joins
    while at < len(tokens):
        token = tokens[at]
        if (token.is_name and token.text[0].isalpha()) or is_capital(token):
            closed = among(token.low, words.conjunctions, words.prepositions, words.determiners)
            if closed and token.low not in joins | words.names_too:
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


def _is_nickname(tokens: list[Token], at: int) -> bool:
    """Whether a quoted word stands inside a name: 'Rosalind “Roz” Okafor'."""
    if tokens[at].quote < 0 or at + 1 >= len(tokens) or not tokens[at + 1].is_name:
        return False
    words = tokens[at].text.split()
    return len(words) <= _LONGEST_NICKNAME and all(word[0].isupper() for word in words)


def _named(tokens: list[Token], run: Run, words: Lexicon, persons: PersonWords) -> Named:
    name = " ".join(token.text for token in tokens[run.first : run.stop] if token.quote < 0)
    title = " ".join(token.text for token in tokens[run.start : run.first]) or None
    before = tokens[run.start - 1] if run.start else _NOTHING
    if before.text == "," and run.start > 1:
        before = tokens[run.start - 2]  # 'his wife, Catriona'
        if before.low not in persons.kin:
            before = _NOTHING
    pronoun = _pronoun(tokens, run, before, persons)
    told = bool(title) or is_title(before, words, persons)
    person = _is_person(tokens, run, words, persons, told=told)
    if person is None and _is_body(tokens, run, words):
        person = False  # 'The company, Northgate Silica, moved'
    return Named(run, name, title, pronoun, person, Rank(1), _owner(tokens, run))


def _is_body(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a noun before a name says that it is a company's or the like."""
    at = run.start - 1
    apposed = at > 0 and tokens[at].text == ","
    if apposed and not (run.stop < len(tokens) and tokens[run.stop].text == ","):
        return False  # 'At the company, Ann Lee said'
    noun = tokens[at - apposed] if at - apposed >= 0 else _NOTHING
    return noun.text == noun.low and among(noun.low, words.institutions, words.outlet_nouns)


def _owner(tokens: list[Token], run: Run) -> str | None:
    """'he' of 'his old coach, Lee', 'she' of 'her lawyer Lee'."""
    at = run.start - 1
    at -= at >= 0 and tokens[at].text == ","
    for index in range(at, max(at - _NOUNS - 2, -1), -1):
        if tokens[index].low in small_words().owners:
            return small_words().owners[tokens[index].low] if index < at else None
        if not tokens[index].is_word:
            return None
    return None


def _pronoun(tokens: list[Token], run: Run, before: Token, persons: PersonWords) -> str | None:
    """'he' or 'she', as titles, the noun before a name, or the given name tell."""
    for token in (*tokens[run.start : run.first], before):
        told = persons.pronoun_of(token.low.removesuffix("."))
        if told is not None:
            return told
    return given_names().get(tokens[run.first].low) or _told_by_owned(tokens, run)


def _told_by_owned(tokens: list[Token], run: Run) -> str | None:
    """'Orr and his wife', 'Eze, her'."""
    behind = [token.low for token in tokens[run.stop : run.stop + 2]]
    if len(behind) < 2 or behind[0] not in small_words().beside_owned | {","}:
        return None
    return small_words().owners.get(behind[1])


def _is_person(
    tokens: list[Token], run: Run, words: Lexicon, persons: PersonWords, *, told: bool
) -> bool | None:
    """Whether a run of capitalised words is a person's name, None where nothing tells.

    ``told``: a title or a noun before it says that it is.
    """
    parts = [token for token in tokens[run.first : run.stop] if token.quote < 0]
    if len(parts) > _LONGEST_NAME or _is_group(tokens, run) or not _are_names(parts):
        return False
    if _ends_group(tokens, run, words, persons):
        return False
    given = parts[0].low in given_names() or _is_double(parts[0].text)
    odd = parts[0].low in persons.place_first or any(
        among(token.low, words.institutions, persons.no_person) for token in parts
    )
    if odd and len(parts) == 1 and parts[0].low in words.roles:
        return False  # 'Justice Department'
    if odd:
        return (given or told) and len(parts) <= 2  # 'Philip Green', 'Judge Hall'
    if given or told or _is_aged(tokens, run):
        return True
    return _goes_on_with_who(tokens, run) if len(parts) == 1 else None


def _is_double(word: str) -> bool:
    """A given name of two syllables as Korean ones are written: 'Hyun-woo'."""
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first.istitle() and second.isalpha() and second.islower()


def _is_group(tokens: list[Token], run: Run) -> bool:
    """Whether a name has an article before it, or is that of an outlet: 'the Harrow Union'."""
    if run.first == run.start and run.start > 0 and tokens[run.start - 1].low == "the":
        return True
    listed = known_names().get(tokens[run.first].text)
    return listed is not None and any(
        tuple(token.text for token in tokens[run.first : run.first + len(name.words)]) == name.words
        for name in listed
    )


def _ends_group(tokens: list[Token], run: Run, words: Lexicon, persons: PersonWords) -> bool:
    """Whether a name is the end of a group's: 'the Journal of Nutrition Reviews'."""
    if run.start < 2 or tokens[run.start - 1].low not in small_words().inside_groups:
        return False
    head = tokens[run.start - 2]
    if run.first > run.start or head.low in words.times:
        return False  # 'called Friday for Justice Ann Lee to resign'
    return is_capital(head) and among(head.low, words.institutions, persons.no_person)


def _is_aged(tokens: list[Token], run: Run) -> bool:
    """'Hamish Orr, 54'."""
    behind = tokens[run.stop : run.stop + 2]
    return len(behind) == 2 and behind[0].text == "," and behind[1].text.isdigit()


def _goes_on_with_who(tokens: list[Token], run: Run) -> bool | None:
    """'Nomvula, who'."""
    behind = tokens[run.stop : run.stop + 2]
    who = len(behind) == 2 and behind[0].text == "," and behind[1].low in small_words().who
    return True if who else None


def _are_names(parts: list[Token]) -> bool:
    """Whether all words look like those of a name: not 'E', not 'BBC', not '@x'."""
    letters = all(
        token.text.isalpha() or (token.text[0].isalpha() and not any(map(str.isdigit, token.text)))
        for token in parts
    )
    acronym = any(
        len(token.text) > 2 and token.text.isupper() and "." not in token.text for token in parts
    )
    return letters and (not acronym or all(token.text.isupper() for token in parts))


def _rank(
    tokens: list[Token], named: Named, before: list[Named], words: Lexicon, persons: PersonWords
) -> Rank:
    run = named.run
    if _is_hidden(tokens, run, persons) or _is_heading(tokens, run):
        return Rank.HIDDEN
    if run.stop < len(tokens) and tokens[run.stop].low in _POSSESSIVE:
        return Rank.SUBJECT if _owns_words(tokens, run, words) else Rank.OWNER
    if _tells_a_noun(tokens, run, words, persons):
        return Rank.HIDDEN
    previous = tokens[run.start - 1] if run.start else _NOTHING
    subjects = [other for other in before if other.rank is Rank.SUBJECT]
    if subjects and not _modifies(tokens, subjects[-1].run, run, words, persons):
        return Rank.SUBJECT if _is_joint(tokens, subjects[-1].run, run, words) else Rank.PASSING
    if _governed(tokens, run, words) and not _heads_clause(tokens, run, words):
        return Rank.PASSING
    if previous.text in _COMMAS and before and _in_apposition(tokens, before[-1].run, run, words):
        return Rank.PASSING
    return Rank.SUBJECT


def _modifies(
    tokens: list[Token], first: Run, second: Run, words: Lexicon, persons: PersonWords
) -> bool:
    """Whether a name only says what the next one is: 'Harbour master Dirk Bos'."""
    between = tokens[first.stop : second.start]
    if not 1 <= len(between) <= _NOUNS:
        return False
    noun = between[-1].low
    known = among(noun, words.roles, persons.occupations, words.titles)
    return known or (noun.endswith(("master", "man", "woman")) and between[-1].is_word)


def _tells_a_noun(tokens: list[Token], run: Run, words: Lexicon, persons: PersonWords) -> bool:
    """Whether a name only says which thing is meant: 'the Cruz campaign', 'Clinton aides'."""
    if run.stop >= len(tokens):
        return False
    noun = tokens[run.stop]
    if not noun.is_word or noun.text != noun.low or not noun.low.isalpha():
        return False
    if among(noun.low, words.roles, words.counts, words.bearers, words.outlet_nouns):
        behind = tokens[run.stop + 1] if run.stop + 1 < len(tokens) else _NOTHING
        article = run.start > 0 and tokens[run.start - 1].low == "the"
        if noun.low in persons.also_verbs and not article:
            return False  # 'Bernie Sanders advocates a tax'
        return not behind.is_name  # 'Clinton spokesman Ben Roy'
    if run.start == 0 or tokens[run.start - 1].low != "the" or run.first > run.start:
        return False
    small = (words.conjunctions, words.prepositions, words.finite, words.past, words.auxiliaries)
    if among(noun.low, *small, words.pronouns, words.relative) or is_adverb(noun, words):
        return False
    return not (words.is_verb(noun.low) or noun.low.endswith("ed"))


def _is_heading(tokens: list[Token], run: Run) -> bool:
    """Whether a sentence is but the words of a name, all in capitals: 'FULL TEXT'."""
    if run.start > 1 or len(tokens) > run.stop + 1:
        return False
    parts = [token for token in tokens if token.is_word]
    whole = len(parts) == run.stop - run.start
    return whole and all(token.text.isupper() for token in parts)


def _is_hidden(tokens: list[Token], run: Run, persons: PersonWords) -> bool:
    """In brackets, or in the credit of a picture."""
    for at in range(run.start - 1, max(run.start - _BRACKETED, -1), -1):
        if run.start - at <= _CREDIT and tokens[at].low in persons.credits:
            return True
        if tokens[at].text in _BRACKETS:
            return tokens[at].text in "(["
    return False


def _owns_words(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a sentence begins with whose words it is about: "Crane's answer: …"."""
    noun = run.stop + 1
    return (
        run.start == 0
        and noun < len(tokens)
        and among(tokens[noun].low, words.nouns, words.answers)
    )


def _governed(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a preposition or a subordinate 'when' stands before a name, its nouns between."""
    for token in reversed(tokens[max(run.start - 5, 0) : run.start]):
        if not token.is_word:
            return False
        if (
            among(token.low, words.prepositions, words.subordinate)
            or token.low in small_words().subordinating
        ):
            return True
        if words.is_verb(token.low) or token.low in words.finite:
            return False
    return False


def _is_joint(tokens: list[Token], first: Run, second: Run, words: Lexicon) -> bool:
    """Whether two names are one subject: 'Eze and her colleague Dr Hart', 'Orr and his wife'."""
    between = tokens[first.stop : second.start]
    if len(between) > _JOINT + 2:
        return False
    if between and between[0].text == "(":
        closes = next((i for i, token in enumerate(between) if token.text == ")"), 0)
        between = between[closes + 1 :]
    lows = [token.low for token in between if token.is_word and not token.low.isdigit()]
    if "and" not in lows[:1] and not (between and all(token.text == "," for token in between)):
        return False
    return not any(
        words.is_verb(low) or among(low, words.finite, words.past, words.prepositions)
        for low in lows
    )


def _in_apposition(tokens: list[Token], first: Run, second: Run, words: Lexicon) -> bool:
    """Whether a name belongs to what a comma adds to the one before it."""
    between = tokens[first.stop : second.start]
    return (
        bool(between)
        and between[0].text in _COMMAS
        and not any(token.low in words.finite for token in between)
        and len(between) > 1
    )
