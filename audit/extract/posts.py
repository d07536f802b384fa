"""Reads posts of social networks: embeds that the markup declares, and posts pasted as text.

A pasted post ends in the signature that X's own embed prints, '— Name (@handle) Month D, YYYY', behind
links of t.co and pic.twitter.com. How far up it begins is told by length: a post without a
subscription holds 280 characters (docs.x.com, 'Counting characters').
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.extract.claims import span
from audit.model import Article, Block, BlockKind, Embed, Post, Span

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SIGNATURE = re.compile(
    r"\s*(?:—|–|--|―|&mdash;)\s{0,3}(?P<name>[^()\n]{1,80}?)\s{0,3}\((?P<handle>@[\w.@-]{1,60})\)"
    r"(?:\s{0,3}(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}), (?P<year>\d{4}))?\s*"
)
_SHORT_LINK = re.compile(r"https?://t\.co/\w+")
_MEDIA = re.compile(r"pic\.(?:twitter|x)\.com/\w+")
_TAIL = re.compile(r"(?:\s*(?:https?://t\.co/\w+|pic\.(?:twitter|x)\.com/\w+))+\s*$")
_LONGEST_POST = 280
_LONGEST_TAIL = 400


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post in the article: its paragraphs' words, its author's name, and the blocks it takes up."""

    contents: tuple[Span, ...]
    speaker: Span | None
    post: Post
    url: str | None
    blocks: range


def find_posts(article: Article) -> tuple[FoundPost, ...]:
    """All posts of an article, in order."""
    embeds = {embed.group: embed for embed in article.embeds}
    found = [post for embed in article.embeds if (post := _declared(article, embed)) is not None]
    taken = {number for post in found for number in post.blocks}
    for number, block in enumerate(article.blocks):
        if number in taken or block.group in embeds:
            continue
        signature = _SIGNATURE.fullmatch(article.text, block.start, block.end)
        if signature is None or signature["month"] is None:
            continue
        blocks = _pasted(article, number, taken)
        if blocks is not None:
            found.append(_post(article, blocks, signature, "x", None))
    return tuple(sorted(found, key=lambda post: post.blocks.start))


def _declared(article: Article, embed: Embed) -> FoundPost | None:
    numbers = [n for n, block in enumerate(article.blocks) if block.group == embed.group]
    if not numbers:
        return None
    last = article.blocks[numbers[-1]]
    signature = _SIGNATURE.fullmatch(article.text, last.start, last.end)
    blocks = range(numbers[0], numbers[-1] + 1)
    return _post(article, blocks, signature, embed.service, embed.permalink)


def _pasted(article: Article, signature: int, taken: set[int]) -> range | None:
    """The blocks of a pasted post, its signature last."""
    first = signature
    length = 0
    while first > 0 and first - 1 not in taken:
        block = article.blocks[first - 1]
        if block.kind is BlockKind.HEADING or block.group != article.blocks[signature].group:
            break
        words = article.text[block.start : block.end]
        shown = _words_end(article.text, block) - block.start
        cut_short = words[:shown].endswith(("…", "..."))
        if first == signature:
            full = cut_short
        elif length + shown > _LONGEST_POST or not full:
            break
        length += shown + 1
        first -= 1
    return range(first, signature + 1) if first < signature else None


def _post(
    article: Article,
    blocks: range,
    signature: re.Match[str] | None,
    service: str,
    permalink: str | None,
) -> FoundPost:
    body = blocks[:-1] if signature is not None else blocks
    contents = tuple(_contents(article, body))
    shown = article.text[article.blocks[blocks[0]].start : article.blocks[blocks[-1]].end]
    links = tuple(dict.fromkeys(_SHORT_LINK.findall(shown)))
    media = tuple(dict.fromkeys(_MEDIA.findall(shown)))
    speaker = None
    if signature is not None:
        speaker = span(article, signature.start("name"), signature.end("name"))
    post = Post(
        service=service,
        author=speaker.text if speaker is not None else None,
        handle=signature["handle"] if signature is not None else None,
        date=_date(signature),
        permalink=permalink,
        truncated=bool(contents) and contents[-1].text.endswith(("…", "...")),
        links=links,
        media=media,
    )
    url = links[0] if links else permalink
    return FoundPost(contents, speaker, post, url, blocks)


def _contents(article: Article, blocks: range) -> Iterator[Span]:
    for number in blocks:
        block = article.blocks[number]
        start, end = block.start, _words_end(article.text, block)
        while block.group is not None and (line := article.text.find("\n", start, end)) >= 0:
            yield from _shown(
                article, start, line
            )  # a line break inside an embed is the post's own
            start = line + 1
        yield from _shown(article, start, end)


def _shown(article: Article, start: int, end: int) -> Iterator[Span]:
    words = span(article, start, end)
    if words.text:
        yield words


def _words_end(text: str, block: Block) -> int:
    """Where the words of a block end and the links of t.co and pic.twitter.com behind them begin."""
    tail = _TAIL.search(text, max(block.start, block.end - _LONGEST_TAIL), block.end)
    return tail.start() if tail is not None else block.end


def _date(signature: re.Match[str] | None) -> str | None:
    """The date of a signature as ISO 8601, None where it has none."""
    if signature is None or signature["month"] is None:
        return None
    for number, month in enumerate(_MONTHS, 1):
        if month.startswith(signature["month"]):
            return f"{signature['year']}-{number:02}-{int(signature['day']):02}"
    return None
