"""Reads what a content system would fill in: '{{< quote author="Ann Lee" >}}…{{< /quote >}}'.

A draft holds such codes as they are typed: of Hugo ('{{< … >}}', '{{% … %}}'), of Jekyll, Eleventy
and Liquid ('{% … %}'), of WordPress ('[pullquote …]'). Those around words say who is quoted, and
where; those that stand alone show a post or a video below the words that are in it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from audit.extract.claims import Claim, span
from audit.model import NOT_PROSE, Article, AttributionKind, PostService, Span

_ATTRIBUTES = r"(?P<rest>(?:[^\S\n][^\n\[\]{}<>]{0,600})?)"
_OPENING = re.compile(
    rf"(?:\{{\{{[<%]|\{{%|\[)-?[^\S\n]{{0,3}}(?P<name>[a-z][a-z_-]{{0,14}}){_ATTRIBUTES}"
    r"[^\S\n]{0,3}-?(?:[>%]\}\}|%\}|\])",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:\{\{[<%]|\{%|\[)-?[^\S\n]{0,3}(?:/[^\S\n]{0,3}|end[_-]?)(?P<name>[a-z][a-z_-]{2,14})"
    r"[^\S\n]{0,3}-?(?:[>%]\}\}|%\}|\])",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(?P<key>[a-z_-]{2,20})\s?=\s?(?P<mark>[\"“”„″'’‘])(?P<value>[^\"“”″\n]{1,500}?)[\"“”″'’‘](?=\s|\Z)",
    re.IGNORECASE,
)
_QUOTES = frozenset({
    *("quote", "blockquote", "pullquote", "pull-quote", "pull_quote", "quotation", "bq", "testimonial"),
})  # fmt: skip
_WHO = ("author", "by", "speaker", "name", "attribution", "person", "who", "cite", "citation")
_WHERE = ("url", "link", "href", "source_url", "source-url", "source", "cite", "sourceurl", "src")
_SERVICES = {
    **dict.fromkeys(("tweet", "twitter", "twitter_simple", "xpost", "x"), PostService.X),
    **dict.fromkeys(("youtube", "youtube-lite", "yt"), PostService.YOUTUBE),
    **{each.value: each for each in PostService},
}
_MADE = {
    PostService.X: "https://x.com/{user}/status/{id}",
    PostService.YOUTUBE: "https://www.youtube.com/watch?v={id}",
}
_NUMBER = re.compile(r"(?<![\w/-])(?:\d{8,25}|(?=[\w-]*[\dA-Z_-])[\w-]{11})(?![\w-])")
_PLAIN = re.compile(
    r"[^\S\n]{1,3}((?=[^\W\d_a-z])[^\n,:|@=\"“”]{2,60}?)(?=\s{0,3}(?:,|https?:|\Z))"
)
_ADDRESS = re.compile(r"https?://[^\s\"'<>]{4,500}")
_FARTHEST = 20_000  # characters of a quotation


class Shortcode(NamedTuple):
    """A quotation between two codes: its words, a span a paragraph, who is named, the address.

    ``start`` and ``end`` are those of both codes; the speaker is a span of the opening one.
    """

    contents: list[Span]
    speaker: Span | None
    url: str | None
    block: int
    start: int
    end: int


def find_shortcodes(article: Article) -> Iterator[Shortcode]:
    """The quotations that codes of an article hold."""
    text, after = article.text, 0
    if "[" not in text and "{" not in text:
        return
    closings = [
        closing for closing in _CLOSING.finditer(text) if closing["name"].lower() in _QUOTES
    ]
    at = 0
    for opening in _OPENING.finditer(text):
        name = opening["name"].lower()
        if name not in _QUOTES or opening.start() < after:
            continue
        while at < len(closings) and closings[at].start() < opening.end():
            at += 1
        if at == len(closings):
            return
        closing = closings[at]
        if closing["name"].lower() != name or closing.start() - opening.end() > _FARTHEST:
            continue
        after = closing.end()
        found = _read(article, opening, closing)
        if found is not None:
            yield found


class ShownPost(NamedTuple):
    """A post or video that a code of its own shows: its offset, address and service.

    ``names`` is what tells of its author, a handle or nothing.
    """

    at: int
    url: str
    service: str
    names: str


def shown_posts(article: Article) -> Iterator[ShownPost]:
    """What codes of an article show: '{{< tweet user="ann" id="17…" >}}', '{% youtube abc %}'."""
    if "[" not in article.text and "{" not in article.text:
        return
    for code in _OPENING.finditer(article.text):
        service = _SERVICES.get(code["name"].lower())
        number = article.paragraph(code.start())
        if service is None or number is None or article.blocks[number - 1].kind in NOT_PROSE:
            continue
        given = {each["key"].lower(): each["value"] for each in _ATTRIBUTE.finditer(code["rest"])}
        written = _ADDRESS.search(code["rest"])
        user = given.get("user") or given.get("handle") or ""
        number_of = _NUMBER.search(given.get("id") or code["rest"])
        if written is not None:
            yield ShownPost(code.start(), written[0], service, user)
        elif number_of is not None and service in _MADE:
            address = _MADE[service].format(user=user or "i/web", id=number_of[0])
            yield ShownPost(code.start(), address, service, user)


def claim_of(code: Shortcode) -> Claim:
    """The claim of a quotation between two codes."""
    kind = AttributionKind.DIRECT if code.speaker else AttributionKind.UNATTRIBUTED
    claim = Claim(kind, code.contents, None, code.speaker, code.block)
    claim.labelled = code.speaker is not None
    claim.cited = (code.url,) if code.url is not None else ()
    return claim


def _read(article: Article, opening: re.Match[str], closing: re.Match[str]) -> Shortcode | None:
    end = closing.start()
    first, last = article.paragraph(opening.start()), article.paragraph(end)
    if first is None or last is None:
        return None
    blocks = range(first - 1, last)
    if any(article.blocks[number].kind in NOT_PROSE for number in blocks):
        return None
    contents = [
        words
        for number in blocks
        if (
            words := _bare(
                article,
                max(article.blocks[number].start, opening.end()),
                min(article.blocks[number].end, end),
            )
        ).text
    ]
    if not contents:
        return None
    given = list(_ATTRIBUTE.finditer(article.text, *opening.span("rest")))
    named = {each["key"].lower(): each for each in given}
    who = next((named[key] for key in _WHO if key in named and not _is_address(named[key])), None)
    where = next((named[key] for key in _WHERE if key in named and _is_address(named[key])), None)
    speaker = span(article, *who.span("value")) if who is not None else None
    plain = None if given else _PLAIN.match(article.text, *opening.span("rest"))
    if plain is not None:  # 'blockquote Ann Lee, BBC https://…'
        written = _ADDRESS.search(article.text, *opening.span("rest"))
        url = written[0] if written is not None else None
        speaker = span(article, *plain.span(1))
        return Shortcode(contents, speaker, url, blocks[0], opening.start(), closing.end())
    url = where["value"] if where is not None else None
    return Shortcode(contents, speaker, url, blocks[0], opening.start(), closing.end())


def _bare(article: Article, start: int, end: int) -> Span:
    """The words between two offsets without the quotation marks that hold all of them."""
    words = span(article, start, max(start, end))
    text = words.text
    whole = len(text) > 2 and text[0] in '“„«"' and text[-1] in '”“»"' and text[0] not in text[1:-1]
    return span(article, words.start + 1, words.end - 1) if whole else words


def _is_address(attribute: Mapping[str, str] | re.Match[str]) -> bool:
    return _ADDRESS.fullmatch(attribute["value"]) is not None
