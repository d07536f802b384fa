"""Reads posts of social networks: embeds that the markup declares, and posts pasted as text.

A pasted post ends in the signature that X's and Bluesky's own embeds print, '— Name (@handle) Month
D, YYYY', on its own line or behind links of t.co and pic.twitter.com. How far up it begins is told
by length: a post without a subscription holds 280 characters (docs.x.com, 'Counting characters').
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from audit.extract.claims import span
from audit.extract.places import links_between
from audit.extract.posts.service_lines import (
    Signature,
    closing_signature,
    is_of_service,
    opening_signature,
    pasted_signature,
    service_of_handle,
)
from audit.extract.posts.wording import wording
from audit.languages.expressions import any_of
from audit.model import Article, BlockKind, Embed, Post, PostService, Span

_SHORT_LINK = re.compile(r"https?://t\.co/\w+")
_MEDIA = re.compile(r"pic\.(?:twitter|x)\.com/\w+")
_TAIL = re.compile(
    # as readers see a link that is written as t.co: 'gazette.example/ferry-reop…', 'bit.ly/3abc'
    r"(?:\s*(?>(?<!\S)(?:https?://)?(?:[\w-]{1,63}\.){1,5}[a-z]{2,20}/[^\s“”\"]{0,200}"
    r"|https?://t\.co/\w+|pic\.(?:twitter|x)\.com/\w+))+\s*$"
)
_CUT_SHORT = ("…", "...")
_LONGEST_POST = 280
_LONGEST_TAIL = 400
_HANDLE_IN_ADDRESS = {
    "x": re.compile(r"https?://(?:[\w-]{1,20}\.)?(?:x|twitter)\.com/(?!i/)(\w{1,20})/status"),
    "bluesky": re.compile(r"https?://bsky\.app/profile/(?!did:)([\w.-]{1,200})/post/"),
    "telegram": re.compile(r"https?://(?:t|telegram)\.me/(?:s/)?([A-Za-z]\w{1,63})/\d"),
    "tiktok": re.compile(r"https?://(?:[\w-]{1,20}\.)?tiktok\.com/@([\w.]{1,60})/video/"),
    "threads": re.compile(r"https?://(?:[\w-]{1,20}\.)?threads\.(?:net|com)/@([\w.]{1,60})/post/"),
    "mastodon": re.compile(r"https?://[^/?#]{1,253}/@(\w{1,60}(?:@[\w.-]{1,253})?)/\d"),
}


@cache
def _more() -> re.Pattern[str]:
    return re.compile(rf"(?<=[….])\s{{1,3}}{any_of(wording().more)}\s{{0,3}}$")


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post in the article: its paragraphs' words, its author's name, and the blocks it takes up.

    ``blocks`` is empty for a post that the article shows in a frame. ``of_service`` are the numbers
    of those blocks that hold only what the service wrote around the words.
    """

    contents: tuple[Span, ...]
    speaker: Span | None
    post: Post
    url: str | None
    blocks: range
    of_service: frozenset[int] = frozenset()


class _Line(NamedTuple):
    """A line of an embed and the number of the block that it stands in."""

    start: int
    end: int
    block: int


def find_posts(article: Article) -> tuple[FoundPost, ...]:
    """All posts of an article whose words it shows, in order."""
    embeds = {embed.group for embed in article.embeds}
    found = [post for post in _declared(article) if post.contents]
    taken = {number for post in found for number in post.blocks}
    pasted: list[FoundPost] = []
    for number, block in enumerate(article.blocks):
        if number in taken or block.group in embeds:
            continue
        signature = pasted_signature(article.text, block.start, block.end)
        if signature is None:
            continue
        if article.text[block.start : signature.start].strip():  # the words stand before it
            lines = [_Line(block.start, signature.start, number)]
            pasted.append(_post(article, range(number, number + 1), lines, signature))
        elif (blocks := _pasted(article, number, taken)) is not None:
            lines = [line for n in blocks[:-1] for line in _lines(article, n)]
            pasted.append(_post(article, blocks, lines, signature))
    found.extend(post for post in pasted if post.contents)  # others are a picture with a signature
    return tuple(sorted(found, key=lambda post: post.blocks.start))


def find_wordless_posts(article: Article) -> tuple[FoundPost, ...]:
    """The embedded posts of an article whose words it does not show, but whose address it gives.

    ``contents`` is one span: what the service shows instead (the title of a video, a signature), or
    an empty one where the post stands.
    """
    return tuple(
        replace(post, contents=(_place(article, embed, post),))
        for embed, post in zip(article.embeds, _declared(article), strict=True)
        if not post.contents and post.url is not None
    )


def _place(article: Article, embed: Embed, post: FoundPost) -> Span:
    if post.speaker is not None or not post.blocks:
        return post.speaker or Span(embed.start, embed.start, "")
    first = article.blocks[post.blocks[0]]
    return span(article, first.start, first.end)


