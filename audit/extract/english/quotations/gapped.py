"""Tells whose verb is left out: 'Lee called it “dead” and Marsh “asleep”', '; Marsh, “asleep”'."""

from audit.extract.english.cues.cue import CueKind
from audit.extract.english.cues.speaking import may_speak
from audit.extract.english.grammar.forms import is_person_word
from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.english.quotations.clause import Tie
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_LONGEST = 6  # tokens between two quotations: ', and her old rival,'
_SIGNS = frozenset({",", ";"})


def another_says(tokens: list[Token], index: int, tie: Tie, words: Lexicon) -> Phrase | None:
    """Who says the words at ``index`` if not the subject of the verb that they are tied to."""
    quoted = next((at for at in range(index - 1, tie.cue.end, -1) if tokens[at].quote >= 0), None)
    behind_that = _behind_that(tokens, index, quoted, tie, words)
    if behind_that is not None or quoted is None or index - quoted > _LONGEST:
        return behind_that
    between = _without_joints(tokens, quoted, index)
    if not between or _goes_on(tokens, quoted, between.start, index, tie):
        return None
    if _labels_somebody(tokens, tie, words):
        return None
    whole = phrase_from(tokens, between.start, words)
    if whole is None or whole != between or tokens[whole.start].low in words.times:
        return None
    first = tokens[whole.start].low
    if len(whole) == 1 and among(first, words.alone):
        return whole
    return whole if may_speak(tokens, whole, words) and first not in words.persons else None


def _without_joints(tokens: list[Token], quoted: int, index: int) -> Phrase:
    """What stands between two quotations, less what joins it to either: 'Marsh' of '; Marsh, a'."""
    start, stop = quoted + 1, index
    while start < stop and (
        tokens[start].text in _SIGNS or among(tokens[start].low, small_words().contrasting)
    ):
        start += 1
    while stop > start and _leads_to_words(tokens[stop - 1]):
        stop -= 1
    return Phrase(start, stop)


def _goes_on(tokens: list[Token], quoted: int, start: int, index: int, tie: Tie) -> bool:
    """Whether who said the first quoted words goes on: 'called it “dead” and a town “asleep”'."""
    if tokens[index - 1].text == "," or any(token.text == ";" for token in tokens[quoted:start]):
        return False
    if tie.cue.kind is CueKind.SAY:
        return True
    parted = start > quoted + 1 or tokens[quoted].text[-1:] in _SIGNS
    return not parted and not tokens[start].is_name


def _behind_that(
    tokens: list[Token], index: int, quoted: int | None, tie: Tie, words: Lexicon
) -> Phrase | None:
    """Marsh of 'Lee said it was dead, and Marsh that it was “asleep”'."""
    first = tie.cue.end if quoted is None else quoted
    that = next((at for at in range(index - 1, first, -1) if tokens[at].low == "that"), None)
    if that is None:
        return None
    start = that
    while start > tie.cue.end and tokens[start - 1].is_name:
        start -= 1
    joined = tokens[start - 1].low == "," or tokens[start - 1].low in words.joins
    if start == that or start - 2 < tie.cue.end or tokens[start].low in words.times:
        return None
    if joined and _is_listener(tokens[tie.cue.end : start - 1], words):
        return None  # 'told the Globe and Mail that “…”'
    behind = tokens[start - 2 if joined else start - 1].quote >= 0
    return Phrase(start, that) if behind or joined else None


def _is_listener(between: list[Token], words: Lexicon) -> bool:
    """Whether what stands between a verb and an 'and' is but a name: 'the Globe'."""
    return all(token.is_name or token.low in words.determiners for token in between)


def _leads_to_words(token: Token) -> bool:
    """Whether a token leads from who says words to them: the comma of 'Marsh, “…”', 'as', 'a'."""
    return token.text == "," or among(token.low, small_words().articles, small_words().labels_as)


def _labels_somebody(tokens: list[Token], tie: Tie, words: Lexicon) -> bool:
    """Whether a verb labels persons, so that the next name is labelled too: 'called Roy “mad”'."""
    if tie.cue.kind is not CueKind.LABEL:
        return False
    end = next((at for at in range(tie.cue.end, len(tokens)) if tokens[at].quote >= 0), tie.cue.end)
    while end > tie.cue.end and _leads_to_words(tokens[end - 1]):
        end -= 1
    if end == tie.cue.end:
        return False
    last = tokens[end - 1]
    return last.is_name or last.low in words.counted or is_person_word(last, words)
