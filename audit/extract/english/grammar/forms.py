"""Tells what a verb form is at its place: a passive, a participle, part of a name."""

from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, person_words
from audit.languages.extraction.english_small_words import small_words

_FEWEST_SAID = 4  # words
_OVERHEARD = 5  # tokens of 'seen on camera shouting'


def is_passive(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a participle stands behind 'be': 'was widely seen'."""
    at = index - 1
    while at >= 0 and (tokens[at].low.endswith("ly") or tokens[at].low in words.often):
        at -= 1
    form = tokens[index].low
    small = small_words()
    strong = among(form, small.strong_participles, small.overheard)
    participle = form.endswith(("ed", "en", "wn")) or strong
    if at < 0 or not participle:
        return False
    if tokens[at].low == "'s" and index + 1 < len(tokens):  # "It's called “Loop”"
        return at > 0 and tokens[at - 1].low in words.pronouns and tokens[index + 1].quote >= 0
    return tokens[at].low in words.be


def is_perfect(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether 'have' stands shortly before a participle."""
    return any(token.low in words.have for token in tokens[max(index - 3, 0) : index])


def is_progressive(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form in -ing is the verb of 'was saying'."""
    at = index - 1
    while at > 0 and tokens[at].low.endswith("ly"):
        at -= 1
    if at < 0:
        return False
    if tokens[at].low == "'s":  # 'he's suggesting'
        return at > 0 and among(tokens[at - 1].low, words.pronouns, words.relative)
    return tokens[at].low in words.be or tokens[at].low.endswith(("'re", "'m"))


def says_alone(tokens: list[Token], verb: int, words: Lexicon) -> bool:
    """Whether a verb says the words before it without a comma between: '“…” said Ann Lee'."""
    if verb < 1 or verb + 1 >= len(tokens) or tokens[verb - 1].quote < 0:
        return False
    many = len(tokens[verb - 1].text.split()) >= _FEWEST_SAID
    named = tokens[verb + 1].is_name or tokens[verb + 1].low in words.persons
    return many and named and tokens[verb].low in words.goes_on


def asks_one(tokens: list[Token], verb: int, first: Token, words: Lexicon) -> bool:
    """Whether a verb in its base form has one thing behind it, and so is no 'say critics'."""
    low = tokens[verb].low
    if words.say.get(low) != low or low in small_words().past_like_base:
        return False
    return among(first.low, small_words().indefinite, small_words().one_of_them)


def governs_gerund(tokens: list[Token], index: int, words: Lexicon) -> int | None:
    """The verb whose subject a form in -ing has: 'kept saying', 'was caught on tape saying'."""
    if tokens[index - 1].low in small_words().goes_on_doing:
        return index - 1
    for at in range(index - 1, max(index - _OVERHEARD, 0), -1):
        if tokens[at].low in small_words().overheard:
            return at if is_passive(tokens, at, words) else None
        if not tokens[at].is_word:
            return None
    return None


def is_gerund(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form in -ing is a thing done, not a way of saying: 'for questioning it'."""
    at = index - 1
    while at > 0 and tokens[at].low.endswith("ly"):
        at -= 1
    before = tokens[at]
    if before.low in small_words().moments and any(
        token.low == "at" for token in tokens[max(at - 2, 0) : at]
    ):
        return False  # ', at one point calling it'
    if before.low in small_words().opens_participle:
        return False  # 'before explaining why'
    if before.low in words.prepositions:
        return before.low not in small_words().before_saying
    thing = among(before.low, words.roles, words.auxiliaries) or holds_words(before, words)
    return before.text.islower() and not thing


def holds_words(token: Token, words: Lexicon) -> bool:
    """Whether a noun is of what holds words or counts: 'emails showing', '22 percent saying'."""
    low = token.low
    single = low.removesuffix("s")
    return among(low, words.nouns, words.counts) or among(single, words.nouns, words.bearers)


def is_name_too(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word of another kind is part of a name here: 'said Will Doyle', 'June Orr'."""
    token = tokens[at]
    if not token.is_name or not among(token.low, words.names_too, words.times_too):
        return False
    named = at + 1 < len(tokens) and tokens[at + 1].is_name
    if token.low in words.names_too:
        if at == 0 and token.low == "per":
            return named and _is_subject_behind(tokens, at + 1, words)
        if at == 0:
            return named and token.low in words.finite and tokens[-1].text != "?"
        return named or tokens[at - 1].is_word
    return named and _is_forename(tokens, at, words)


def _is_subject_behind(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a name is a subject, and so no object of 'per': 'Per Dahl runs the ferry'.

    'Per Dahl, who runs' is one as well: agencies and papers are no 'who'.
    """
    end = next((n for n in range(at, len(tokens)) if not tokens[n].is_name), len(tokens))
    if end + 1 >= len(tokens):
        return False
    following, next_one = tokens[end], tokens[end + 1]
    if following.text == ",":
        return next_one.low == "who"
    if among(following.low, words.finite, words.past) or words.is_verb(following.low):
        return True
    takes_object = among(next_one.low, words.determiners, words.prepositions)
    return following.is_word and following.low.endswith("s") and takes_object


def _is_forename(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word that mostly says when is somebody's first name: 'said June Weber'."""
    token, behind = tokens[at], tokens[at + 1]
    if among(behind.low, words.times, words.conjunctions):
        return False
    day = token.low in words.times
    if at == 0:
        return not day
    before = tokens[at - 1]
    if words.is_verb(before.low):
        return at > 1 and (tokens[at - 2].quote >= 0 or tokens[at - 2].text == ",")
    if day:
        return among(before.low.removesuffix("."), words.titles, words.roles)
    dated = among(before.low, words.prepositions, words.determiners, words.times, words.dated)
    return not (dated or before.low.isdigit() or before.low in words.conjunctions)


def is_headline(tokens: list[Token]) -> bool:
    """Whether most of the longer words are capitalised."""
    longer = [token for token in tokens if token.is_word and len(token.low) > 3]
    return len(longer) > 3 and sum(token.is_name for token in longer) > 0.8 * len(longer)


def is_person_word(token: Token, words: Lexicon) -> bool:
    """Whether a noun is of a person or a group by what they do or are."""
    persons = person_words()
    return among(token.low, words.roles, persons.kin, persons.occupations)
