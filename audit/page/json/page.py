"""JSON to a page: a post with its replies, or the prose in whatever else it holds."""

from audit.markup.json_ld import parse_json
from audit.model import Page, Zone
from audit.page import NO_WORDS
from audit.page.json.post_facts import post_facts
from audit.page.json.text import json_text
from audit.page.layout import joined, unread
from audit.page.reader import PageReader, Received

_NOTHING = frozenset({"null", "true", "false", '""'})
_ERRORS = frozenset({"error", "errors", "fault", "exception", "error_description", "error_message"})
_BESIDE = frozenset({
    *("code", "detail", "details", "message", "msg", "ok", "path", "request_id", "requestid", "status"),
    *("statuscode", "success", "timestamp", "title", "trace_id", "type", "documentation_url"),
})  # fmt: skip


def _read(source: Received) -> Page | None:
    if source.said == READER.format and source.text.strip() in _NOTHING:
        return unread(NO_WORDS, source.url)
    if source.text.lstrip()[:1] not in ("{", "["):
        return None
    value = parse_json(source.text)
    return _page(value, source.url) if value is not None else None


def _page(value: object, url: str | None) -> Page:
    if _is_error(value):
        return unread("an error message in place of a page", url)
    facts = post_facts(value)
    if facts.is_notice:
        return unread(facts.cut, url)
    found = json_text(value)
    if found.is_post and not found.paragraphs:
        return unread("an embed without the words of the post", url)
    text, blocks = joined((
        *((paragraph, Zone.MAIN) for paragraph in found.paragraphs),
        *((paragraph, Zone.COMMENTS) for paragraph in found.replies),
    ))  # fmt: skip
    return Page(
        text,
        blocks,
        title=found.author,
        url=url,
        whole=not facts.cut,
        why_not_whole=facts.cut,
        post=facts.post,
    )


def _is_error(value: object) -> bool:
    """Whether an object only says that something went wrong (RFC 9457, JSON:API, GraphQL)."""
    if not isinstance(value, dict):
        return False
    said = {str(key).lower() for key, held in value.items() if held not in (None, "", [], {})}
    return bool(said & _ERRORS) and said <= _ERRORS | _BESIDE


READER = PageReader(
    "json", _read, media_types=("application/json", "text/json", "+json"), also=(None,)
)
