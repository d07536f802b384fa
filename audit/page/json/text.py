"""JSON to text: the answers of post-embedding services first of all."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from audit.markup.json_ld import parse_json
from audit.markup.tokens import tags
from audit.page.fragments import fragment_lines, one_line, well_formed
from audit.page.html.script_state import strings_of

_FEWEST_WORDS = 3  # in a string, to be text and not a name, a key or an address
_FEWEST_LETTERS = 10  # in a string that may be of a script without spaces


@dataclass(frozen=True, slots=True)
class JsonText:
    """The paragraphs of a JSON answer, and who wrote them where it is a post.

    ``replies`` are what others wrote below a post.
    """

    paragraphs: tuple[str, ...]
    author: str | None = None
    is_post: bool = False
    replies: tuple[str, ...] = ()


def json_text(value: Any) -> JsonText:
    """The words of a post or, of any other JSON, of its strings.

    Known are oEmbed answers (oembed.com, 2.3), posts as X syndicates them, statuses of Mastodon's
    API and posts and threads of Bluesky's. Of other JSON, every string of three words or more
    counts, or of ten letters where these are not all ASCII, in the order of the file.
    """
    if isinstance(value, dict):
        post = _embedded(value) or _status(value) or _skeet(value)
        if post is not None:
            return post
    return JsonText(tuple(_prose(value)))


def script_words(script: str) -> Iterator[str]:
    """The prose in the data of a script: what a framework keeps of a page to build it again."""
    value = parse_json(script)
    return _prose(value) if value is not None else _prose(list(strings_of(script)))


def _embedded(value: dict[str, Any]) -> JsonText | None:
    """An oEmbed answer, or a post as X syndicates it."""
    markup, text, user = value.get("html"), value.get("text"), value.get("user")
    if isinstance(markup, str) and not value.keys().isdisjoint(("type", "version")):
        return JsonText(_post_words(markup), one_line(value.get("author_name")), is_post=True)
    if isinstance(text, str) and isinstance(user, dict):
        words = _as_one(fragment_lines(text))
        return JsonText(words, one_line(user.get("name")), is_post=True)
    return None


def _status(value: dict[str, Any]) -> JsonText | None:
    """A status of Mastodon (docs.joinmastodon.org/entities/Status), or what it boosts."""
    account, content = value.get("account"), value.get("content")
    if not isinstance(account, dict) or not isinstance(content, str):
        return None
    boosted = value.get("reblog")
    if isinstance(boosted, dict) and (of := _status(boosted)) is not None:
        return of
    warning = value.get("spoiler_text")
    parts = [warning, content] if isinstance(warning, str) else [content]
    media = value.get("media_attachments")
    parts += [
        attached["description"]
        for attached in (media if isinstance(media, list) else ())
        if isinstance(attached, dict) and isinstance(attached.get("description"), str)
    ]
    lines = tuple(line for part in parts for line in fragment_lines(part))
    author = one_line(account.get("display_name")) or one_line(account.get("acct"))
    return JsonText(lines, author, is_post=True)


def _skeet(value: dict[str, Any]) -> JsonText | None:
    """A post of Bluesky (app.bsky.feed.defs), alone, first of several, or heading a thread."""
    thread = value.get("thread")
    outer: Any = thread if isinstance(thread, dict) else value
    several = outer.get("posts")
    if isinstance(several, list) and len(several) == 1:
        outer = {"post": several[0]}
    post = outer.get("post", outer)
    if not isinstance(post, dict):
        return None
    record, author = post.get("record"), post.get("author")
    if not (isinstance(record, dict) and isinstance(author, dict)):
        return None
    text = record.get("text")
    if not isinstance(text, str):
        return None
    name = one_line(author.get("displayName")) or one_line(author.get("handle"))
    replies = tuple(_prose(outer.get("replies")))
    return JsonText(_as_one(fragment_lines(text)), name, is_post=True, replies=replies)


def _prose(value: Any) -> Iterator[str]:
    for text in _strings(value):
        lines = fragment_lines(text)
        if _is_prose(lines):
            yield from lines


def _is_prose(lines: list[str]) -> bool:
    text = " ".join(lines)
    if len(text.split()) >= _FEWEST_WORDS:
        return True
    return len(text) >= _FEWEST_LETTERS and not text.isascii()


def _post_words(markup: str) -> tuple[str, ...]:
    """The paragraphs of the block quotation that embeds a post, without its signature line.

    The services set the signature ('— Name (@handle) date') beside the paragraphs, not in one.
    """
    markup = well_formed(markup)
    if "<blockquote" not in markup.lower():
        return tuple(fragment_lines(markup))
    found = (_as_one(fragment_lines(paragraph)) for paragraph in _quoted_paragraphs(markup))
    return tuple(paragraph for paragraphs in found for paragraph in paragraphs)


def _quoted_paragraphs(markup: str) -> Iterator[str]:
    """The markup of each ``<p>`` of the first block quotation, without its end tag."""
    open_quotations = 0
    begun: int | None = None  # where the paragraph that is open begins
    for _, tag, rest, at in tags(markup):
        if tag not in {"blockquote", "p"} or not (open_quotations or rest is not None):
            continue
        if begun is not None:
            yield markup[begun:at]
            begun = None
        if tag == "p":
            begun = at if open_quotations and rest is not None else None
            continue
        open_quotations += 1 if rest is not None else -1
        if not open_quotations:
            return
    if begun is not None:
        yield markup[begun:]


def _as_one(lines: list[str]) -> tuple[str, ...]:
    """Lines as one paragraph with line ends in it; none where there are no words."""
    shown = (" ".join(line.split()) for line in lines)
    text = "\n".join(line for line in shown if line)
    return (text,) if text else ()


def _strings(value: Any) -> Iterator[str]:
    """All strings in a JSON value, in the order of the text."""
    pending = [value]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            pending.extend(reversed(value.values()))
        elif isinstance(value, list):
            pending.extend(reversed(value))
