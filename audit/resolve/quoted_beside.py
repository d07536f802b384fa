"""The quotations in the paragraph of a statement, where no source is tied to any of them.

'“The bearings are worse than we thought,” she said. The costs rose to 12.8 million, it was said':
which page that is shows when the quoted words are found on one that the article cites elsewhere.
"""

from collections.abc import Sequence
from dataclasses import replace

from audit.model import Article, Attribution, AttributionKind, Pairing, Standing

_QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})


def with_quoted_beside(
    article: Article, attributions: Sequence[Attribution], pairings: Sequence[Pairing]
) -> list[Pairing]:
    """Pairings with the quotations beside each statement that has no source and no candidate."""
    paragraphs = [
        article.paragraph(said.contents[0].start) if said.contents else None
        for said in attributions
    ]
    quoted: dict[int | None, list[str]] = {}
    tied: set[int | None] = {None}
    for said, pairing, paragraph in zip(attributions, pairings, paragraphs, strict=True):
        if pairing.standing is not Standing.UNLINKED or pairing.candidates:
            tied.add(paragraph)
        elif said.kind in _QUOTED:
            quoted.setdefault(paragraph, []).append(said.id)
    return [
        replace(pairing, quoted_beside=tuple(quoted.get(paragraph, ())))
        if paragraph not in tied
        and said.kind is AttributionKind.INDIRECT
        and said.outlet is None
        and not pairing.own_reporting
        else pairing
        for said, pairing, paragraph in zip(attributions, pairings, paragraphs, strict=True)
    ]
