"""Ties whole quoted words in brackets to the name before them: 'Lars Holm (“Never again”)'."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.quotations.clause import Tie, is_direct
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.extraction.english import Lexicon, given_names
from audit.languages.extraction.english_small_words import small_words

_LONGEST_NAME = 4  # words
_FEWEST_WORDS = 3  # fewer are a nickname, a role or a short form


def is_in_brackets(tokens: list[Token], index: int) -> bool:
    """Whether quoted words alone stand in brackets right behind a name."""
    closed = index + 1 < len(tokens) and tokens[index + 1].text == ")"
    return closed and index > 1 and tokens[index - 1].text == "(" and tokens[index - 2].is_name


def in_brackets(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """The tie to somebody by a first name that we know, or out of those who are counted up."""
    if not is_in_brackets(tokens, index) or not is_direct(tokens, index):
        return None
    if len(tokens[index].text.split()) < _FEWEST_WORDS:
        return None
    stop = index - 1
    start = _name_before(tokens, stop)
    if start > 1 and tokens[start - 1].low in words.prepositions and tokens[start - 2].is_name:
        stop = start - 1  # 'Bettina from Ghent'
        start = _name_before(tokens, stop)
    if not any(token.low in words.say for token in tokens[:start]):
        return None  # 'starring Tom Hale (“King of the Hill”)'
    counted = start > 0 and tokens[start - 1].low in small_words().instances
    if stop - start > _LONGEST_NAME or not (counted or tokens[start].low in given_names()):
        return None
    subject = Phrase(start, stop)
    return Tie(Cue(index - 1, index, CueKind.COLON, "(", subject), subject)


def _name_before(tokens: list[Token], at: int) -> int:
    while at > 0 and tokens[at - 1].is_name and tokens[at - 1].quote < 0:
        at -= 1
    return at
