"""Ties quoted words to whose view they are: 'For Lee, it is “…”', '“…” is how Lee described it'."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.speaking import may_speak
from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.english.quotations.as_said import said_by, verb_of_as
from audit.extract.english.quotations.clause import Tie
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_LONGEST_VIEW = 10  # tokens from who holds a view to what it is of: ', a historian, the treaty'


def for_somebody(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """'For Ruth Katz, the treaty was “a truce”': words right behind the verb, nobody's else."""
    if tokens[0].low not in small_words().opens_view or index < len(
        ("For", "Lee", ",", "it", "is")
    ):
        return None
    verb = index - 1 - among(tokens[index - 1].low, words.determiners)
    subject = phrase_from(tokens, 1, words)
    if subject is None or subject.start != 1 or tokens[verb].low not in words.be:
        return None
    if tokens[subject.stop].text != "," or verb - subject.stop > _LONGEST_VIEW:
        return None
    named = tokens[subject.stop - 1].is_name and may_speak(tokens, subject, words)
    told = all(token.is_word or token.text == "," for token in tokens[subject.stop : verb])
    return Tie(Cue(0, 1, CueKind.ACCORDING, "for", subject), subject) if named and told else None


def how_described(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """'“A masterpiece of delay” is how Jo Vane described the report'."""
    behind = tokens[index + 1 : index + 3]
    if len(behind) < 2 or behind[0].low not in words.be or behind[1].low != "how":
        return None
    subject = phrase_from(tokens, index + 3, words)
    if subject is None or subject.start != index + 3:
        return None
    verb = verb_of_as(tokens, subject, words)
    if verb is None:
        verb = next((at for at in subject if tokens[at].low in words.label), subject.stop)
    if verb >= len(tokens):
        return None
    known = (words.say, words.label, words.view, small_words().puts_it)
    if not any(tokens[verb].low in forms for forms in known):
        return None
    subject = Phrase(subject.start, min(subject.stop, verb))
    return said_by(tokens, subject, verb)
