"""Reads noun phrases from left to right, and finds where a clause ends.

There is no tagger: a phrase grows word by word until a word that cannot belong to it. What bounds
it are the closed classes of the language (conjunctions, prepositions, auxiliaries), which the
lexicon lists.
"""

from audit.extract.english.grammar.forms import is_name_too
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, person_words
from audit.languages.extraction.english_naming import naming_words
from audit.languages.extraction.english_small_words import small_words

LONGEST = 14
"""Tokens of a noun phrase at most."""
_LONGEST_CITED = 30
_BETWEEN_ROLES = 5  # tokens from 'and' to the second


def phrase_from(tokens: list[Token], start: int, words: Lexicon) -> Phrase | None:
    """The noun phrase that begins at index ``start``, None where none does."""
    if start >= len(tokens):
        return None
    if tokens[start].low in words.pronouns and not _is_surname(tokens, start):
        return Phrase(start, start + 1)
    end = start
    limit = min(len(tokens), start + LONGEST)
    while end < limit and _grows(tokens, start, end, words):
        end += 1
    if end == start + 1 and tokens[start].low in words.alone:
        return Phrase(start, end)  # 'read one', 'said another'
    while end > start and among(tokens[end - 1].low, words.prepositions, words.determiners):
        if _is_numbered(tokens, start, end - 1, words):
            break
        end -= 1
    if end - start > 1 and end < len(tokens) and _inclines(tokens, end, words):
        end -= 1  # 'Reed likes to say'
    return Phrase(start, end) if is_noun_like(tokens[start:end], words) else None


def _inclines(tokens: list[Token], end: int, words: Lexicon) -> bool:
    """Whether the last word before an index is a verb with an infinitive of saying behind it."""
    says = end + 1 < len(tokens) and words.is_verb(tokens[end + 1].low)
    verb = tokens[end - 1]
    return says and tokens[end].low == "to" and verb.text in words.inclined


def _is_surname(tokens: list[Token], at: int) -> bool:
    """Whether a pronoun's letters are a name: 'said He Jian'."""
    inside = at > 0 and tokens[at - 1].is_word and tokens[at].is_name
    return inside and at + 1 < len(tokens) and tokens[at + 1].is_name


def _grows(tokens: list[Token], start: int, at: int, words: Lexicon) -> bool:
    """Whether a phrase from ``start`` on may go on with the word at ``at``."""
    token = tokens[at]
    if not token.is_word:
        return False
    if at == start and _is_surname(tokens, at):
        return True
    if is_name_too(tokens, at, words):
        return True
    if _is_numbered(tokens, start, at, words):
        return True
    if token.low in words.determiners:
        if at > start and _is_numbered(tokens, start, at - 1, words):
            return False  # 'Radio Four that'
        return at == start or among(tokens[at - 1].low, words.determiners, words.prepositions)
    if token.low in words.prepositions:
        return at > start and _goes_on(tokens, start, at, words)
    if bounds(tokens, at, words):
        joint = token.low == "and" and (
            joins_names(tokens, at)
            or joins_adjectives(tokens, at, words)
            or _joins_roles(tokens, at, words)
        )
        if not joint:
            return False
    if at > start + 1 and _is_done_by_one(tokens, start, at, words):
        return False
    return at == start or not (is_time(tokens, at, words) or _is_finite(tokens, at, words))


def _is_done_by_one(tokens: list[Token], start: int, at: int, words: Lexicon) -> bool:
    """Whether a form in '-s' is what one person does: 'a guy brings his dog', 'one lady sells ice'.

    Not in 'a student affairs director'.
    """
    form, noun = tokens[at], tokens[at - 1]
    one = small_words().indefinite | small_words().one_of_them
    if tokens[start].low not in one or not form.low.endswith("s") or form.text != form.low:
        return False
    if form.low.endswith(("ss", "us", "is")) or at + 1 >= len(tokens) or not form.low.isalpha():
        return False
    persons = person_words()
    if not among(noun.low, persons.he, persons.she, persons.kin, persons.occupations):
        return False
    behind = tokens[at + 1]
    takes = among(behind.low, words.determiners, words.pronouns, words.prepositions)
    return takes or behind.quote >= 0 or (behind.low.endswith("s") and behind.text == behind.low)


def _is_numbered(tokens: list[Token], start: int, at: int, words: Lexicon) -> bool:
    """Whether a number ends a name: 'Radio Four'."""
    if at <= start or tokens[at].low not in words.numbers:
        return False
    return tokens[at].is_name and tokens[at - 1].is_name


def is_adverb(token: Token, words: Lexicon) -> bool:
    """Whether a word is an adverb in '-ly': not 'yearly', not 'family'."""
    low = token.low
    return low.endswith("ly") and len(low) > 4 and token.text == low and low not in words.no_adverbs


