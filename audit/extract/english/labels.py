"""Tells quoted names and labels from quoted words.

Titles, nicknames, 'the “smart motorway” scheme'.
"""

from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, person_words
from audit.languages.extraction.english_naming import naming_words
from audit.languages.extraction.english_small_words import small_words

_LONGEST_TITLE = 9  # words
_LONGEST_LABEL = 3  # words
_CALLED = 4  # tokens of 'a new show called'
_ROUSED = 6  # tokens of 'to loud and angry chants of'
_LEAST_LEAD = 4  # tokens of 'Signs I loved:'
_LONGEST_LEAD = 8


def is_title(tokens: list[Token], index: int) -> bool:
    """Whether quoted words look like the name of a work or a programme: 'The Art of the Deal'."""
    text = tokens[index].text.strip()
    words = text.rstrip(",.").split()
    if not 2 <= len(words) <= _LONGEST_TITLE or text.endswith(("!", "?")):
        return False
    capital = sum(word[0].isupper() for word in words)
    small = naming_words().small_in_titles
    return capital >= 2 and all(
        word[0].isupper() or word[0].isdigit() or word in small for word in words
    )


def _is_nickname(tokens: list[Token], index: int) -> bool:
    """Whether a quoted word stands inside somebody's name: 'Dana “Hammer” Price'."""
    if not 0 < index < len(tokens) - 1 or len(tokens[index].text.split()) > _LONGEST_LABEL:
        return False
    text = tokens[index].text
    between = tokens[index - 1].is_name and tokens[index + 1].is_name
    return between and text[:1].isupper() and text[-1:].isalnum()


