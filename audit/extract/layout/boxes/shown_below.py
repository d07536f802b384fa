"""Ties words to the post, the video or the page that an article shows right below them.

'“…,” Lee wrote on Mastodon.' over the post in a frame, 'said in a video' over the player, 'in an
essay this week' over a card with its title and her name: readers see where the words are. A link
that is a paragraph of its own mostly leads to what else there is to read: its site has to be of who
speaks, or a line of it nothing but the name.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from audit.extract.layout.boxes.shortcodes import shown_posts
from audit.extract.links.told_here import is_told_here
from audit.extract.places import links_between, text_outside
from audit.extract.posts.found import FoundPost, handle_in
from audit.languages.extraction.linking import Linking
from audit.languages.extraction.set_apart import services, words
from audit.markup.addresses.url import host_of
from audit.model import Article, Attribution, AttributionKind, BlockKind, LinkRole, PostService

_SAID = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED, AttributionKind.INDIRECT})
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LATIN = re.compile(r"[a-z]")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_SHORTEST_NAME = 4  # letters of one that an address or a title has by no chance
_CARD = 0.9  # the share of a paragraph that its one link has
_FEWEST = 3  # words that a post has in common with a quotation by no chance
_MOST_BETWEEN = 3  # blocks of posts between words and what is shown for them
_SERVICE_OF_HOST = {
    "x.com": PostService.X,
    "twitter.com": PostService.X,
    "bsky.app": PostService.BLUESKY,
    "instagram.com": PostService.INSTAGRAM,
    "facebook.com": PostService.FACEBOOK,
    "t.me": PostService.TELEGRAM,
    "tiktok.com": PostService.TIKTOK,
    "threads.net": PostService.THREADS,
    "threads.com": PostService.THREADS,
    "youtube.com": PostService.YOUTUBE,
    "youtu.be": PostService.YOUTUBE,
}
_FILMED = frozenset({PostService.YOUTUBE, PostService.TIKTOK})


class _Shown(NamedTuple):
    """What stands below words: its offset and address, the service and what names its author.

    Of a card, which is of no service, ``lines`` are what it says.
    """

    at: int
    url: str
    service: str | None
    names: str
    says: str = ""
    lines: tuple[str, ...] = ()


def with_shown_below(
    article: Article, found: Sequence[Attribution], posts: Sequence[FoundPost], known: Linking
) -> list[Attribution]:
    """The attributions, those without a link tied to what is shown below their paragraph."""
    by_block: dict[int, list[int]] = {}
    for number, said in enumerate(found):
        if said.kind in _SAID:
            paragraph = article.paragraph(said.contents[0].start)
            by_block.setdefault(paragraph or 0, []).append(number)
    tied = list(found)
    used: set[str] = set()
    for shown in (*_posts(posts), *_codes(article), *_cards(article)):
        above = _above(article, shown.at)
        beside = by_block.pop(above, [])  # of several things below, the first is the nearest
        if not beside or not _is_shown_for(article, [found[n] for n in beside], shown, known):
            continue
        used.add(shown.url)
        for number in beside:
            if tied[number].speaker_name is not None and not tied[number].cited:
                tied[number] = replace(tied[number], cited=(shown.url,), url=shown.url)
    return [said for said in tied if said.kind is not AttributionKind.LINK or said.url not in used]


def _is_shown_for(
    article: Article, beside: Sequence[Attribution], shown: _Shown, known: Linking
) -> bool:
    """Whether the words of a paragraph are those of one person, in what is shown below it."""
    names = {said.speaker_name for said in beside if said.speaker_name is not None}
    if len(names) != 1 or any(said.cited or said.outlet is not None for said in beside):
        return False
    block = article.blocks[(article.paragraph(beside[0].contents[0].start) or 1) - 1]
    links = links_between(article, block.start, block.end)
    if any(link.role is LinkRole.SOURCE for link in links):
        return False
    contents = [part for said in beside for part in said.contents]
    if is_told_here(article, block.start, block.end, contents):
        return False
    if shown.says and any(_folded(part.text) in shown.says for part in contents):
        return any(len(part.text.split()) >= _FEWEST for part in contents)
    quoted = [
        part
        for said in beside
        if said.kind is not AttributionKind.INDIRECT
        for part in said.contents
    ]
    told = {
        word.lower()
        for word in _WORD.findall(text_outside(article, block.start, block.end, quoted))
    }
    return _is_named(shown, names.pop(), told, known)


def _is_named(shown: _Shown, name: str, told: set[str], known: Linking) -> bool:
    """Whether a paragraph says that words stand in such a thing, and the thing is this person's."""
    theirs = _has_name(shown.names, name)
    if shown.service is None:
        theirs = theirs or name.casefold() in shown.lines
        return theirs and not told.isdisjoint(known.documents | words("posts"))
    service = not told.isdisjoint(services()[shown.service])
    if shown.service in _FILMED:
        video = service or not told.isdisjoint(words("videos"))
        return video and (theirs or not shown.names)
    if not shown.names or _LATIN.search(name.casefold()) is None:
        return service  # a handle is written in these letters
    return theirs and (service or not told.isdisjoint(words("posts")))


