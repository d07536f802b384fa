"""Ties quoted words to a name that stands over or behind them without a verb.

'### Bev Tanner, 61, baker' over a paragraph that is all quotation marks, again and again, asks
several people; „…“: Wirtin Karla Mood in ihrer Küche' is the caption of a picture.
"""

import re
from collections.abc import Iterator, Sequence

from audit.extract.claims import Claim
from audit.extract.named import Named
from audit.model import Article, AttributionKind, BlockKind, Span

_OPENERS, _CLOSERS = '“„«"»‹‘‚', '”“»"«›’‘'
_FEWEST = 2  # persons who are asked: one name over words may be whom they are about
_LONGEST_HEAD = 100  # characters
_FURTHER = 5  # paragraphs below one name
_CAPITALISED = r"(?=[^\W\d_a-z])[^\W\d_][\w’'.-]{0,30}"
_HEAD = re.compile(rf"({_CAPITALISED}(?: {_CAPITALISED}){{1,3}})(\s?[,(–—].{{1,90}})?")
_AGE = re.compile(r"\s?[,(]\s?\d{1,3}\b")
_BEHIND = re.compile(rf"[”“»\"«›’‘]\s?:\s({_CAPITALISED}(?: {_CAPITALISED}){{1,5}})(?![\w’'-])")
_MARK = 3  # characters between words and the colon behind them


def named_over(article: Article, named: Named) -> Iterator[tuple[int, Span]]:
    """The blocks that are somebody's words, under a heading that is the name of who says them."""
    found: list[list[tuple[int, Span]]] = []
    for number, block in enumerate(article.blocks):
        head = _name_in(article, number, named)
        if head is None:
            continue
        below: list[tuple[int, Span]] = []
        for further in range(number + 1, min(number + 1 + _FURTHER, len(article.blocks))):
            if not _is_all_quoted(article, further):
                break
            below.append((further, head))
        if below and block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}:
            found.append(below)
    if len(found) >= _FEWEST:
        yield from (pair for below in found for pair in below)


def take_names(claims: Sequence[Claim], article: Article, named: Named) -> None:
    """Gives quotations of nobody to whoever stands over them, or behind them in a caption."""
    nobodys = [claim for claim in claims if claim.kind is AttributionKind.UNATTRIBUTED]
    if not nobodys:
        return
    over = dict(named_over(article, named))
    for claim in nobodys:
        speaker = over.get(claim.block)
        if speaker is None and article.blocks[claim.block].kind is BlockKind.CAPTION:
            speaker = _named_behind(claim, article, named)
        if speaker is not None:
            claim.kind, claim.speaker, claim.labelled = AttributionKind.DIRECT, speaker, True


def _name_in(article: Article, number: int, named: Named) -> Span | None:
    """The name that is all of a block, with an age or what the person does behind it."""
    block = article.blocks[number]
    if block.end - block.start > _LONGEST_HEAD:
        return None
    found = _HEAD.fullmatch(article.text[block.start : block.end].strip())
    if found is None or found[0][-1] in ".:!?":
        return None
    aged = found[2] is not None and _AGE.match(found[2]) is not None
    if not (aged or named.is_person(found[1])):
        return None
    start = article.text.index(found[1], block.start)
    return Span(start, start + len(found[1]), found[1])


def _is_all_quoted(article: Article, number: int) -> bool:
    block = article.blocks[number]
    text = article.text[block.start : block.end].strip()
    said = block.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE}
    return said and text[:1] in _OPENERS and text.rstrip(".")[-1:] in _CLOSERS


def _named_behind(claim: Claim, article: Article, named: Named) -> Span | None:
    """The person behind quoted words and a colon, with what they are: '“…”: Baker Bev Tanner'."""
    block, end = article.blocks[claim.block], claim.contents[-1].end
    found = next(
        (
            match
            for at in range(end, min(end + _MARK, block.end))
            if (match := _BEHIND.match(article.text, at, block.end)) is not None
        ),
        None,
    )
    if found is None:
        return None
    words = found[1].split(" ")
    for first in range(len(words) - 1):
        name = " ".join(words[first:])
        if named.is_person(name):
            return Span(found.end(1) - len(name), found.end(1), name)
    return None
