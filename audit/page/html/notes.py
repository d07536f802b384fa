"""What a page says of itself: title, language, descriptions, scripts of data, comments."""

import re
from dataclasses import dataclass, field

from audit.markup.rendering.lines import collapsed
from audit.markup.tokens import attributes_of, decoded

_TAG = re.compile(r"<[^<>]*>")
_CODE = ("?", "!", "[if", "[endif", "<![endif")  # how comments begin that are code
_FEWEST_WORDS = 3  # in a comment or a description, to be kept
_MOST_COMMENTS = 200_000  # characters
_MOST_DESCRIPTIONS = 200_000  # characters
_LONGEST_LANGUAGE = 35  # characters (RFC 5646, 4.4.1)
_DESCRIPTIONS = frozenset({
    *("description", "og:description", "og:title", "twitter:description", "twitter:title"),
})  # fmt: skip
_ALT = re.compile(r"""(?:^|[\s"'])alt\s{0,9}=\s{0,9}(?:"([^"]+)"|'([^']+)')""", re.IGNORECASE)


@dataclass(slots=True)
class PageNotes:
    """Collects them while the page is read.

    ``scripts`` are the texts of JSON-LD scripts, ``states`` those of other JSON, ``comments``
    those of comments that have words, ``descriptions`` those of ``<meta>`` and of images.
    """

    title: str | None = None
    shared_title: str | None = None
    language: str | None = None
    scripts: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    descriptions: dict[str, None] = field(default_factory=dict)
    _comments_left: int = _MOST_COMMENTS
    _descriptions_left: int = _MOST_DESCRIPTIONS

    def meta(self, rest: str) -> None:
        """Notes a ``<meta>`` element, from its unread attributes."""
        attributes = attributes_of(rest)
        name = (attributes.get("property") or attributes.get("name") or "").strip().lower()
        if name not in _DESCRIPTIONS:
            return
        content = collapsed(attributes.get("content", ""))
        if name == "og:title" and self.shared_title is None:
            self.shared_title = content or None
        self._describe(content)

    def image(self, rest: str) -> None:
        """Notes the words that stand for an image, from its unread attributes."""
        found = _ALT.search(rest)
        if found is not None:
            self._describe(collapsed(decoded(found[1] or found[2])))

    def html(self, rest: str) -> None:
        """Notes the language of the page."""
        if self.language is None:
            attributes = attributes_of(rest)
            language = attributes.get("lang") or attributes.get("xml:lang") or ""
            self.language = language.strip()[:_LONGEST_LANGUAGE] or None

    def window(self, text: str) -> None:
        """Notes the text of the first ``<title>``."""
        if self.title is None:
            self.title = collapsed(decoded(text)) or None

    def comment(self, text: str) -> None:
        """Notes a comment."""
        if len(text) > self._comments_left or text[:10].lower().startswith(_CODE):
            return
        words = _TAG.sub(" ", text).split()
        if len(words) >= _FEWEST_WORDS:
            self._comments_left -= len(text)
            self.comments.append(" ".join(words))

    def _describe(self, text: str) -> None:
        if len(text.split()) >= _FEWEST_WORDS and len(text) <= self._descriptions_left:
            self._descriptions_left -= len(text)
            self.descriptions[text] = None
