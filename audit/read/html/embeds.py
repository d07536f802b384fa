"""Posts of social networks that an article embeds: how their markup tells, and their address."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.model import Embed, Link, PostService
from audit.read.html.frames import frame_of

_SERVICE_OF_CLASS = {
    "twitter-tweet": PostService.X,
    "twitter-video": PostService.X,
    "bluesky-embed": PostService.BLUESKY,
    "mastodon-embed": PostService.MASTODON,
    "instagram-media": PostService.INSTAGRAM,
    "fb-post": PostService.FACEBOOK,
    "fb-video": PostService.FACEBOOK,
    "telegram-post": PostService.TELEGRAM,
    "tiktok-embed": PostService.TIKTOK,
    "text-post-media": PostService.THREADS,
}
_SERVICE_OF_ATTRIBUTE = {
    "data-telegram-post": PostService.TELEGRAM,
    "data-bluesky-uri": PostService.BLUESKY,
}
_ADDRESS_ATTRIBUTES = (
    *("data-instgrm-permalink", "data-text-post-permalink", "data-href", "cite", "src"),
    "data-embed-url",
)
_FRAME_ATTRIBUTES = ("src", "data-src")  # the second where a page loads its frames late
_WHOLE = r"https?://(?:[\w-]{1,63}\.){0,3}"
_PERMALINK = {
    "x": _WHOLE + r"(?:x|twitter)\.com/(?:i/web|[^/?#]{1,100})/status(?:es)?/\d+",
    "bluesky": _WHOLE + r"bsky\.app/profile/[^/?#]{1,300}/post/\w+",
    "mastodon": r"https?://[^/?#]{1,253}/(?:@[^/?#]{1,300}|users/[^/?#]{1,300}/statuses)/\d+",
    "instagram": _WHOLE + r"instagram\.com/(?:[^/?#]{1,100}/)?(?:p|reel|tv)/[\w-]+",
    "facebook": _WHOLE + r"(?:facebook\.com|fb\.watch)/.+",
    "telegram": r"https?://(?:t|telegram)\.me/(?:s/)?\w+/\d+",
    "tiktok": _WHOLE + r"tiktok\.com/(?:@[^/?#]{1,100}/video|embed/v2)/\d+",
    "threads": _WHOLE + r"threads\.(?:net|com)/(?:@[^/?#]{1,100}/post|t)/[\w-]+",
    "youtube": _WHOLE + r"youtube\.com/watch\?v=[\w-]{11}",
}
_IS_PERMALINK = {service: re.compile(pattern) for service, pattern in _PERMALINK.items()}

_AT_URI = re.compile(r"at://(did:[\w:.%-]{1,200})/app\.bsky\.feed\.post/(\w{1,40})")

# The last line of an embed, as publish.twitter.com and embed.bsky.app write it:
# '— Name (@handle) December 6, 2024'.
_SIGNATURE = re.compile(
    r"(?:—|–|―|--|&mdash;)\s{0,3}[^\n]{1,200}?\(\[?(?P<handle>\\?@[\w\\.@-]{1,100})"
    r"(?:\]\([^()\s]{1,300}\))?\)[^\n]{0,60}\d"
)
_UNTITLED = "YouTube video player"  # what YouTube's own embed code calls every video


@dataclass(frozen=True, slots=True)
class PostMarkup:
    """What the tag of an embed says: the network, the addresses in its attributes, a title."""

    service: PostService
    addresses: tuple[str, ...] = ()
    title: str | None = None


def post_markup(attributes: Mapping[str, str]) -> PostMarkup | None:
    """What an element's attributes say of a post that it shows; None when it shows none."""
    service = None
    for word in attributes.get("class", "").lower().split():
        service = service or _SERVICE_OF_CLASS.get(word)
    for attribute, its_service in _SERVICE_OF_ATTRIBUTE.items():
        if attribute in attributes:
            service = service or its_service
    if service is None:
        return _framed(attributes)
    framed = frame_of(attributes.get("src", ""))  # a player of the service, not the post's page
    addresses = [framed.permalink] if framed is not None else []
    addresses += [attributes[name] for name in _ADDRESS_ATTRIBUTES if attributes.get(name)]
    if telegram := attributes.get("data-telegram-post"):
        addresses.append(f"https://t.me/{telegram}")
    if record := _AT_URI.fullmatch(attributes.get("data-bluesky-uri", "")):
        addresses.append(f"https://bsky.app/profile/{record[1]}/post/{record[2]}")
    return PostMarkup(service, tuple(addresses))


def _framed(attributes: Mapping[str, str]) -> PostMarkup | None:
    for name in _FRAME_ATTRIBUTES:
        frame = frame_of(attributes.get(name, ""))
        if frame is not None:
            title = " ".join(attributes.get("title", "").split())
            titled = frame.service is PostService.YOUTUBE and title not in {"", _UNTITLED}
            return PostMarkup(frame.service, (frame.permalink,), title if titled else None)
    return None


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


def signed_service(words: str) -> PostService | None:
    """The service of a post whose words end in a line like this, None where it signs no post.

    They may be Markdown source, with escapes and links. A handle of Mastodon names its server, one
    of Bluesky is a domain, one of X is a bare name.
    """
    signature = _SIGNATURE.match(words)
    if signature is None:
        return None
    handle = signature["handle"].replace("\\", "")
    if "@" in handle[1:]:
        return PostService.MASTODON
    return PostService.BLUESKY if "." in handle else PostService.X