def names_a_work(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether what stands before a quoted name says that it is one: 'the film “…”', "ABC's “…”"."""
    before = [token for token in tokens[max(index - 3, 0) : index] if token.is_word]
    if not before:
        return _names_hosts_show(tokens, index, words)
    return before[-1].low in naming_words().of_works or any(
        token.low in words.works for token in before
    )


def _names_hosts_show(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a sentence opens with whose host somebody is: '“Daily Show” host Ann Lee'."""
    behind = tokens[index + 1 : index + 3]
    return len(behind) > 1 and behind[0].low in words.works and behind[1].is_name


def is_label(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a few quoted words name something inside a noun phrase or behind a word of naming."""
    if len(tokens[index].text.split()) > _LONGEST_LABEL:
        return False
    before = tokens[max(index - 3, 0) : index]
    if any(token.low in words.naming for token in before):
        return True
    if index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    if not before:
        return _names_hosts_show(tokens, index, words)
    is_noun = after.is_word and after.text.islower() and after.text.isalpha()
    bound = among(after.low, words.prepositions, words.conjunctions, words.finite, words.be)
    inside = before[-1].low in words.determiners or (
        before[-1].text.islower() and before[-1].is_word
    )
    return inside and is_noun and not bound and not words.is_verb(after.low)


def _is_byname(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether quoted words are what something is known by: 'what is known as an “upper”'."""
    at = index - 1
    while at >= 0 and (tokens[at].low in words.determiners or tokens[at].low == "as"):
        at -= 1
    return at >= 0 and tokens[at].low in words.bynames


def is_name_alone(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether quoted words are a name, or a word that is spoken of, and nobody's words."""
    return (
        _is_nickname(tokens, index)
        or _is_byname(tokens, index, words)
        or _is_example(tokens, index)
        or is_told_programme(tokens, index)
        or _is_explained(tokens, index, words)
        or _is_called_so(tokens, index, words)
        or _names_thing(tokens, index, words)
    )


def is_told_programme(tokens: list[Token], index: int) -> bool:
    """Whether words name the programme that somebody told: 'told NBC's “Today” on Monday'."""
    text = tokens[index].text.strip()
    parts = text.removesuffix(",").split()
    small = naming_words().small_in_titles
    capital = all(part[0].isupper() or part in small for part in parts)
    if not parts or not capital or not parts[0][0].isupper() or text.endswith((".", "!", "?")):
        return False
    at = index - 1
    while at > 0 and (tokens[at].is_name or tokens[at].low in {"'s", "the"}):
        at -= 1
    if at > 0 and tokens[at].low in small_words().meets:
        return tokens[at - 1].low in small_words().talks
    return at >= 0 and tokens[at].low in small_words().tell


def is_apposed_title(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether commas put a name behind what it is of: 'his letter to Kelm, “Tides,” daily'."""
    if index < 2 or index + 1 >= len(tokens) or tokens[index - 1].text != ",":
        return False
    text = tokens[index].text.rstrip()
    parts = text.removesuffix(",").split()
    small = naming_words().small_in_titles
    capital = all(part[0].isupper() or part in small for part in parts)
    titled = text.endswith(",") and capital and 0 < len(parts) <= _LONGEST_TITLE
    before = tokens[index - 2]
    said = words.is_verb(before.low) or before.low.endswith(("ed", "ing"))
    said = said and before.text == before.low
    return titled and before.is_word and not said and tokens[index + 1].is_word


def _is_explained(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether what something is stands behind its name: 'in his “will,” a note he wrote in May'."""
    if index < 2 or index + 1 >= len(tokens) or not tokens[index].text.rstrip().endswith(","):
        return False
    owned = tokens[index - 1].low in small_words().possessives
    led = tokens[index - 2].low in words.prepositions
    return owned and led and tokens[index + 1].low in small_words().articles


def _is_called_so(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether quoted words are the name of a thing: 'on an account called “Hypo”'."""
    if index < _CALLED or tokens[index - 1].low != "called":
        return False
    noun, before = tokens[index - 2], tokens[max(index - _CALLED, 0) : index - 2]
    persons = person_words()
    plain = noun.is_word and noun.text == noun.low
    plain = plain and not among(noun.low, words.roles, persons.kin, persons.occupations)
    one = any(token.low in small_words().indefinite for token in before)
    verbal = among(noun.low, words.be, words.auxiliaries, words.pronouns) or noun.low.endswith("ly")
    return plain and one and not verbal


def _is_example(tokens: list[Token], index: int) -> bool:
    """Whether words are held against others, or what they mean is: 'as in “a missing”'."""
    if (
        index > 1
        and tokens[index - 1].low == "by"
        and tokens[index - 2].low in small_words().glosses
    ):
        return True  # 'write down what they mean by “tired”'
    if index > 1 and tokens[index - 1].low == "in" and tokens[index - 2].low == "as":
        return True
    behind = index + 2
    return behind < len(tokens) and tokens[behind].low == "in" and tokens[behind - 1].low == "as"


def _names_thing(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a capitalised word is the name of the thing behind it: 'the “Moorhen” pub'."""
    if not 0 < index < len(tokens) - 1 or tokens[index - 1].low not in small_words().articles:
        return False
    parts, noun = tokens[index].text.split(), tokens[index + 1]
    capital = all(part[:1].isupper() and part[1:].islower() for part in parts)
    plain = noun.is_word and noun.text == noun.low and noun.text.isalpha()
    bound = among(noun.low, words.prepositions, words.conjunctions, words.finite, words.be)
    return capital and plain and not (bound or words.is_verb(noun.low))


def is_listed_thing(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether quoted words are things that a line lists: 'Signs I loved: “…” and “…”'."""
    if index < _LEAST_LEAD or tokens[1].low not in words.persons:
        return False
    return any(token.text == ":" for token in tokens[2 : min(index, _LONGEST_LEAD)])


def _is_roused(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether others shout words than whoever brings them to it: 'moved the hall to chants of'."""
    if index < len(("hall", "to", "chants", "of")) or tokens[index - 1].low != "of":
        return False
    at = index - 2
    if tokens[at].low not in words.chants:
        return False
    at -= 1
    while at > 1 and index - at < _ROUSED and tokens[at].is_word and tokens[at].low != "to":
        at -= 1
    before = tokens[at - 1]
    noun = before.is_word and before.text == before.low and not words.is_verb(before.low)
    return tokens[at].low == "to" and noun


def is_chanted(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether quoted words are shouted, printed on a sign or given to somebody.

    'chants of “Lock Him Up”'.
    """
    before = [token.low for token in tokens[max(index - 3, 0) : index]]
    if not before or before[-2:] == ["such", "as"]:
        return False
    if before[-1] == ":" and tokens[0].low == "what":
        denied = any(token.low.endswith("n't") for token in tokens[: min(index, _LONGEST_LEAD)])
        if denied or is_title(tokens, index):
            return False  # 'What I am reading: “The Hungry Brain”'
    if any(among(low, words.works, words.naming) for low in before):
        return False
    if _is_roused(tokens, index, words):
        return False
    if before[-1] in small_words().watchwords and any(low in words.prepositions for low in before):
        return False  # 'elected on the slogan “Clean hands”'
    return before[-1] in {"as", ":"} or any(low in words.chants for low in before)
