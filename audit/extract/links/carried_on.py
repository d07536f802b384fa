"""Carries a link on to what the same speaker says in the next sentence: '…,” she [wrote](url).

“…”'.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from audit.extract.claims import Claim
from audit.extract.places import links_between
from audit.extract.sentences import Sentence
from audit.languages.extraction.own_reporting import own_reporting
from audit.model import Article, Attribution, AttributionKind, LinkRole


def carried_on(
    said: Sequence[tuple[Claim, Attribution]],
    sentences: Sequence[Sentence],
    article: Article,
) -> Iterator[Attribution]:
    """Attributions, those without a link with the link of the sentence before in their paragraph.

    Only where the same speaker goes on, and the sentence has neither a link, a note or an outlet of
    its own, nor says that the author was told the words. Notes are for the words before them alone.
    """
    tied: dict[int, list[Attribution]] = {}
    ordered = sorted(range(len(said)), key=lambda number: _place(said[number][1]))
    done: dict[int, Attribution] = {}
    around: list[Attribution] = []
    for number in ordered:
        claim, attribution = said[number]
        if not attribution.cited and claim.sentences:
            attribution = _with_link(claim, attribution, tied, sentences, article)
        if not attribution.cited:
            attribution = _with_reporters_link(claim, attribution, around)
        if attribution.kind is AttributionKind.INDIRECT and attribution.cited:
            around.append(attribution)
        done[number] = attribution
        if attribution.cited and claim.sentences and attribution.speaker_name is not None:
            tied.setdefault(max(claim.sentences), []).append(attribution)
    yield from (done[number] for number in range(len(said)))


def _place(attribution: Attribution) -> tuple[int, int]:
    """Where an attribution stands; one around others comes first."""
    return attribution.contents[0].start, -attribution.contents[-1].end


def _with_reporters_link(
    claim: Claim, attribution: Attribution, around: Sequence[Attribution]
) -> Attribution:
    """The link of who reports that somebody says the words: '“…,” Lee said, [a paper wrote]'."""
    if claim.cue is None or not around:
        return attribution
    reported = around[-1].contents[0]
    start, end = attribution.contents[0].start, max(attribution.contents[-1].end, claim.cue.end)
    if reported.start <= min(start, claim.cue.start) and end <= reported.end:
        return replace(attribution, cited=around[-1].cited, url=around[-1].url)
    return attribution


def _with_link(
    claim: Claim,
    attribution: Attribution,
    tied: Mapping[int, Sequence[Attribution]],
    sentences: Sequence[Sentence],
    article: Article,
) -> Attribution:
    first, last = min(claim.sentences), max(claim.sentences)
    if attribution.speaker_name is None or attribution.outlet is not None or first == 0:
        return attribution
    block = article.blocks[sentences[first].block]
    start, end = sentences[first].tokens[0].start, sentences[last].tokens[-1].end
    if _has_its_own(article, start, end):
        return attribution
    earlier = tied.get(first - 1)
    if not earlier:
        return attribution
    linked = {
        link.url
        for link in links_between(article, block.start, start)
        if link.role is LinkRole.SOURCE
    }
    for before in reversed(earlier):
        same = before.speaker_name == attribution.speaker_name
        if same and before.contents[0].start >= block.start and linked.issuperset(before.cited):
            return replace(attribution, cited=before.cited, url=before.url)
    return attribution


def _has_its_own(article: Article, start: int, end: int) -> bool:
    if links_between(article, start, end):
        return True
    if any(start < mark.at <= end + 1 for mark in article.marks):
        return True
    text = article.text[start:end].lower().replace("’", "'")
    return own_reporting().search(text) is not None
