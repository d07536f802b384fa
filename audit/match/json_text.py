"""JSON to text: the answers of post-embedding services first of all."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from audit.match.fragments import fragment_lines, well_formed

_FEWEST_WORDS = 3  # in a string, to be text and not a name, a key or an address
_FEWEST_LETTERS = 10  # in a string that may be of a script without spaces


@dataclass(frozen=True, slots=True)
class JsonText:
    """The paragraphs of a JSON answer, and who wrote them where it is a post."""

    paragraphs: tuple[str, ...]
    author: str | None = None
    is_post: bool = False


def json_text(value: Any) -> JsonText:
    """The words of an oEmbed answer (oembed.com, 2.3), of a post as X syndicates it, or of any JSON.

    Of other JSON, every string of three words or more counts, or of ten letters where these are not
    all ASCII, in the order of the file.
    """
    if isinstance(value, dict):
        markup, text, user = value.get("html"), value.get("text"), value.get("user")
        if isinstance(markup, str) and not value.keys().isdisjoint(("type", "version")):
            return JsonText(_post_words(markup), _name(value.get("author_name")), is_post=True)
        if isinstance(text, str) and isinstance(user, dict):
            return JsonText(_as_one(fragment_lines(text)), _name(user.get("name")), is_post=True)
    texts = (fragment_lines(text) for text in _strings(value))
    return JsonText(tuple(line for lines in texts if _is_prose(lines) for line in lines))


def _is_prose(lines: list[str]) -> bool:
    text = " ".join(lines)
    if len(text.split()) >= _FEWEST_WORDS:
        return True
    return len(text) >= _FEWEST_LETTERS and not text.isascii()


def _post_words(markup: str) -> tuple[str, ...]:
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


def _name(value: Any) -> str | None:
    return " ".join(well_formed(value).split()) or None if isinstance(value, str) else None


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
