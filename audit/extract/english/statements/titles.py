"""Finds what a title says somebody says: 'Lee: The bridge will stay shut'."""

from collections.abc import Sequence

from audit.extract.claims import Claim, span
from audit.extract.english.cues.cue import CueKind
from audit.extract.english.quotations.clause import Parsed
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.model import Article, AttributionKind, BlockKind

_LONGEST_LABEL = 9  # tokens
_FEWEST_WORDS = 3


def title_statement(article: Article, parsed: Sequence[Parsed], words: Lexicon) -> Claim | None:
    """What stands in the first line behind the name of somebody who speaks further down."""
    if not parsed or article.blocks[parsed[0].block].kind is BlockKind.HEADING:
        return None
    tokens = parsed[0].tokens
    colon = next((i for i, token in enumerate(tokens[:_LONGEST_LABEL]) if token.text == ":"), None)
    if not colon or any(cue.kind is CueKind.COLON for cue in parsed[0].cues):
        return None
    said = [token for token in tokens[colon + 1 :] if token.is_word or token.quote >= 0]
    if tokens[-1].text == "?" or len(said) < _FEWEST_WORDS or said[0].quote >= 0:
        return None
    speaker = _speaker(tokens, colon, words)
    if speaker is None or not _speaks_below(tokens[speaker.stop - 1], parsed, words):
        return None
    last = len(tokens) - 1 if tokens[-1].text in {".", ";"} else len(tokens)
    return Claim(
        AttributionKind.INDIRECT,
        [span(article, tokens[colon + 1].start, tokens[last - 1].end)],
        span(article, tokens[colon].start, tokens[colon].end),
        span(article, tokens[speaker.start].start, tokens[speaker.stop - 1].end),
        parsed[0].block,
        [0],
    )


def _speaker(tokens: list[Token], colon: int, words: Lexicon) -> Phrase | None:
    """Who stands before a colon: 'Lee', 'Former mayor Ann Lee at the fair'."""
    start = 0
    for at in range(colon):
        if not tokens[at].is_word:
            start = at + 1  # 'EXCLUSIVE – Ann Lee'
        elif at > start and among(tokens[at].low, words.prepositions):
            return Phrase(start, at)
    return Phrase(start, colon) if start < colon else None


def _speaks_below(name: Token, parsed: Sequence[Parsed], words: Lexicon) -> bool:
    """Whether a name is the last word of who says something in a later sentence."""
    if not name.is_name or among(name.low, words.labels, words.times):
        return False
    return any(
        cue.kind is CueKind.SAY
        and cue.subject is not None
        and sentence.tokens[cue.subject.stop - 1].text == name.text
        for sentence in parsed[1:]
        for cue in sentence.cues
    )
