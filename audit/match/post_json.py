"""Posts as their services give them to programs: the words, and who posted them when.

oEmbed answers (oembed.com, 2.3), X's syndication, Bluesky's ``app.bsky.feed.getPostThread`` (docs.bsky.app) and
Mastodon's status entity (docs.joinmastodon.org).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from audit.match.fragments import fragment_lines, well_formed
from audit.model import Post

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T|$)")
_SIGNED = re.compile(r">([A-Z][a-z]{2,8} \d{1,2}, \d{4})</a>\s{0,9}</blockquote>")
_HANDLE = re.compile(r"/@?([\w.]{1,60})/?")
_CUT = re.compile(
    r"(?:…|\.\.\.)(?:\s{0,3}(?:https?://t\.co/\w{1,30}|pic\.(?:twitter|x)\.com/\w{1,30}))*\s*$"
)
_CUT_SHORT = "the post goes on where its service ends it with “…”"
_GOES_ON = "the post goes on; its service gives programs only the beginning"
_NOTICE = "a notice in place of the post, which does not prove that it was deleted"


@dataclass(frozen=True, slots=True)
class PostText:
    """The paragraphs of a post, and ``post`` with what its service says of it; ``cut`` says why it is not whole."""

    paragraphs: tuple[str, ...]
    post: Post | None = None
    cut: str = ""


def post_text(value: Any) -> PostText | None:
    """The post in a JSON answer; None where it is none that is known here."""
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("tombstone"), dict):
        return PostText((), cut=_NOTICE)
    if isinstance(value.get("html"), str) and not value.keys().isdisjoint(("type", "version")):
        return _oembed(value)
    if isinstance(value.get("text"), str) and isinstance(value.get("user"), dict):
        return _syndicated(value)
    if isinstance(value.get("thread"), dict):
        return _bluesky(value["thread"])
    if isinstance(value.get("content"), str) and isinstance(value.get("account"), dict):
        return _mastodon(value)
    return None


def _oembed(value: Mapping[str, Any]) -> PostText:
    paragraphs = _embedded_words(value["html"])
    cut = _CUT_SHORT if paragraphs and _CUT.search(paragraphs[-1]) else ""
    handle = _HANDLE.fullmatch(urlsplit(_string(value.get("author_url")) or "").path)
    post = Post(
        _string(value.get("provider_name")) or "",
        _name(value.get("author_name")),
        handle[1] if handle else None,
        _signed_day(value["html"]),
    )
    return PostText(paragraphs, post, cut)


def _signed_day(markup: str) -> str | None:
    """The day in X's signature ('December 6, 2024'), which is the last link of the block quotation."""
    found = _SIGNED.search(markup)
    try:
        day = datetime.strptime(found[1] if found else "", "%B %d, %Y").replace(tzinfo=UTC)
    except ValueError:
        return None
    return f"{day:%Y-%m-%d}"


def _syndicated(value: Mapping[str, Any]) -> PostText:
    user = value["user"]
    post = Post(
        "x",
        _name(user.get("name")),
        _string(user.get("screen_name")),
        _day(value.get("created_at")),
    )
    cut = _GOES_ON if "note_tweet" in value else ""
    return PostText(_as_one(fragment_lines(value["text"])), post, cut)


def _bluesky(thread: Mapping[str, Any]) -> PostText:
    view = thread.get("post")
    record = view.get("record") if isinstance(view, dict) else None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return PostText((), cut=_NOTICE)
    assert isinstance(view, dict)
    author = view.get("author")
    author = author if isinstance(author, dict) else {}
    post = Post(
        "bluesky",
        _name(author.get("displayName")),
        _string(author.get("handle")),
        _day(record.get("createdAt")),
    )
    lines = [well_formed(line) for line in record["text"].splitlines()]  # plain text, no markup
    return PostText(_as_one(lines), post)


def _mastodon(value: Mapping[str, Any]) -> PostText:
    account = value["account"]
    post = Post(
        "mastodon",
        _name(account.get("display_name")),
        _string(account.get("acct")),
        _day(value.get("created_at")),
    )
    warning = _string(value.get("spoiler_text")) or ""
    return PostText(
        (*_as_one(fragment_lines(warning)), *_as_one(fragment_lines(value["content"]))), post
    )


def _embedded_words(markup: str) -> tuple[str, ...]:
    """The paragraphs of the block quotation that embeds a post, without its signature line.

    The services set the signature ('— Name (@handle) date') beside the paragraphs, not in one.
    """
    from bs4 import BeautifulSoup  # noqa: PLC0415 — 60 ms that pages need not wait

    if "<blockquote" not in markup.lower():
        return tuple(fragment_lines(markup))
    quotation = BeautifulSoup(f"<div>{well_formed(markup)}</div>", "lxml").blockquote
    if quotation is None:
        return ()
    for line_break in quotation.find_all("br"):
        line_break.replace_with("\n")
    found = (_as_one(p.get_text().split("\n")) for p in quotation.find_all("p"))
    return tuple(paragraph for paragraphs in found for paragraph in paragraphs)


def _as_one(lines: list[str]) -> tuple[str, ...]:
    """Lines as one paragraph with line ends in it; none where there are no words."""
    shown = (" ".join(line.split()) for line in lines)
    text = "\n".join(line for line in shown if line)
    return (text,) if text else ()


def _day(value: Any) -> str | None:
    found = _DAY.match(value) if isinstance(value, str) else None
    return found[1] if found else None


def _name(value: Any) -> str | None:
    return " ".join(well_formed(value).split()) or None if isinstance(value, str) else None


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
