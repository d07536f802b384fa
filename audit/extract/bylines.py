"""Tells the lines that stand before the first paragraph of an article: its byline among them.

'By Ingrid Berg, The Lantern, 28 November 2026': whoever is named there wrote the article, or took
its pictures, and is not who 'she' is in it.
"""

from audit.model import NOT_PROSE, Article, Block, BlockKind

_LONGEST = 25  # words of a line
_ENDS = frozenset(".!?…:;")
_QUOTED = frozenset('“”„«»"「」')


def lines_before_prose(article: Article) -> frozenset[int]:
    """The numbers of those blocks, headings left out; none of an article that has no paragraph."""
    found: list[int] = []
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING:
            continue
        if block.kind not in NOT_PROSE and not _is_line(article, block):
            return frozenset(found)
        found.append(number)
    return frozenset()


def _is_line(article: Article, block: Block) -> bool:
    """Whether a block is a line alone: short, without words of anybody, and no sentence's end."""
    text = article.text[block.start : block.end].strip()
    is_open = not text or text[-1] not in _ENDS
    return is_open and _QUOTED.isdisjoint(text) and len(text.split()) <= _LONGEST
