"""JSON to a page: a post with its replies, or the prose in whatever else it holds."""

from audit.markup.json_ld import parse_json
from audit.model import Page, Zone
from audit.page.json.post_facts import post_facts
from audit.page.json.text import json_text
from audit.page.layout import joined, unread
from audit.page.reader import PageReader, Received


def _read(source: Received) -> Page | None:
    if source.text.lstrip()[:1] not in ("{", "["):
        return None
    value = parse_json(source.text)
    return _page(value, source.url) if value is not None else None


def _page(value: object, url: str | None) -> Page:
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


READER = PageReader(
    "json", _read, media_types=("application/json", "text/json", "+json"), also=(None,)
)
