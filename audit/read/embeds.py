"""Posts of social networks that an article embeds: how their markup tells, and their address."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.model import Embed, Link

_SERVICE_OF_CLASS = {
    "twitter-tweet": "x",
    "twitter-video": "x",
    "bluesky-embed": "bluesky",
    "mastodon-embed": "mastodon",
    "instagram-media": "instagram",
    "fb-post": "facebook",
    "telegram-post": "telegram",
    "tiktok-embed": "tiktok",
    "text-post-media": "threads",
}
_SERVICE_OF_ATTRIBUTE = {"data-telegram-post": "telegram", "data-bluesky-uri": "bluesky"}
_ADDRESS_ATTRIBUTES = ("data-instgrm-permalink", "data-href", "cite", "src")
_WHOLE = r"https?://(?:[\w-]{1,63}\.){0,3}"
_PERMALINK = {
    "x": _WHOLE + r"(?:x|twitter)\.com/[^/?#]{1,100}/status(?:es)?/\d+",
    "bluesky": _WHOLE + r"bsky\.app/profile/[^/?#]{1,300}/post/\w+",
    "mastodon": r"https?://[^/?#]{1,253}/(?:@[^/?#]{1,300}|users/[^/?#]{1,300}/statuses)/\d+",
    "instagram": _WHOLE + r"instagram\.com/(?:[^/?#]{1,100}/)?(?:p|reel|tv)/[\w-]+",
    "facebook": _WHOLE + r"(?:facebook\.com|fb\.watch)/.+",
    "telegram": r"https?://(?:t|telegram)\.me/(?:s/)?\w+/\d+",
    "tiktok": _WHOLE + r"tiktok\.com/@[^/?#]{1,100}/video/\d+",
    "threads": _WHOLE + r"threads\.(?:net|com)/(?:@[^/?#]{1,100}/post|t)/[\w-]+",
}
_IS_PERMALINK = {service: re.compile(pattern) for service, pattern in _PERMALINK.items()}

# The last line of an embed, as publish.twitter.com writes it: '— Name (@handle) December 6, 2024'.
_SIGNATURE = re.compile(
    r"(?:—|–|―|--|&mdash;)\s{0,3}[^\n]{1,200}?\(\\?@[\w\\]{1,80}\)[^\n]{0,60}\d"
)


@dataclass(frozen=True, slots=True)
class PostMarkup:
    """What the tag of an embed says: the network, and the addresses in its attributes."""

    service: str
    addresses: tuple[str, ...] = ()


def post_markup(attributes: Mapping[str, str]) -> PostMarkup | None:
    """What an element's attributes say of a post that it shows; None when it shows none."""
    service = None
    for word in attributes.get("class", "").lower().split():
        service = service or _SERVICE_OF_CLASS.get(word)
    for attribute, its_service in _SERVICE_OF_ATTRIBUTE.items():
        if attribute in attributes:
            service = service or its_service
    if service is None:
        return None
    addresses = [attributes[name] for name in _ADDRESS_ATTRIBUTES if attributes.get(name)]
    if telegram := attributes.get("data-telegram-post"):
        addresses.append(f"https://t.me/{telegram}")
    return PostMarkup(service, tuple(addresses))


def embed(markup: PostMarkup, group: int, span: tuple[int, int], links: Sequence[Link]) -> Embed:
    """The post that a group of blocks shows.

    Its own address is the last link in ``span`` that looks like one, else one of its attributes.
    ``links`` are those of the article, in order.
    """
    start, end = span
    first = bisect_left(links, start, key=lambda link: link.start)
    last = bisect_left(links, end, key=lambda link: link.start)
    addresses = (*(link.url for link in reversed(links[first:last])), *markup.addresses)
    looks_like_one = _IS_PERMALINK[markup.service]
    permalink = next((address for address in addresses if looks_like_one.match(address)), None)
    return Embed(group, start, end, markup.service, permalink)


def begins_signature(words: str) -> bool:
    """Whether words begin as the line does with which X signs an embedded post.

    They may be Markdown source, with escapes and a link.
    """
    return bool(_SIGNATURE.match(words))
