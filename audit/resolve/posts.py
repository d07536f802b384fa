"""Knows the addresses of posts, and where their services give the words to programs.

X: ``publish.twitter.com/oembed`` (oEmbed 1.0; X's own embeds use it), which asks for the
twitter.com form of an address (archives may hold its answer under the x.com form), then
``cdn.syndication.twimg.com/tweet-result``, which wants any token that is not empty. Bluesky:
``app.bsky.feed.getPostThread`` of its public AppView (docs.bsky.app). Mastodon:
``/api/v1/statuses/:id`` of the instance (docs.joinmastodon.org).
"""

import re
from urllib.parse import quote

from audit.model import Capture, Outcome, Services

_X = re.compile(
    r"https?://(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com/(?P<user>\w{1,20}|i/web)/status(?:es)?/(?P<id>\d{1,25})(?:[/?#].*)?",
    re.IGNORECASE,
)
_BLUESKY = re.compile(
    r"https?://(?:www\.|staging\.)?bsky\.app/profile/(?P<actor>[\w.:%-]{3,260})/post/(?P<id>\w{1,60})/?(?:[?#].*)?",
    re.IGNORECASE,
)
_MASTODON = re.compile(
    r"https?://(?P<host>[\w.:-]{3,253})/(?:@[\w.-]{1,60}(?:@[\w.-]{3,253})?|users/[\w.-]{1,60}/statuses)/(?P<id>\d{15,20})/?(?:[?#].*)?",
    re.IGNORECASE,
)
_SHORT = re.compile(r"https?://t\.co/\w{1,30}", re.IGNORECASE)
_NOTHING = frozenset({b"{}", b"[]", b"null", b'""'})
_NOTICE = re.compile(rb'"tombstone"|#notFoundPost"|#blockedPost"')


def post_id(url: str) -> str | None:
    """The id of the post at an address of X or Twitter, None when it is none."""
    match = _X.fullmatch(url)
    return match["id"] if match is not None else None


def is_short_link(url: str) -> bool:
    """Whether an address is one of X's short links, which say nothing of where they lead."""
    return _SHORT.fullmatch(url) is not None


def embed_addresses(url: str, services: Services) -> tuple[tuple[str, ...], ...]:
    """Where services answer with a post's words, in the order to ask, in all spellings.

    The first spelling is asked live, archives may hold the others. Empty where ``url`` is no
    address of a post that is known here. An address that only looks like one of Mastodon's comes
    last itself: its page may have the words.
    """
    if match := _X.fullmatch(url):
        path = f"{match['user']}/status/{match['id']}"
        oembed = tuple(
            f"{services.x_oembed}?url={quote(f'https://{host}/{path}', safe='')}"
            for host in ("twitter.com", "x.com")
        )
        return oembed, (f"{services.x_syndication}?id={match['id']}&token=a",)
    if match := _BLUESKY.fullmatch(url):
        uri = f"at://{match['actor']}/app.bsky.feed.post/{match['id']}"
        thread = f"{services.bluesky}/xrpc/app.bsky.feed.getPostThread"
        return ((f"{thread}?uri={quote(uri, safe='')}&depth=0&parentHeight=0",),)
    if match := _MASTODON.fullmatch(url):
        instance = services.mastodon or f"{url.partition(':')[0].lower()}://{match['host']}"
        return (f"{instance}/api/v1/statuses/{match['id']}",), (url,)
    return ()


def shows_words(capture: Capture) -> bool:
    """Whether an answer has a post's words: X's is an empty object where it shows none.

    A notice in their place (X calls it a tombstone) has not, and is no proof that the post was
    deleted: one stands for protected, withheld and age-restricted posts as well.
    """
    if capture.outcome is not Outcome.CAPTURED or capture.body.strip() in _NOTHING:
        return False
    return _NOTICE.search(capture.body) is None
