"""Who was told words: the article's own author, so that no page needs to have them, or a paper."""

from collections.abc import Iterable

from audit.extract.claims import Claim
from audit.extract.outlets.gazetteer import triggers
from audit.extract.places import text_outside
from audit.languages.common import CommonWords
from audit.languages.extraction.own_reporting import own_reporting
from audit.model import Article, Span

_MOST_BETWEEN = 2  # words from a verb to a speaker: 'a', and a name's first


def is_told_here(article: Article, start: int, end: int, words: Iterable[Span]) -> bool:
    """Whether a stretch says so outside the words: 'She told me: “They told me nothing.”'."""
    outside = text_outside(article, start, end, words).lower().replace("’", "'")
    return own_reporting().search(outside) is not None


def without_who_was_told(claim: Claim, article: Article, words: CommonWords) -> None:
    """Takes away a speaker who was told the words: «…», declaró a Onda Levante."""
    cue, speaker = claim.cue, claim.speaker
    if cue is None or speaker is None or speaker.start < cue.end:
        return
    between = article.text[cue.end : speaker.start].split()
    leads = between[0].lower() if between else ""
    if leads not in triggers().dative or leads in words.determiners:
        return  # 'said a neighbour, Ann Lee'
    opens = speaker.text.split()[0]
    subject = opens == opens.lower() or opens.lower() in words.determiners  # 'al Corriere la …'
    part_of_name = all(word[:1].isupper() and word.isalpha() for word in between[1:])
    if not subject and part_of_name and len(between) <= _MOST_BETWEEN:
        claim.speaker = claim.meant = None
