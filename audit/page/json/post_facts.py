"""What a service says of a post beside its words: whose, of which day, whether whole.

oEmbed answers (oembed.com, 2.3), X's syndication, Bluesky's ``app.bsky.feed.getPostThread``
(docs.bsky.app) and Mastodon's status entity (docs.joinmastodon.org).
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from audit.model import Post
from audit.page.fragments import one_line

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T|$)")
_SIGNED = re.compile(r">([A-Z][a-z]{2,8} \d{1,2}, \d{4})</a>\s{0,9}</blockquote>")
_HANDLE = re.compile(r"https?://[\w.:-]{1,253}/@?([\w.]{1,60})/?")
_TAG = re.compile(r"<[^<>]*>")
_CUT = re.compile(
    r"(?:…|\.\.\.)(?:\s{0,3}(?:https?://t\.co/\w{1,30}|pic\.(?:twitter|x)\.com/\w{1,30}))*\s*$"
)
_LONGEST = 20_000  # characters of a post's markup that are looked at
_CUT_SHORT = "the post goes on where its service ends it with “…”"
_GOES_ON = "the post goes on; its service gives programs only the beginning"
_NOTICE = "a notice in place of the post, which does not prove that it was deleted"


@dataclass(frozen=True, slots=True)
class PostFacts:
    """``post`` is None where nothing is said of one.

    ``cut`` says why the words are not whole, if they are not. ``is_notice`` says that other words
    stand in the place of the post's.
    """

    post: Post | None = None
    cut: str = ""
    is_notice: bool = False


def post_facts(value: Any) -> PostFacts:
    """What a JSON answer says of a post; nothing where it is none that is known here."""
    if not isinstance(value, dict):
        return PostFacts()
    if isinstance(value.get("tombstone"), dict):
        return PostFacts(cut=_NOTICE, is_notice=True)
    if isinstance(value.get("html"), str) and not value.keys().isdisjoint(("type", "version")):
        return _oembed(value)
    if isinstance(value.get("text"), str) and isinstance(user := value.get("user"), dict):
        cut = _GOES_ON if "note_tweet" in value else ""
        return PostFacts(_post("x", user, "name", "screen_name", value.get("created_at")), cut)
    if isinstance(value.get("thread"), dict):
        return _bluesky(value["thread"])
    if isinstance(value.get("content"), str) and isinstance(account := value.get("account"), dict):
        day = value.get("created_at")
        return PostFacts(_post("mastodon", account, "display_name", "acct", day))
    return PostFacts()


def _oembed(value: Mapping[str, Any]) -> PostFacts:
    markup = value["html"][:_LONGEST]
    handle = _HANDLE.fullmatch(one_line(value.get("author_url")) or "")
    post = Post(
        one_line(value.get("provider_name")) or "",
        one_line(value.get("author_name")),
        handle[1] if handle else None,
        _signed_day(markup),
    )
    words = html.unescape(_TAG.sub("", markup.rpartition("</p>")[0]))
    return PostFacts(post, _CUT_SHORT if _CUT.search(words) else "")


def _signed_day(markup: str) -> str | None:
    """The day in X's signature ('December 6, 2024'), the block quotation's last link."""
    found = _SIGNED.search(markup)
    try:
        day = datetime.strptime(found[1] if found else "", "%B %d, %Y").replace(tzinfo=UTC)
    except ValueError:
        return None
    return f"{day:%Y-%m-%d}"


def _bluesky(thread: Mapping[str, Any]) -> PostFacts:
    view = thread.get("post")
    record = view.get("record") if isinstance(view, dict) else None
    if not isinstance(view, dict) or not isinstance(record, dict):
        return PostFacts(cut=_NOTICE, is_notice=True)
    author = view.get("author")
    author = author if isinstance(author, dict) else {}
    return PostFacts(_post("bluesky", author, "displayName", "handle", record.get("createdAt")))


def _post(service: str, who: Mapping[str, Any], name: str, handle: str, when: Any) -> Post:
    day = _DAY.match(when) if isinstance(when, str) else None
    return Post(
        service, one_line(who.get(name)), one_line(who.get(handle)), day[1] if day else None
    )
