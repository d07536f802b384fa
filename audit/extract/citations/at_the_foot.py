"""Ties what a study says to the one reference at the foot: 'Journal reference: doi:10.…'.

News of research often links nothing else. What somebody says of a study is not in it: only what the
study itself says, what its authors write, and what is written 'in the paper'.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from audit.extract.links.told_here import is_told_here
from audit.extract.places import links_between, text_outside
from audit.languages.common import CommonWords, among
from audit.languages.extraction.linking import Linking
from audit.languages.extraction.set_apart import labels, words
from audit.model import Article, Attribution, AttributionKind, BlockKind, LinkRole

_SAID = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED, AttributionKind.INDIRECT})
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_LABEL = re.compile(r"[\W_]{0,4}([^\W\d_][\w’' ]{0,38}\w)[*_ ]{0,4}[:：]")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PAPERS = re.compile(
    r"https?://(?:dx\.)?doi\.org/10\.|https?://(?:www\.)?arxiv\.org/|https?://pubmed\."
)
_FOOT = 0.5  # the share of the blocks behind which a reference is at the foot


def with_paper(
    article: Article, found: Sequence[Attribution], common: CommonWords, known: Linking
) -> list[Attribution]:
    """The attributions, those of the paper that the foot of the article names tied to it.

    The reference itself is no statement.
    """
    paper = _paper(article)
    if paper is None:
        return list(found)
    number, url = paper
    said = [each for each in found if not _is_of_nobody_in(article, each, number)]
    return [
        replace(each, cited=(url,), url=url)
        if each.kind in _SAID and not each.cited and _is_in_paper(article, each, common, known)
        else each
        for each in said
    ]


def _paper(article: Article) -> tuple[int, str] | None:
    """The number of the block with the only reference, and its address.

    None where another study is linked.
    """
    found: dict[str, int] = {}
    for number, block in enumerate(article.blocks):
        label = _LABEL.match(article.text, block.start, block.end)
        if label is None or block.kind not in _LINES or number < _FOOT * len(article.blocks):
            continue
        if " ".join(label[1].lower().split()) in labels("reference"):
            for link in links_between(article, block.start, block.end):
                if _PAPERS.match(link.url):
                    found[link.url] = number
    if len(found) != 1:
        return None
    url, number = next(iter(found.items()))
    others = (link for link in article.links if link.url != url and link.role is LinkRole.SOURCE)
    if any(_names_paper(article.text[link.start : link.end]) for link in others):
        return None
    return number, url


def _names_paper(text: str) -> bool:
    return any(word.lower() in words("papers") for word in _WORD.findall(text[:200]))


def _is_of_nobody_in(article: Article, said: Attribution, number: int) -> bool:
    nobodys = said.kind is AttributionKind.INDIRECT and said.speaker is None and said.cue is None
    return nobodys and article.paragraph(said.contents[0].start) == number + 1


def _is_in_paper(article: Article, said: Attribution, common: CommonWords, known: Linking) -> bool:
    """Whether the study says it, its authors write it, or somebody does 'in the paper'."""
    number = article.paragraph(said.contents[0].start)
    if number is None or said.speaker is None:
        return False
    block = article.blocks[number - 1]
    if is_told_here(article, block.start, block.end, said.contents):
        return False
    *ahead, last = _WORD.findall(said.speaker.text.lower()) or [""]
    if last in words("papers"):
        return all(among(word, common.determiners, words("fresh")) for word in ahead)
    cue = said.cue.text.lower().split() if said.cue is not None else []
    if last in known.anaphors and any(word in words("posts") for word in cue):
        return True
    outside = _WORD.findall(text_outside(article, block.start, block.end, said.contents).lower())
    return any(
        third in words("written") and among(second, common.determiners)
        and among(first, common.prepositions, common.link_before)
        and not among(first, known.about)
        for first, second, third in zip(outside, outside[1:], outside[2:], strict=False)
    )  # fmt: skip
