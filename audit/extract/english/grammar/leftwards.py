"""Reads noun phrases from right to left: the one whose last word is given."""

from audit.extract.english.grammar.phrases import (
    LONGEST,
    bounds,
    is_noun_like,
    joins_adjectives,
    joins_names,
)
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_naming import naming_words
from audit.languages.extraction.english_small_words import small_words


def phrase_to(tokens: list[Token], last: int, words: Lexicon) -> Phrase | None:
    """The noun phrase whose last word is at index ``last``."""
    last = _before_brackets(tokens, last)
    if last < 0:
        return None
    if tokens[last].low in words.pronouns:
        return Phrase(last, last + 1)
    if last >= 2 and tokens[last - 1].low in small_words().out_of:
        numbers = (tokens[last - 2].low, tokens[last].low)
        if all(number in words.numbers or number.isdigit() for number in numbers):
            return Phrase(last - 2, last + 1)  # 'two in three said'
    if last >= 3 and tokens[last].is_name and tokens[last - 2].low in small_words().out_of:
        share = tokens[last - 3].low, tokens[last - 1].low
        if all(number in words.numbers or number.isdigit() for number in share):
            return Phrase(last - 3, last + 1)  # 'seven in ten Europeans said'
    start = _grown_leftwards(tokens, last, words)
    while start <= last and tokens[start].low in words.prepositions:
        start += 1
    return Phrase(start, last + 1) if is_noun_like(tokens[start : last + 1], words) else None


def ends_figure(tokens: list[Token], at: int) -> bool:
    """Whether a token is the last part of a figure, before what it counts: '1,900 objects'."""
    return (
        at > 1
        and tokens[at].text.isdigit()
        and tokens[at - 1].text == ","
        and tokens[at - 1].end == tokens[at].start
    )


def _before_brackets(tokens: list[Token], last: int) -> int:
    """The index before brackets that close at ``last``: 'Kasich (R-OH)'."""
    if last < 0 or tokens[last].text != ")":
        return last
    while last >= 0 and tokens[last].text != "(":
        last -= 1
    return last - 1


def _grown_leftwards(tokens: list[Token], last: int, words: Lexicon) -> int:
    """The first word that may belong to the phrase that ends at ``last``."""
    start = last + 1
    while start > 0 and last - start < LONGEST and _belongs(tokens, start - 1, last, words):
        start -= 1
        if tokens[start].low in words.determiners and not _before_determiner(tokens, start, words):
            break
    if (
        start > 0
        and tokens[start].low.isdigit()
        and (
            tokens[start - 1].low in naming_words().number_signs
            and tokens[start - 1].text.istitle()
        )
    ):
        start -= 1  # 'No 10 says'
    return start


def _belongs(tokens: list[Token], at: int, last: int, words: Lexicon) -> bool:
    """Whether the word at ``at`` may belong to the phrase that grows leftwards from ``last``."""
    token = tokens[at]
    if not token.is_word:
        return _is_sign_inside(tokens, at, last)
    if bounds(tokens, at, words):
        return _is_joint(tokens, at) or (token.low == "and" and joins_adjectives(tokens, at, words))
    if token.low in words.determiners:
        return True
    if token.low in words.prepositions:
        return at != last and _joins_its_noun(tokens, at, words)
    if _is_of_clause(tokens, at, last, words) or _is_before_courtesy(tokens, at, last, words):
        return False
    lower_verb = words.is_verb(token.low) and token.text.islower()
    return (
        not lower_verb
        or among(token.low, words.nouns, words.roles)
        or _is_noun_at(tokens, at, last, words)
    )


def _is_before_courtesy(tokens: list[Token], at: int, last: int, words: Lexicon) -> bool:
    """Whether 'Mr' or the like begins a name behind a word: 'to [helping] Mrs. Kask succeed'."""
    token = tokens[at]
    plain = at < last and token.is_word and token.text == token.low
    if not plain or tokens[at + 1].low.removesuffix(".") not in naming_words().addresses:
        return False
    return not among(token.low, words.roles, words.titles, naming_words().before_callings)