def is_time(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word tells when and ends a phrase: not in 'a Wednesday editorial', 'USA TODAY'."""
    token = tokens[at]
    if is_name_too(tokens, at, words):
        return False
    if at and token.is_name and (token.low in naming_words().days or not token.low.endswith("day")):
        return False  # 'Time magazine'
    if token.low in small_words().written_times and at and tokens[at - 1].low == "the":
        return False  # 'the minutes say'
    if at > 1 and tokens[at - 2].low == "of" and tokens[at - 1].low.isdigit():
        return False  # 'his friend of 50 years'
    return (
        token.low in words.times and not token.text.isupper() and not _is_dated(tokens, at, words)
    )


def _is_dated(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a day or month stands inside a phrase: 'a Wednesday editorial', 'a May Echo poll'."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at - 1].low not in words.determiners:
        return False
    token, after = tokens[at], tokens[at + 1]
    if token.low not in words.times and not (token.is_name and token.low in words.conjunctions):
        return False
    return after.is_name or (
        after.is_word and after.text.islower() and not bounds(tokens, at + 1, words)
    )


def _is_finite(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word behind a noun is a verb: 'Trump defended', 'both men issued'."""
    token, before = tokens[at], tokens[at - 1]
    if not token.text.islower() or before.low in words.determiners or before.low == "'s":
        return False
    if before.low in words.noun_before and token.low in words.plural_nouns:
        return False  # 'New rules'
    past = token.low.endswith("ed") or token.low in words.past
    is_verb = past or words.is_verb(token.low)
    return is_verb and not among(token.low, words.nouns, words.roles) and _is_noun(before, words)


def _is_noun(token: Token, words: Lexicon) -> bool:
    return token.is_name or token.low in words.roles or token.low.endswith("s")


def _goes_on(tokens: list[Token], start: int, preposition: int, words: Lexicon) -> bool:
    token, before = tokens[preposition], tokens[preposition - 1]
    if preposition + 1 >= len(tokens):
        return False
    after = tokens[preposition + 1]
    if token.low == "by" and before.low in words.counts:
        return after.is_name or after.low in words.determiners  # 'a count by the agency'
    if token.low not in words.joining:
        return False
    if not after.is_word or after.low in words.times or after.low in words.pronouns:
        return False
    if token.low == "of":
        return True
    if token.low == "from" and before.low.endswith("-old"):
        return True  # 'the 19-year-old from Ayr'
    if token.low in small_words().of_staff:
        return before.low in words.roles or before.low in small_words().close_to
    return token.low == "in" and before.low in words.roles and tokens[start].low not in words.roles


def bounds(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether no noun phrase goes on over the word at an index."""
    token = tokens[at]
    if is_name_too(tokens, at, words):
        return False
    if token.text.isupper() and len(token.low) > 3 and at > 0 and tokens[at - 1].is_word:
        return False
    if _is_dated(tokens, at, words) or points(tokens, at, words):
        return False
    if token.low == "late" and at > 0 and tokens[at - 1].low in words.determiners:
        return False  # 'his late wife'
    if token.low in words.conjunctions or token.low in words.finite or token.low in words.be:
        return True
    if token.low in words.pronouns and token.text != "IT":
        return True
    return is_adverb(token, words) and len(token.low) > 5


def points(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether 'that' points to a noun: 'the owner of that shop', not 'in that she'."""
    if tokens[at].low != "that" or at == 0 or at + 1 >= len(tokens):
        return False
    noun = tokens[at + 1]
    if tokens[at - 1].low not in words.prepositions or noun.text != noun.low or not noun.is_word:
        return False
    small = (words.determiners, words.pronouns, words.conjunctions, words.finite)
    return not (among(noun.low, *small) or noun.low.endswith(("s", "ly")))


def joins_names(tokens: list[Token], index: int) -> bool:
    """Whether the word at an index stands between two names, as in 'Lee and Moreau'."""
    if index == 0 or index + 1 >= len(tokens):
        return False
    before = tokens[index - 1]
    behind = tokens[index + 1]
    return (before.is_name or before.low in small_words().one_person) and (
        behind.is_name or behind.low == "others"
    )


def joins_adjectives(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether 'and' stands between two adjectives: 'current and former officials'."""
    if index == 0 or index + 2 >= len(tokens):
        return False
    return tokens[index - 1].low in words.pairs and tokens[index + 1].low in words.pairs


def _joins_roles(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether 'and' stands between what somebody is: 'lobbyist and party strategist Ann Lee'."""
    before = tokens[index - 1]
    if not before.is_word or before.text != before.low:
        return False
    for at in range(index + 1, min(index + _BETWEEN_ROLES, len(tokens) - 1)):
        if not tokens[at].is_word:
            return False
        if tokens[at].low in words.roles and tokens[at + 1].is_name:
            return True
    return False


def is_noun_like(tokens: list[Token], words: Lexicon) -> bool:
    """Whether a word of a phrase can be its noun."""
    return any(
        token.is_word
        and token.low not in words.determiners
        and token.low not in words.prepositions
        and token.low not in words.times
        for token in tokens
    ) or _is_noun_by_place(tokens, words)


def _is_noun_by_place(tokens: list[Token], words: Lexicon) -> bool:
    """'the three', 'some', and 'the minutes' that say something."""
    if len(tokens) > 1 and tokens[-1].low in small_words().written_times:
        return tokens[-2].low == "the"
    return bool(tokens) and among(tokens[-1].low, words.numbers if len(tokens) > 1 else words.alone)


def opens_a_clause(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is the subject of the verb right behind it: 'he doubts', 'Lee is'."""
    if phrase.stop >= len(tokens):
        return False
    behind = tokens[phrase.stop]
    pronoun = tokens[phrase.start].low in words.pronouns
    return behind.low in words.finite or (pronoun and words.is_verb(behind.low))


def with_maker(tokens: list[Token], phrase: Phrase, stop: int, words: Lexicon) -> Phrase:
    """What was published with whoever published it: 'a review by The Times', up to ``stop``."""
    if not among(tokens[phrase.stop - 1].low, words.counts, words.made):
        return phrase
    at = phrase.stop
    if at < stop and tokens[at].low in words.issued:
        at += 1
        while at < stop and among(tokens[at].low, words.times, words.opens_when):
            at += 1
    made = tokens[phrase.stop - 1].low in words.made
    if at >= stop or not (
        tokens[at].low in small_words().of_publisher or (made and tokens[at].low == "in")
    ):
        return phrase
    maker = phrase_from(tokens, at + 1, words)
    if maker is None or maker.stop > stop or not tokens[maker.stop - 1].is_name:
        return phrase
    if maker.stop + 1 < stop and tokens[maker.stop].low == "and":
        second = phrase_from(tokens, maker.stop + 1, words)
        if second is not None and second.stop <= stop and tokens[second.stop - 1].is_name:
            maker = second
    return Phrase(phrase.start, maker.stop)


def writer_of(tokens: list[Token], lemma: str, phrase: Phrase, words: Lexicon) -> Phrase | None:
    """Whoever wrote what reads so: '“…,” read a post by @lee', 'reads a letter from Ann Lee'."""
    at = phrase.stop
    if lemma != "read" or at + 1 >= len(tokens) or tokens[at].low not in small_words().of_maker:
        return None
    if tokens[at + 1].text.startswith("@"):
        return Phrase(at + 1, at + 2)
    writer = phrase_from(tokens, at + 1, words)
    named = writer is not None and tokens[writer.stop - 1].is_name
    return writer if named else None


def cited_phrase(tokens: list[Token], start: int, words: Lexicon) -> Phrase | None:
    """What 'according to' names, with all that belongs to it, to the next pause or clause.

    'early results of an exit poll conducted by Edison Research for The Associated Press'.
    """
    end = start
    while end < len(tokens) and end - start < _LONGEST_CITED:
        token = tokens[end]
        inside = token.quote >= 0 and end > start
        if not token.is_word and not inside and not _is_in_figure(tokens, end):
            break
        if end > start and _ends_cited(tokens, end, words):
            break
        end += 1
    phrase = Phrase(start, end)
    return phrase if end > start and is_noun_like(tokens[start:end], words) else None


def _is_in_figure(tokens: list[Token], at: int) -> bool:
    """Whether a comma stands inside a figure: 'a survey of 1,300 men'."""
    if tokens[at].text != "," or not 0 < at < len(tokens) - 1:
        return False
    before, behind = tokens[at - 1], tokens[at + 1]
    digits = before.text.isdigit() and behind.text.isdigit()
    return digits and before.end == tokens[at].start and tokens[at].end == behind.start


def _ends_cited(tokens: list[Token], at: int, words: Lexicon) -> bool:
    low = tokens[at].low
    if low in words.persons and tokens[at - 1].low not in small_words().coordinating:
        return True  # 'According to my watch I am rested'
    if low in words.times:
        return tokens[at].is_name and not _is_dated(tokens, at, words)
    if low in small_words().before_times_cited and at + 1 < len(tokens):
        return tokens[at + 1].low in words.times
    return low in words.cited_ends


def behind_verb(tokens: list[Token], verb: int, words: Lexicon) -> Phrase | None:
    """The phrase behind a verb or its particle: 'points out Leo Marsh', not 'read in court'."""
    particle = tokens[verb + 1].low in words.particles
    phrase = phrase_from(tokens, verb + 1 + particle, words)
    bare = particle and phrase is not None and _is_bare_noun(tokens, phrase, words)
    return None if bare else phrase


def _is_bare_noun(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is a noun without article or name, as behind a preposition: 'in court'."""
    first = tokens[phrase.start]
    known = among(first.low, words.determiners, words.pronouns)
    return not known and not any(token.is_name for token in tokens[phrase.start : phrase.stop])
