"""Tells a participle that only says what something is called from a verb of calling."""

from audit.extract.english.cues.speaking import may_speak
from audit.extract.english.labels import is_title
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words


def names_it(tokens: list[Token], index: int, lemma: str, subject: Phrase, words: Lexicon) -> bool:
    """Whether a participle only tells what its noun is called: 'an account called “Loop”'.

    Right before a name, the verb itself would lack whom it calls so: not 'what Lee called “mad”'.
    """
    if lemma not in words.calls or len(tokens) == index + 1:
        return False
    if _is_of_thing(tokens, index, subject, words):
        return True
    if subject.stop != index:
        return False
    at = index + 1 + (tokens[index + 1].low in small_words().articles)
    if at >= len(tokens) or tokens[at].quote < 0:
        return False
    first = tokens[subject.start]
    if among(first.low, words.pronouns, words.relative):
        return False
    if is_title(tokens, at) and among(first.low, small_words().indefinite, words.numbers):
        return True  # 'a group called “Gluten Be Gone”'
    if first.low not in small_words().articles:
        return not _stands_behind_noun(tokens, subject.start, words)
    what = subject.start > 0 and tokens[subject.start - 1].low in small_words().free_relatives
    return not what and not any(
        token.low in words.roles for token in tokens[subject.start : subject.stop]
    )


def _is_of_thing(tokens: list[Token], index: int, subject: Phrase, words: Lexicon) -> bool:
    """Whether a thing is what is called so: 'notes later deemed “secret”'."""
    near = index - subject.stop <= 1 and tokens[index + 1].quote >= 0
    perfect = tokens[index - 1].low in small_words().perfect
    before = tokens[subject.start - 1].low if subject.start else ""
    opened = before != "that" and among(before, words.relative, small_words().free_relatives)
    participle = tokens[index].low.endswith("ed") and not (perfect or opened)
    return near and participle and not may_speak(tokens, subject, words)


def _stands_behind_noun(tokens: list[Token], start: int, words: Lexicon) -> bool:
    """Whether a subject may open a relative clause: 'a plan Democrats called “mad”'."""
    if start == 0 or not tokens[start - 1].is_word:
        return start > 0 and tokens[start - 1].quote >= 0
    before = tokens[start - 1].low
    if before == "that" and start > 1:
        noun = tokens[start - 2]  # 'a plan that critics called “mad”'
        return noun.is_word and noun.text == noun.low and not words.is_verb(noun.low)
    return not among(before, words.prepositions, words.clause_openers, words.have) and not (
        words.is_verb(before)
    )