def _joins_its_noun(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a preposition stands inside a phrase: 'an aide to Lee', 'an inside source'."""
    inner = at > 0 and tokens[at - 1].low in small_words().indefinite
    return inner or _has_head(tokens, at, words)


def _is_of_clause(tokens: list[Token], at: int, last: int, words: Lexicon) -> bool:
    """Whether a word belongs to a clause that ends before the phrase."""
    token = tokens[at]
    if token.low in words.times and token.is_name:
        named = token.low in naming_words().days and token.text.isupper()  # 'a USA TODAY poll'
        return not named  # 'on Monday [people] said'
    if at == last:
        return False
    if token.low in small_words().said_things and not tokens[at + 1].is_name:
        return True  # 'Things [people] have said'
    had = at > 0 and tokens[at - 1].low in words.have
    return had and token.low.endswith("ed")  # 'her server had handled [messages]'


def _is_sign_inside(tokens: list[Token], at: int, last: int) -> bool:
    """Whether a sign stands inside a phrase: '18% who say', '1,612 workers'."""
    text = tokens[at].text
    if text == "%":
        return at > 0 and tokens[at - 1].low[:1].isdigit()
    if text == "," and at < last and ends_figure(tokens, at + 1):
        return True
    return text in {"'", "’"} and 0 < at != last and tokens[at - 1].low.endswith("s")


def _is_noun_at(tokens: list[Token], at: int, last: int, words: Lexicon) -> bool:
    """Whether a word beside a form makes it a noun: "Lee's thinking", "the state's bank"."""
    if at == 0:
        return False
    if at < last and tokens[at + 1].low == "'s":
        return True
    before = tokens[at - 1]
    if before.low in {"'s", "of"} or (at == last and before.low in words.determiners):
        return True
    return at == last and tokens[at].low in words.plural_nouns and _has_verb(tokens, at, words)


def _has_verb(tokens: list[Token], noun: int, words: Lexicon) -> bool:
    """Whether a form in '-s' behind a plain word has a verb of its own: 'new reports show'."""
    before, behind = tokens[noun - 1], tokens[noun + 1] if noun + 1 < len(tokens) else None
    plain = before.is_word and before.text == before.low
    small = (words.pronouns, words.relative, words.conjunctions, words.roles)
    if behind is None or not plain or among(before.low, *small):
        return False
    if noun > 1 and tokens[noun - 2].low == "to":
        return False  # 'to help brands find'
    return words.is_verb(behind.low) and not behind.low.endswith("ing")


def _before_determiner(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a phrase goes on to the left of its determiner: 'all the', 'a spokesman for the'."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.low in words.prepositions:
        return _has_head(tokens, at - 1, words)
    return before.low in words.determiners


def _has_head(tokens: list[Token], preposition: int, words: Lexicon) -> bool:
    """Whether the words left of a preposition are a source it may belong to."""
    token = tokens[preposition]
    if preposition == 0:
        return False
    before = tokens[preposition - 1]
    if token.low == "by":
        return among(before.low, words.counts, words.made)  # 'a survey by the harbour authority'
    if token.low not in words.joining:
        return False
    if not before.is_word or bounds(tokens, preposition - 1, words):
        return False
    if before.low in words.roles or before.low in words.joining:
        return True
    if token.low == "of":
        return not words.is_verb(before.low) and before.low not in words.prepositions
    near = tokens[max(preposition - 4, 0) : preposition]
    return any(other.low in words.roles for other in near)


def _is_joint(tokens: list[Token], at: int) -> bool:
    """Whether 'and' or the pronoun before it belongs to a joint subject: 'he and Mr. Allen'."""
    if tokens[at].low == "and":
        return joins_names(tokens, at) or _is_with_others(tokens, at)
    return tokens[at].low in small_words().one_person and tokens[at + 1].low == "and"


def _is_with_others(tokens: list[Token], at: int) -> bool:
    """Whether 'and' joins a name and those who worked with it: 'Rao and colleagues wrote'."""
    behind = tokens[at + 1 : at + 3]
    small = small_words()
    named = behind[-1 if behind[0].low in small.possessives else 0] if behind else None
    others = named is not None and named.low in small.colleagues
    return others and at > 0 and tokens[at - 1].is_name
