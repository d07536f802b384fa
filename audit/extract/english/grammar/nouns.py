"""Tells a noun from a verb of the same form: 'the claim', 'they claim'."""

from audit.extract.english.grammar.forms import holds_words, is_headline
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, person_words
from audit.languages.extraction.english_naming import naming_words
from audit.languages.extraction.english_small_words import small_words

_JOINED = 2  # tokens from a verb to what a comma joins
_CLAUSE = 40  # tokens before a comma in which its clause has a verb
_LONGEST_CLOSING = 4  # tokens of a subject
_COUNTED = 6  # tokens of 'two long critical reports'


def is_noun_here(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form that may be a verb is a noun or part of a name at this place."""
    token = tokens[index]
    if index == 0:
        return not token.low.endswith(("ing", "ed"))
    if token.is_name:
        return token.low not in words.headline_verbs or not is_headline(tokens)
    quotes = index + 1 < len(tokens) and tokens[index + 1].quote >= 0
    counted = tokens[index - 1].low.isdigit() and not (
        index > 1 and tokens[index - 2].low in small_words().before_year
    )
    if counted and token.low.endswith("ed") and not quotes:
        return True  # '12 reported cases'
    if _is_subject_itself(tokens, index, words) or _is_second_noun(tokens, index, words):
        return True  # 'the jobs report was released', 'the names and addresses of'
    if token.low in words.chants and token.low.endswith("s") and _is_of(tokens, index + 1):
        return True  # 'roused the hall to chants of “…”'
    if _is_of_state(tokens, index, words) or _is_counted(tokens, index, words):
        return True
    for is_noun in (_as_plural(tokens, index, words), _as_base_form(tokens, index, words)):
        if is_noun is not None:
            return is_noun
    return not _is_relative(tokens, index - 1, words) and _behind_what_modifies(
        token, tokens[index - 1], words
    )


def _is_relative(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether 'that' stands behind what holds words: 'a poll that shows'."""
    if tokens[at].low != "that" or at == 0:
        return False
    before = tokens[at - 1]
    return holds_words(before, words) and before.low not in words.prints


def _is_second_noun(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form in '-s' is joined to a noun with its article: 'the names and addresses of'."""
    if index < len(("the", "names", "and")) or index + 1 >= len(tokens):
        return False
    article, noun, joint = tokens[index - 3 : index]
    plural = noun.low.endswith("s") and tokens[index].low.endswith("s") and noun.text == noun.low
    joined = joint.low == "and" and article.low in words.determiners
    return joined and plural and tokens[index + 1].low in naming_words().inside_groups


def _is_subject_itself(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form that may be a noun has a finite verb right behind it: 'the report was'."""
    token = tokens[index]
    noun = token.low in words.plural_nouns or token.low in words.nouns
    if not noun or index + 1 >= len(tokens):
        return False
    before = tokens[index - 1]
    own = among(before.low, words.pronouns, words.relative, words.conjunctions) or (
        not before.is_word or before.low == "to" or before.is_name
    )
    return not own and among(tokens[index + 1].low, words.be, words.have, words.finite)


def _as_plural(tokens: list[Token], index: int, words: Lexicon) -> bool | None:
    """Whether a form is a plural noun, 'attacks', 'reports'.

    None where it may be a verb in '-s' too.
    """
    before = tokens[index - 1]
    if tokens[index].low not in words.plural_nouns or _has_object(tokens, index + 1):
        return None  # 'my neighbour on the corner calls it “the swamp”'
    if _closes_sentence(tokens, index, words):
        return None
    if _is_plural_before(tokens, index, words) or _counts_things(before, words):
        return True
    if _may_be_singular(before, words):
        return None
    led = among(before.low, words.determiners, words.prepositions)
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is not None and behind.quote >= 0 and not led:
        return None  # 'the booklet claims “…”'
    return led or behind is None or behind.low != "that"


def _closes_sentence(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a clause of nothing but a subject and a form in '-s' ends: ', the bank forecasts.'.

    What stands before its comma has a verb; behind it another may be joined: ', Lee reports, and'.
    """
    sign = tokens[index + 1].text if index + 1 < len(tokens) else "."
    joined = sign == "," and index + _JOINED < len(tokens)
    joined = joined and tokens[index + _JOINED].low in small_words().coordinating
    if sign not in {".", ";"} and not joined:
        return False
    start = index
    while start > 0 and index - start < _LONGEST_CLOSING and tokens[start - 1].is_word:
        start -= 1
    subject = tokens[start:index]
    if start < 1 or tokens[start - 1].text != "," or not subject:
        return False
    articled = subject[0].low in small_words().articles and len(subject) > 1
    singular = not subject[-1].low.endswith("s") and articled
    named = all(token.is_name for token in subject)
    plain = not any(among(t.low, words.prepositions, words.conjunctions) for t in subject[1:])
    ahead = tokens[max(start - _CLAUSE, 0) : start - 1]
    told = any(
        t.low.endswith("ed") or among(t.low, words.finite, words.be, words.have, words.past)
        for t in ahead
    )
    return (singular or named) and plain and told


def _is_of(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].low == "of"


def _is_of_state(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether 'state' tells whose somebody is: 'mocked GOP state leaders'."""
    if tokens[index].low not in naming_words().state_nouns or index + 1 >= len(tokens):
        return False
    behind = tokens[index + 1]
    return behind.text == behind.low and behind.low in words.roles


def _is_counted(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a number has no other plural than a form in '-s': 'the two long critical reports'."""
    if tokens[index].low not in words.plural_nouns:
        return False
    for at in range(index - 1, max(index - _COUNTED, 0), -1):
        token = tokens[at]
        plural = token.low.endswith("s") and not token.low.endswith("ous")
        if not token.is_word or token.text != token.low or plural:
            return False
        if among(token.low, words.conjunctions, words.prepositions, words.pronouns):
            return False
        if at < index - 1 and token.low in words.numbers:
            return tokens[at - 1].low in words.determiners and token.low != "one"
    return False


def _is_plural_before(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether the word behind a form in '-s' tells that it is a noun."""
    low, before = tokens[index].low, tokens[index - 1]
    behind = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if behind == "that":  # 'party rules that could change'
        return index + 2 < len(tokens) and tokens[index + 2].low in words.finite
    if low in words.only_nouns:
        return True  # 'federal rules'
    if behind == ":" and index == 1:
        listed = index + 2 < len(tokens) and tokens[index + 2].low.endswith("ed")
        return listed or _is_role(before, words)  # 'Patch notes: fixed', 'Reader comments: “…”'
    if behind == ",":
        return before.is_name and not _stands_apart(
            tokens, index, words
        )  # 'After the Paris attacks, …'
    return behind in words.of_noun and low[:-1] in words.nouns  # 'media reports of a flood'


def _stands_apart(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether commas put a name and a form into a clause: 'Democrats, Frank notes, applaud it'."""
    start = index
    while start > 0 and tokens[start - 1].is_name:
        start -= 1
    if start < 1 or tokens[start - 1].text != "," or index + 2 >= len(tokens):
        return False
    verb = tokens[index + 2]
    small = (words.conjunctions, words.prepositions, words.determiners)
    return verb.is_word and verb.text == verb.low and not among(verb.low, *small)


def _counts_things(token: Token, words: Lexicon) -> bool:
    """Whether a word tells how many there are of what follows: 'some states'."""
    return among(token.low, words.numbers, words.stand_alone) and token.low not in words.relative


def _is_role(token: Token, words: Lexicon) -> bool:
    return among(token.low, words.roles, person_words().occupations)


def _has_object(tokens: list[Token], at: int) -> bool:
    """Whether a pronoun and what it is called stand at an index: not in 'the claims it made'."""
    if at + 1 >= len(tokens) or tokens[at].low not in small_words().objects_called:
        return False
    return tokens[at + 1].quote >= 0 or tokens[at + 1].low in small_words().articles


def _as_base_form(tokens: list[Token], index: int, words: Lexicon) -> bool | None:
    """Whether a base form is a noun, 'the claim'; None where the words around it do not tell."""
    token, before = tokens[index], tokens[_behind_subject(tokens, index, words)]
    if token.low != _lemma(token.low, words) or token.low in small_words().past_like_base:
        return None
    if index > 1 and before.low.endswith("ly") and tokens[index - 2].low in words.determiners:
        return True  # 'in its quarterly report'
    if _is_behind_one(tokens, index, words):
        return True
    if token.low in words.bare_verbs:
        return _is_bound(before, words) and not among(before.low, words.numbers, words.stand_alone)
    has_that = index + 1 < len(tokens) and tokens[index + 1].low == "that"
    plural = before.low.endswith("s") and not among(before.low, words.pronouns, words.determiners)
    if has_that and not plural and index + 2 < len(tokens) and _is_finite(tokens[index + 2], words):
        return True  # 'a slide show that predicted rain'
    bare = among(before.low, words.determiners, words.noun_before) or token.low in words.only_nouns
    if has_that and not bare:
        return _is_of_one(tokens, index) or _is_modified(token, before, words)
    if _may_be_plural(before, words) or _are_two(tokens, index - 1):
        return None
    return not _has_plural_head(tokens, index, words)


def _behind_subject(tokens: list[Token], index: int, words: Lexicon) -> int:
    """The word before a form, or before what stands behind its subject: 'polls there show'."""
    return index - 1 - (index > 1 and tokens[index - 1].low in words.afterthoughts)


def _is_of_one(tokens: list[Token], index: int) -> bool:
    """Whether an article for one thing stands before a base form and its first half.

    'said in a blog post that'.
    """
    return index > 2 and tokens[index - 2].low in small_words().indefinite


def _is_behind_one(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether one thing or somebody's name stands before a base form, so that it is its noun.

    'On a press call', "after last week's Paris attack".
    """
    before, low = tokens[index - 1], tokens[index].low
    if index < 2 or not before.is_word or low in words.bare_verbs:
        return False
    at = index - 1
    while at > 0 and tokens[at].is_name and tokens[at - 1].is_name:
        at -= 1
    first = tokens[at - 1].low
    if before.is_name:
        return first == "'s" and not among(before.low, words.plurals)
    many = among(before.low, words.plurals, words.numbers)
    return first in small_words().indefinite and before.low.endswith("s") and not many


def _is_bound(before: Token, words: Lexicon) -> bool:
    """Whether no verb in its base form follows a word: 'the say', not 'struck down say'."""
    if among(before.low, words.determiners, words.prepositions):
        return before.low != "to" and before.low not in words.particles
    compared = before.text.endswith("er") and before.text.islower()
    return compared and before.low not in words.roles


def _is_finite(token: Token, words: Lexicon) -> bool:
    return among(token.low, words.finite, words.past) or token.low.endswith("ed")


def _has_plural_head(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a plural of what counts opens the sentence, with a place: 'polls in Kelm show'."""
    for at in range(index - 2, -1, -1):
        token = tokens[at]
        if not token.is_word or among(token.low, words.finite, words.past, words.conjunctions):
            return False
        if token.low in words.prepositions:
            head = tokens[at - 1].low
            if at > 0 and head.endswith("s") and among(head, words.counts, words.roles):
                return True
    return False


def _behind_what_modifies(token: Token, before: Token, words: Lexicon) -> bool:
    """Whether a word makes the form behind it a noun: "Lee's warning", 'the reported sale'."""
    if before.low == "'s":
        if token.low.endswith("ing"):
            return token.low in words.nouns  # "the report's finding that"
        return token.low not in small_words().after_genitive
    if token.low.endswith("ing") and before.low in words.prepositions:
        return False  # 'by telling them that'
    if before.low in words.noun_before and before.low not in words.auxiliaries:
        return token.low not in small_words().only_verbs or before.low in words.determiners
    if before.low in small_words().plain_subjects:
        return False
    return _is_modified(token, before, words)


def _is_modified(token: Token, before: Token, words: Lexicon) -> bool:
    """Whether an adjective stands before a form that may be a noun: 'its annual report'."""
    return token.low in words.nouns and before.low.endswith(("al", "ic", "ive", "ous"))


def _lemma(form: str, words: Lexicon) -> str:
    return words.say.get(form) or words.label.get(form) or words.view.get(form) or form


def _may_be_singular(before: Token, words: Lexicon) -> bool:
    """Whether a verb in '-s' may follow a word.

    'she states', 'the letter states', not 'other states'.
    """
    if before.is_name or not before.is_word:
        return True
    persons = person_words()
    known = among(before.low, words.pronouns, words.relative, words.roles, words.plurals)
    return (
        known
        or before.low in words.outlet_nouns
        or among(before.low, persons.kin, persons.occupations)
    )


def _may_be_plural(before: Token, words: Lexicon) -> bool:
    """Whether a verb in its base form may follow a word: 'officials say', 'will say', 'and say'."""
    if among(before.low, words.finite, words.pronouns, words.relative, words.auxiliaries):
        return True
    if before.low in words.plurals or before.low.endswith("ly") or before.low[:1].isdigit():
        return True
    return before.low.endswith("s") or not before.is_word or before.low in words.stand_alone


def _are_two(tokens: list[Token], last: int) -> bool:
    """Whether a plural of two names ends at an index: 'Mr. Autor and Mr. Hanson', 'the two'."""
    if tokens[last].low in small_words().two:
        return True
    at = last
    while at > 0 and (tokens[at].is_name or tokens[at].text in {".", "&"}):
        at -= 1
    return at < last and at > 0 and tokens[at].low == "and" and tokens[at - 1].is_name
