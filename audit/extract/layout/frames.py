"""Tells the frame of somebody's words, which says who says them and where, from what is told.

'Ann Lee said at the 14:20 mark of the recording', 'Okafor (2021) writes that': the figures there
are of no statement.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from audit.extract.claims import Claim, span
from audit.extract.layout.figures import has_figure
from audit.extract.stretches import Stretches
from audit.languages.common import CommonWords
from audit.model import Article, Span

_FEWEST_WORDS = 4  # of a statement
_WORD = re.compile(r"\w[\w’'.&-]*")
_BRACKETS = re.compile(r"\([^()]{0,300}\)")
_DASHES = "–—-"
_EDGES = " \t\n\u00a0.,;:!?…–—-"


class Frames:
    """Where the claims of an article have the words that say whose theirs are."""

    def __init__(self, article: Article, claims: Iterable[Claim], words: CommonWords) -> None:
        self._article = article
        self._words = words
        said = (each for claim in claims for each in _frame(claim))
        self._places = sorted({(each.start, each.end) for each in said})
        self._found = Stretches(self._places)

    def told(self, parts: Sequence[Span]) -> list[Span]:
        """The parts of a sentence that tell something, less what says whose words are beside."""
        return [self._less_tag(part) for part in parts if not self._is_frame(part)]

    def _is_frame(self, part: Span) -> bool:
        within = [self._places[n] for n in self._found.overlapping(part.start, part.end)]
        if within and part.text[0] in _DASHES:
            return True  # '– Ann Lee, 12 May'
        return bool(within) and not any(map(self._tells, self._pieces(part, within)))

    def _pieces(self, part: Span, within: Sequence[tuple[int, int]]) -> Iterator[Span]:
        """What stands between the words of a frame, outside brackets."""
        brackets = [each.span() for each in _BRACKETS.finditer(part.text)]
        inside = [(part.start + start, part.start + end) for start, end in brackets]
        at = part.start
        for start, end in sorted([*within, *inside]):
            if start > at:
                yield span(self._article, at, start)
            at = max(at, end)
        if at < part.end:
            yield span(self._article, at, part.end)

    def _tells(self, piece: Span) -> bool:
        """Whether a piece is no adverbial: 'rates it 8.1', ', 58,', not 'at the 14:20 mark'."""
        words = _WORD.findall(piece.text.strip(_EDGES).lower())
        enough = len(words) >= _FEWEST_WORDS or (bool(words) and has_figure(piece.text))
        return enough and words[0] not in self._words.prepositions

    def _less_tag(self, part: Span) -> Span:
        """Without the frame before a semicolon: ', an audit found; another 12% is lost'."""
        tag, sign, behind = part.text.partition("; ")
        at = part.end - len(behind)
        framed = next(self._found.overlapping(part.start, part.start + len(tag)), None) is not None
        short = len(_WORD.findall(tag)) < _FEWEST_WORDS
        return span(self._article, at, part.end) if sign and framed and short else part


def _frame(claim: Claim) -> Iterator[Span]:
    """The words that say whose a claim is, but for figures: 'a survey of 1,520 adults'."""
    if claim.contents:
        said = (each for each in (claim.cue, claim.speaker) if each is not None)
        yield from (each for each in said if not has_figure(_BRACKETS.sub("", each.text)))
