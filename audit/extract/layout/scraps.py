"""Takes away statements that say nothing but who says other words: 'Selon Le Val, Lind a déclaré'.

Their outlet is whose page has those words; there is nothing besides to be looked for. So it is with
', she told the magazine in 2015' behind quoted words, which has a figure and a link.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from operator import itemgetter

from audit.extract.claims import Claim, span
from audit.extract.layout.figures import has_figure
from audit.model import Article, AttributionKind, Span

_WORD = re.compile(r"\w+")
_MOST = 1  # words beside who says it: 'wie', 'as'
_LONGEST = 200  # characters of such a scrap


def without_scraps(claims: Sequence[Claim], article: Article) -> Iterator[Claim]:
    """The claims but for statements that are all cue and speaker of others of their block."""
    said = _BySaying(claims)
    for claim in claims:
        if claim.kind is not AttributionKind.INDIRECT or not any(
            _is_said_by(claim, other, article)
            for content in claim.contents
            for other in said.within(content)
        ):
            yield claim


def without_doubles(claims: Sequence[Claim], documents: Container[str]) -> Iterator[Claim]:
    """The claims but for what a document says that somebody says, of whom there is a claim.

    'Laut Klinik wurden 43 verschoben, heißt es in [der Mitteilung](url)' is one statement.
    """
    cited = {claim.cue.start for claim in claims if claim.cue is not None and claim.contents}
    for claim in claims:
        cue, speaker = claim.cue, claim.speaker
        told = claim.kind is AttributionKind.INDIRECT and len(claim.contents) == 1
        within = (
            told
            and cue is not None
            and speaker is not None
            and claim.contents[0].start in cited
            and cue.start >= claim.contents[0].end
            and speaker.text.lower().split()[-1] in documents
        )
        if not within:
            yield claim


def without_tags(claims: Sequence[Claim], article: Article) -> Iterator[Claim]:
    """The claims but for statements of nobody that are what gives quoted words their speaker.

    Where one only begins with that, it is less by so much: ', Lee said, and will close'.
    """
    said = _BySaying(claim for claim in claims if claim.contents)
    for claim in claims:
        if claim.kind is not AttributionKind.INDIRECT or claim.cue is not None:
            yield claim
            continue
        for other in said.within(claim.contents[0]) if claim.contents else ():
            _shorten(claim, other, article)
        if claim.contents:
            yield claim


class _BySaying:
    """The claims of somebody by where their cue stands: of a long paragraph few are in a span."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        said = enumerate(claim for claim in claims if claim.speaker is not None)
        self._said = sorted(
            (claim.cue.start, number, claim) for number, claim in said if claim.cue is not None
        )

    def within(self, part: Span) -> Sequence[Claim]:
        """Those whose cue begins in a part of the text, in the order in which they were given."""
        first = bisect_left(self._said, (part.start, -1))
        until = bisect_left(self._said, (part.end, -1))
        return [claim for _, _, claim in sorted(self._said[first:until], key=itemgetter(1))]


def _shorten(claim: Claim, other: Claim, article: Article) -> None:
    """Takes the clause that gives other words their speaker off the beginning of a statement."""
    if other.cue is None or other.speaker is None or not claim.contents:
        return
    first, text = claim.contents[0], article.text
    opens = min(other.cue.start, other.speaker.start)
    closes = max(other.cue.end, other.speaker.end)
    if _WORD.search(text, first.start, max(opens, first.start)) or closes > first.end:
        return
    if opens < first.start or text.find("\n", opens, closes) >= 0:
        return
    comma = text.find(",", closes, first.end)
    apposed = comma >= 0 and other.cue.start < other.speaker.start
    if apposed or has_figure(text[opens:closes]):
        return  # 'said Peter Ashworth, 67', 'Peter Ashworth, 67, told'
    apart = all(not (each.start < first.end and first.start < each.end) for each in other.contents)
    if comma >= 0 and not text[closes:comma].strip():
        left = span(article, comma + 1, first.end)
        claim.contents[:1] = [left] if _WORD.search(left.text) else []
    elif apart and comma < 0 and len(claim.contents) == 1:
        claim.contents.clear()


def _is_said_by(claim: Claim, other: Claim, article: Article) -> bool:
    """Whether a statement's words, in which another cue stands, are all that one's and its name."""
    if claim.cue is None or other.cue is None or other.speaker is None or other.cue == claim.cue:
        return False
    left = 0
    for content in claim.contents:
        if len(content.text) > _LONGEST:
            return False
        for word in _WORD.finditer(article.text, content.start, content.end):
            own = (other.cue, other.speaker)
            left += not any(part.start <= word.start() < part.end for part in own)
    return left <= _MOST
