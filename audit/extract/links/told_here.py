"""Who was told words: the article's own author, so that no page needs to have them, or a paper."""

from collections.abc import Iterable

from audit.extract.claims import Claim
from audit.extract.outlets.gazetteer import triggers
from audit.languages.extraction.own_reporting import own_reporting
from audit.model import Article, Span

_MOST_BETWEEN = 1  # words of a name that its last one was taken for


def is_told_here(article: Article, start: int, end: int, words: Iterable[Span]) -> bool:
    """Whether a stretch says so outside the words: 'She told me: “They told me nothing.”'."""
    text = article.text[start:end]
    for said in words:
        if start <= said.start < end:
            first, last = said.start - start, min(said.end, end) - start
            text = text[:first] + " " * (last - first) + text[last:]
    return own_reporting().search(text.lower().replace("’", "'")) is not None


def without_who_was_told(claim: Claim, article: Article) -> None:
    """Takes away a speaker who was told the words: «…», declaró a Onda Levante."""
    cue, speaker = claim.cue, claim.speaker
    if cue is None or speaker is None or speaker.start < cue.end:
        return
    between = article.text[cue.end : speaker.start]
    first, _, rest = between.strip().lower().partition(" ")
    if first in triggers().dative and between[:1].isspace() and len(rest.split()) <= _MOST_BETWEEN:
        claim.speaker = claim.meant = None
