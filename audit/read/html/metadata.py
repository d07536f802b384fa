"""What the head of a page says of the article: title, byline, date, language, base address.

Sources, first wins: JSON-LD (schema.org/Article), Open Graph (ogp.me, ``article:`` namespace),
plain ``<meta>``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from audit.markup.json_ld import declared_article
from audit.markup.tokens import attributes_of, decoded, tags

_TELLING = frozenset({"base", "html", "link", "meta", "script", "time", "title"})
_MOST_TIMES = 200
_PUBLISHES = re.compile(r"publi|pubdate|posted|dateline|entry-date")
_LONGEST_FIELD = 500  # characters
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title")
_AUTHOR_NAMES = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_DATE_NAMES = (
    *("article:published_time", "og:published_time", "datepublished", "date", "dc.date"),
    *("dc.date.issued", "parsely-pub-date", "sailthru.date", "pubdate"),
)
_SITE_NAMES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_CHANGE_NAMES = ("article:modified_time", "og:updated_time", "datemodified", "dc.date.modified")


@dataclass(frozen=True, slots=True)
class Head:
    """What a page declares; ``window_title`` is its ``<title>``, ``base`` that of ``<base>``.

    ``canonical`` and ``shared`` are the addresses that it gives for itself to those who search and
    to those who share it, ``publisher`` the name of its site. ``shown`` is the day of its
    ``<time>``, of several the one that is marked as its publication.
    """

    title: str | None = None
    window_title: str | None = None
    byline: str | None = None
    published: str | None = None
    shown: str | None = None
    modified: str | None = None
    language: str | None = None
    base: str | None = None
    canonical: str | None = None
    shared: str | None = None
    publisher: str | None = None


@dataclass(slots=True)
class _Seen:
    metas: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    times: list[tuple[str, bool]] = field(default_factory=list)  # days, and whether of publication
    window_title: str | None = None
    language: str | None = None
    base: str | None = None
    canonical: str | None = None

    def note(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keeps what an element without words of its own declares, of two the first."""
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or ""
            name = name or attributes.get("itemprop", "")
            if content := short_line(attributes.get("content")):
                self.metas.setdefault(name.strip().lower(), content)
        elif tag == "html" and self.language is None:
            self.language = language_tag(attributes.get("lang") or attributes.get("xml:lang", ""))
        elif tag == "time" and len(self.times) < _MOST_TIMES:
            if (day := iso_date(attributes.get("datetime"))) is not None:
                told = [attributes.get(name, "") for name in ("itemprop", "class")]
                marked = _PUBLISHES.search(" ".join(told).lower()[:_LONGEST_FIELD]) is not None
                self.times.append((day, marked or "pubdate" in attributes))
        elif tag == "base" and self.base is None:
            self.base = attributes.get("href")
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            self.canonical = self.canonical or attributes.get("href")


def read_head(source: str, *, xml: bool = False) -> Head:
    """What the page's own markup declares; nothing in it is trusted to be well-formed."""
    seen = _seen(source, xml=xml)
    article = declared_article(seen.scripts)
    return Head(
        title=short_line(article.get("headline")) or _first(seen.metas, _TITLE_NAMES),
        window_title=seen.window_title,
        byline=_names(article.get("author")) or _author(seen.metas),
        published=iso_date(article.get("datePublished")) or _date(seen.metas, _DATE_NAMES),
        shown=_only(
            {day for day, marked in seen.times if marked} or {day for day, _ in seen.times}
        ),
        modified=iso_date(article.get("dateModified")) or _date(seen.metas, _CHANGE_NAMES),
        language=seen.language,
        base=seen.base,
        canonical=seen.canonical,
        shared=seen.metas.get("og:url"),
        publisher=_first(seen.metas, _SITE_NAMES) or _names(article.get("publisher")),
    )


def short_line(value: object) -> str | None:
    """A line of text out of whatever a page declares, cut to 500 characters; None for no text."""
    if not isinstance(value, str):
        return None
    return " ".join(value[: 4 * _LONGEST_FIELD].split())[:_LONGEST_FIELD] or None


def iso_date(value: object) -> str | None:
    """The date at the beginning of an ISO 8601 date or time, None where there is none."""
    if not isinstance(value, str) or not (found := _DATE.match(value.strip())):
        return None
    try:
        return date.fromisoformat(found.group()).isoformat()
    except ValueError:
        return None


def language_tag(value: str) -> str | None:
    """A language tag (BCP 47) where ``value`` looks like one."""
    return value.strip() if _LANGUAGE.fullmatch(value.strip()) else None


def _seen(source: str, *, xml: bool) -> _Seen:
    seen = _Seen()
    within = ""  # the element whose text comes next
    for text, tag, rest, _ in tags(source, xml=xml):
        if within == "script":
            seen.scripts.append(text)
        elif within == "title" and seen.window_title is None:
            seen.window_title = short_line(decoded(text))
        within = ""
        if rest is None or tag not in _TELLING or (xml and tag == "title" and rest.endswith("/")):
            continue
        attributes = attributes_of(rest)
        if tag == "title" or (tag == "script" and "ld+json" in attributes.get("type", "").lower()):
            within = tag
        else:
            seen.note(tag, attributes)
    return seen


def _only(days: set[str]) -> str | None:
    return next(iter(days)) if len(days) == 1 else None


def _names(author: object) -> str | None:
    people = author if isinstance(author, list) else [author]
    names = [
        short_line(person.get("name") if isinstance(person, dict) else person) for person in people
    ]
    return ", ".join(name for name in names[:20] if name and "://" not in name) or None


def _author(metas: dict[str, str]) -> str | None:
    author = _first(metas, _AUTHOR_NAMES)
    return author if author and "://" not in author else None  # Open Graph's is often a profile


def _date(metas: dict[str, str], names: Iterable[str]) -> str | None:
    return next((day for name in names if (day := iso_date(metas.get(name)))), None)


def _first(metas: dict[str, str], names: Iterable[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)
