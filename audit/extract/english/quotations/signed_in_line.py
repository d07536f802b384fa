"""Reads who signs words inside a line: 'Reader comments: “Mine came out flat!” — Dolores.'."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.quotations.clause import Tie
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon

_DASHES = frozenset({"—", "–", "―", "--"})
_ENDS = (".", "!", "?", "…")
_LONGEST_NAME = 4  # words
_LONGEST_PLACE = 4  # tokens of ', verified buyer'


def signed(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """The tie of a whole quoted sentence behind which only a dash and a name stand."""
    dash = index + 1
    if dash + 1 >= len(tokens) or tokens[dash].text not in _DASHES:
        return None
    if not _opens(tokens, index) or not tokens[index].text.rstrip("’'\" ").endswith(_ENDS):
        return None
    stop = dash + 1
    while stop < len(tokens) and tokens[stop].is_name and tokens[stop].quote < 0:
        stop += 1
    if not dash + 1 < stop <= dash + 1 + _LONGEST_NAME or not _closes(tokens, stop, words):
        return None
    subject = Phrase(dash + 1, stop)
    return Tie(Cue(dash, dash + 1, CueKind.COLON, "—", subject), subject)


def _opens(tokens: list[Token], index: int) -> bool:
    """Whether words begin their line, or stand behind a colon or another signature."""
    before = index - 1
    while before >= 0 and tokens[before].is_name and tokens[before].quote < 0:
        before -= 1
    signature = 0 < before < index - 1 and tokens[before].text in _DASHES
    return index == 0 or tokens[index - 1].text == ":" or signature


def _closes(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a line ends behind a name, or tells in a few words where or what its bearer is."""
    rest = tokens[at:]
    if not rest or rest[0].quote >= 0 or (len(rest) == 1 and not rest[0].is_word):
        return True
    if rest[0].text != "," or len(rest) > _LONGEST_PLACE + 1:
        return False
    return not any(
        token.quote >= 0 or among(token.low, words.finite, words.past, words.pronouns)
        for token in rest
    )
