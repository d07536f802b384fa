"""Gives quotations that a dash and a name behind them sign to whom they are signed by.

'“…” – Ann Lee, mayor', in the paragraph or on the line below: the quotation has no verb of saying,
and whoever the paragraph before tells of did not say it.
"""

from bisect import bisect_right
from collections.abc import Container, Iterable

from audit.extract.claims import Claim
from audit.extract.layout.block_quotations.signatures import DASHES, Signature, Signatures
from audit.model import Article, AttributionKind, BlockKind, Span

_MARKS = "\"'“”„«»‹›‘’「」『』*_ \t\n\xa0"
_FEWEST = 4  # words of a quotation that somebody signs: not a title with who wrote it
_PARTICLE = 3  # letters at most: de, van, bin
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})


def take_signatures(claims: Iterable[Claim], article: Article, signatures: Signatures) -> None:
    """Gives claims whose quotation is all of its paragraph the speaker who signs it.

    A claim with a cue keeps its own; so does one that a full name does not sign.
    """
    starts = [block.start for block in article.blocks]
    for claim in claims:
        if claim.cited or claim.kind is AttributionKind.INDIRECT:
            continue
        signed = claim.cue is not None and claim.cue.text in DASHES  # by the grammar of its line
        begins = article.blocks[claim.block].start
        if not signed and claim.cue is not None and claim.cue.end > begins:
            continue  # 'What patients say:' is in the paragraph before
        if sum(len(content.text.split()) for content in claim.contents) < _FEWEST:
            continue
        number = bisect_right(starts, claim.contents[-1].start) - 1
        signature = _signature(claim.contents[-1], number, article, signatures, labelled=signed)
        if signature is not None and (signed or signature.speaker is None):
            claim.cited = signature.urls
        elif signature is not None and signature.speaker is not None:
            claim.kind, claim.speaker = AttributionKind.DIRECT, signature.speaker
            claim.meant, claim.carried, claim.cited = None, signature.carried, signature.urls


def _signature(
    said: Span, number: int, article: Article, signatures: Signatures, *, labelled: bool
) -> Signature | None:
    """What signs the words that end in block ``number``, if they are all that it says.

    ``labelled`` words may have a label before them: 'The quote: “…” – Ann Lee'.
    """
    block = article.blocks[number]
    ahead = article.text[block.start : said.start].strip(_MARKS)
    if block.kind not in _PROSE or (ahead and not (labelled and ahead.endswith(":"))):
        return None
    at = said.end
    while at < block.end and article.text[at] in _MARKS:
        at += 1
    if at < block.end:
        found = (
            signatures.behind(at, block.end)
            or signatures.in_brackets(at, block.end)
            or signatures.bare(at, block.end)
        )
    elif number + 1 < len(article.blocks):
        below = article.blocks[number + 1]
        if below.kind is not BlockKind.PARAGRAPH:
            return None
        found = signatures.whole(below) or signatures.credit(below)
        if found is not None and found.speaker is None:
            return found if labelled is False and signatures.credit(below) else None
    else:
        found = None
    roles = signatures.roles
    return found if found is not None and _is_full_name(found.speaker, roles) else None


def _is_full_name(speaker: Span | None, roles: Container[str]) -> bool:
    """Whether all words are capitalised but for particles and roles, and two at least.

    A line of a dialogue is none ('– Yes, I do'), nor is a clause ('– powiedział Jan Zieliński').
    """
    words = speaker.text.split() if speaker is not None else []
    small = [word for word in words if not word[:1].isupper()]
    opens = bool(words) and (words[0][:1].isupper() or words[0] in roles)
    is_name = opens and len(words) - len(small) > 1
    return is_name and all(len(word) <= _PARTICLE or word in roles for word in small)
