"""Gives words of nobody the source of the block quotation that they are taken up from.

'The words “in any event” decide the case', below a block that quotes the lease.
"""

from collections.abc import Sequence
from re import compile as expression

from audit.extract.claims import Claim
from audit.model import AttributionKind

_WORD = expression(r"\w+")
_FEWEST = 2  # words
_MOST_BLOCKS = 50  # block quotations in which words are looked for


def quoted_again(blocks: Sequence[Claim], claims: Sequence[Claim]) -> None:
    """Sets what is ``cited`` for claims of nobody to that of the block above with their words."""
    held = [
        (block, _folded(" ".join(content.text for content in block.contents)))
        for block in blocks[:_MOST_BLOCKS]
        if block.cited
    ]
    for claim in claims if held else ():
        if claim.kind is not AttributionKind.UNATTRIBUTED or claim.cited or not claim.contents:
            continue
        words = _folded(claim.contents[0].text)
        if words.count(" ") - 1 < _FEWEST:
            continue
        above = (
            block
            for block, said in reversed(held)
            if block.contents[-1].end <= claim.contents[0].start and words in said
        )
        found = next(above, None)
        if found is not None:
            claim.cited = found.cited


def _folded(text: str) -> str:
    """The words of a text in lower case, a space around each."""
    return f" {' '.join(_WORD.findall(text.lower()))} "
