"""Where what a noun of saying tells ends: 'His claim that it was safe drew laughter'."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon


def before_nouns_verb(tokens: list[Token], content: Phrase, cue: Cue, words: Lexicon) -> Phrase:
    """What a noun that is the subject carries ends before the verb of its sentence.

    'His claim that the bridge was safe drew laughter.'
    """
    if cue.kind is not CueKind.NOUN or content.start < cue.end:
        return content
    if any(among(token.low, words.finite, words.past) for token in tokens[: cue.start]):
        return content
    told = False
    for at in range(content.start, content.stop):
        token, before = tokens[at], tokens[at - 1]
        finite = among(token.low, words.finite, words.past, words.modals)
        if not finite and among(token.low, words.conjunctions, words.relative, words.opens_first):
            return content
        if token.quote < 0 and not token.is_word:
            return content
        if token.text != token.low or not finite:
            continue
        if not told:
            told = True
        elif not among(before.low, words.finite, words.have) and before.low != "to":
            return Phrase(content.start, at)
    return content