def _declared(article: Article) -> list[FoundPost]:
    """One post for each embed of the article."""
    numbers = defaultdict[int | None, list[int]](list)
    for number, block in enumerate(article.blocks):
        numbers[block.group].append(number)
    return [_embedded(article, embed, numbers[embed.group]) for embed in article.embeds]


def _embedded(article: Article, embed: Embed, numbers: Sequence[int]) -> FoundPost:
    text = article.text
    lines = [
        line
        for number in numbers
        for line in _lines(article, number)
        if not is_of_service(text, line.start, line.end)
    ]
    signature = None
    if lines:
        signature = closing_signature(text, lines[-1].start, lines[-1].end, embed.service)
        if signature is not None:
            lines[-1] = lines[-1]._replace(end=signature.start)
        elif embed.service is PostService.TIKTOK:
            signature = opening_signature(text, lines[0].start, lines[0].end)
            lines = lines[1:] if signature is not None else lines
    if embed.service is PostService.YOUTUBE:  # its one line is the title of the video
        lines = []
    blocks = range(numbers[0], numbers[-1] + 1) if numbers else range(0)
    return _post(article, blocks, lines, signature, embed)


def _lines(article: Article, number: int) -> Iterator[_Line]:
    """A block line by line in a quotation or embed, where breaks are the post's; else whole."""
    block = article.blocks[number]
    start, end = block.start, block.end
    while block.group is not None and (line_end := article.text.find("\n", start, end)) >= 0:
        yield _Line(start, line_end, number)
        start = line_end + 1
    yield _Line(start, end, number)


def _pasted(article: Article, signature: int, taken: set[int]) -> range | None:
    """The blocks of a pasted post, its signature last."""
    first = signature
    length = 0
    while first > 0 and first - 1 not in taken:
        block = article.blocks[first - 1]
        if block.kind is BlockKind.HEADING or block.group != article.blocks[signature].group:
            break
        shown = _words_end(article.text, block.start, block.end) - block.start
        if first == signature:
            full = article.text[block.start : block.start + shown].endswith(_CUT_SHORT)
        elif length + shown > _LONGEST_POST or not full:
            break
        length += shown + 1
        first -= 1
    return range(first, signature + 1) if first < signature else None


def _post(
    article: Article,
    blocks: range,
    lines: Sequence[_Line],
    signature: Signature | None,
    embed: Embed | None = None,
) -> FoundPost:
    """The post of these lines; ``embed`` is None for a pasted one, which its signature tells."""
    shown = [
        (words, line.block)
        for line in lines
        if (words := span(article, line.start, _words_end(article.text, line.start, line.end))).text
    ]
    contents = tuple(words for words, _ in shown)
    speaker = None
    if signature is not None and signature.name is not None:
        speaker = span(article, *signature.name)
    handle = signature.handle if signature is not None else None
    permalink = embed.permalink if embed is not None else _given(article, blocks, signature)
    service = embed.service if embed is not None else service_of_handle(handle or "")
    handle = handle or handle_in(permalink, service)
    links, media = _addresses(article, blocks)
    post = Post(
        service=service,
        author=speaker.text if speaker is not None and not speaker.text.startswith("@") else None,
        handle=handle,
        date=signature.date if signature is not None else None,
        permalink=permalink,
        truncated=bool(contents) and contents[-1].text.endswith(_CUT_SHORT),
        links=links,
        media=media,
    )
    url = links[0] if links else permalink
    of_service = frozenset(blocks).difference(block for _, block in shown)
    return FoundPost(contents, speaker, post, url, blocks, of_service)


def _given(article: Article, blocks: range, signature: Signature | None) -> str | None:
    """The address of a pasted post: its quotation's ``cite=``, or its signature's only link."""
    group = article.blocks[blocks[-1]].group
    cited = [each.url for each in article.quotations if each.group == group and each.url]
    if group is not None and cited:
        return cited[0]
    if signature is None:
        return None
    links = links_between(article, signature.start, article.blocks[blocks[-1]].end)
    return links[0].url if len({link.url for link in links}) == 1 else None


def _addresses(article: Article, blocks: range) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The short links and the addresses of pictures in blocks, each once."""
    if not blocks:
        return (), ()
    shown = article.text[article.blocks[blocks[0]].start : article.blocks[blocks[-1]].end]
    links = tuple(dict.fromkeys(_SHORT_LINK.findall(shown)))
    return links, tuple(dict.fromkeys(_MEDIA.findall(shown)))


def handle_in(permalink: str | None, service: PostService) -> str | None:
    """The handle that the address of a post names, as the service writes handles."""
    pattern = _HANDLE_IN_ADDRESS.get(service)
    match = pattern.match(permalink) if pattern is not None and permalink is not None else None
    return f"@{match[1]}" if match is not None else None


def _words_end(text: str, start: int, end: int) -> int:
    """Where the words of a line end and what the service sets behind them begins.

    That are the links of t.co and pic.twitter.com, and 'See more' behind an ellipsis.
    """
    near = max(start, end - _LONGEST_TAIL)
    tail = _TAIL.search(text, near, end) or _more().search(text, near, end)
    return tail.start() if tail is not None else end
