"""Takes away statements that say nothing but who says other words: 'Selon Le Val, Lind a déclaré'.

Their outlet is whose page has those words; there is nothing besides to be looked for.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from audit.extract.claims import Claim
from audit.model import Article, AttributionKind

_WORD = re.compile(r"\w+")
_MOST = 1  # words beside who says it: 'wie', 'as'
_LONGEST = 200  # characters of such a scrap


def without_scraps(claims: Sequence[Claim], article: Article) -> Iterator[Claim]:
    """The claims but for statements that are all cue and speaker of others of their block."""
    others = defaultdict[int, list[Claim]](list)
    for claim in claims:
        if claim.cue is not None and claim.speaker is not None:
            others[claim.block].append(claim)
    for claim in claims:
        beside = (other for other in others[claim.block] if other is not claim)
        if claim.kind is not AttributionKind.INDIRECT or not any(
            _is_said_by(claim, other, article) for other in beside
        ):
            yield claim


def _is_said_by(claim: Claim, other: Claim, article: Article) -> bool:
    """Whether a statement's words are those that give other words their speaker."""
    if claim.cue is None or other.cue is None or other.speaker is None or other.cue == claim.cue:
        return False
    left = 0
    for content in claim.contents:
        if len(content.text) > _LONGEST:
            return False
        for word in _WORD.finditer(article.text, content.start, content.end):
            own = (other.cue, other.speaker)
            left += not any(part.start <= word.start() < part.end for part in own)
    return left <= _MOST and any(
        content.start <= other.cue.start < content.end for content in claim.contents
    )
