"""Tells words that are spoken of from words that say something: "called Lee's report “mad”"."""

from collections.abc import Sequence

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_REACH = 8  # tokens between a verb that labels and whose words it labels


def owner_of_words(tokens: list[Token], subject: Phrase, words: Lexicon) -> Phrase | None:
    """Whose words are told of before a colon: "Lee's comments were blunt: “…”"."""
    noun = subject.stop - 1
    owned = noun - subject.start > 1 and tokens[noun - 1].low == "'s"
    if not owned or not among(tokens[noun].low, words.nouns, words.answers):
        return None
    return Phrase(subject.start, noun - 1)


def is_spoken_about(
    tokens: list[Token], cues: Sequence[Cue], noun: Cue, index: int, words: Lexicon
) -> bool:
    """Whether somebody's words are what a label is for: 'described Lee's speech as “a sermon”'.

    'Called Lee's report a “rush to judgment”', 'called the mayor's comments “toxic”'.
    """
    if tokens[noun.end].low == "as":
        return True
    if noun.end == index and _opens_with_verb(tokens[index].text, words):
        return True  # 'stated that the inspector's report “was not good”'
    small, behind = small_words(), tokens[noun.end : index]
    opens = bool(behind) and behind[0].low in small.bridges  # 'Lee's claim that it was “mad”'
    plain = all(
        token.quote >= 0 or among(token.low, small.articles, small.bridges, small.coordinating)
        for token in behind
    )
    if noun.subject is None or opens or not plain:
        return False
    return any(
        cue.kind is CueKind.LABEL
        and not cue.passive
        and 0 <= noun.subject.start - cue.end <= _REACH
        and all(token.is_word for token in tokens[cue.end : noun.subject.start])
        for cue in cues
    )


def _opens_with_verb(text: str, words: Lexicon) -> bool:
    """Whether quoted words begin with the verb of what stands before them: “was not good”."""
    first = text.split(maxsplit=1)[0]
    return first.islower() and among(first, words.finite, words.be)