def _posts(posts: Sequence[FoundPost]) -> Iterator[_Shown]:
    for post in posts:
        if post.url is None or not post.contents:
            continue
        is_titled = post.post.service == PostService.YOUTUBE
        names = f"{post.post.author or ''} {post.post.handle or ''}".strip()
        shown = " ".join(part.text for part in post.contents)
        says = "" if is_titled or not post.blocks else _folded(shown)
        yield _Shown(
            post.contents[0].start, post.url, post.post.service, shown if is_titled else names, says
        )


def _codes(article: Article) -> Iterator[_Shown]:
    for code in shown_posts(article):
        yield _Shown(code.at, code.url, code.service, code.names)


def _cards(article: Article) -> Iterator[_Shown]:
    """The paragraphs that are one link and nothing else, several of one link side by side once."""
    last: tuple[int, str] | None = None
    for number, block in enumerate(article.blocks):
        links = links_between(article, block.start, block.end)
        long = sum(link.end - link.start for link in links) >= _CARD * (block.end - block.start)
        url = links[0].url if links else ""
        if len({link.url for link in links}) != 1 or not long or block.kind not in _PROSE:
            continue
        if links[0].role is LinkRole.SOURCE and last != (number - 1, url):
            further = number + 1
            while further < len(article.blocks) and _is_of(article, further, url):
                further += 1
            card = article.text[block.start : article.blocks[further - 1].end]
            lines = tuple(line.strip().casefold() for line in card.split("\n"))
            service = _SERVICE_OF_HOST.get(host_of(url).removeprefix("www."))
            names = host_of(url) if service is None else handle_in(url, service) or ""
            yield _Shown(block.start, url, service, names, lines=lines)
        last = (number, url)


def _is_of(article: Article, number: int, url: str) -> bool:
    block = article.blocks[number]
    links = links_between(article, block.start, block.end)
    return bool(links) and {link.url for link in links} == {url}


def _above(article: Article, at: int) -> int:
    """The number, from 1, of the paragraph right above an offset; 0 where none is."""
    number = bisect_right(article.blocks, at - 1, key=lambda block: block.start)
    while number > 0 and article.blocks[number - 1].end > at:
        number -= 1
    for _ in range(_MOST_BETWEEN):
        if number > 0 and article.blocks[number - 1].kind is BlockKind.EMBED:
            number -= 1
    return number if number > 0 and article.blocks[number - 1].kind in _PROSE else 0


def _has_name(shown: str, name: str) -> bool:
    """Whether a handle, a title or an address has a part of a name: '@jotamm', 'Jo Tamm'."""
    within = "".join(_LETTERS.findall(shown.casefold()))
    parts = [part for part in _WORD.findall(name.casefold()) if len(part) >= _SHORTEST_NAME]
    return any(part in within for part in parts) or (
        len(name) >= _SHORTEST_NAME and "".join(name.casefold().split()) in within
    )


def _folded(text: str) -> str:
    return " ".join(word.casefold() for word in _WORD.findall(text))
