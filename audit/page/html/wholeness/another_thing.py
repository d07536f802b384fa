"""Whether a page of few words is about what its title and its address name."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from urllib.parse import unquote

from audit.markup.addresses.url import hostname, is_own_file, path_of
from audit.markup.promised import count_words
from audit.model import Zone

_HARDLY_ANY = 60  # words
_FEWEST_NAMES = 4  # words of a title or an address that tell what it is about
_FEWEST_OF_SLUG = 2  # of the part of an address that names a page which shows hardly any words
_FEWEST_OF_SPEAKING = 1  # of that of a page which speaks of itself: 'We have a new website'
_LEAST_NAMED = 0.25  # of them, on a page that is about it
_FEWEST_OF_HEADLINE = 3  # words
_STEM = 5  # letters that two forms of a word share
_PARTED = re.compile(r"\s[|·•–—»-]\s")  # what a title has of an article, and of its site
_WORD = re.compile(r"[^\W\d_]{4,}")
_LATIN = re.compile(r"[a-z]")
_DIGRAPHS = (
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("aa", "a"),
    ("ß", "ss"),
    ("ł", "l"),
    ("ø", "o"),
)


def is_about_another_thing(
    shown: Sequence[str], title: str | None, url: str | None, *, is_speaking: bool = False
) -> bool:
    """Whether a page has hardly a word of its title, nor of its address where that has words.

    The address is in other words than many a text: alone it tells of a page that shows hardly any.
    An address in Latin letters says nothing of a text in others. ``is_speaking`` tells that the
    headline speaks to the reader or of those who make the page.
    """
    text = "\n".join(shown).casefold()
    path = unquote(path_of(url)).casefold() if url and not is_own_file(url) else ""
    if not _has_latin(text):
        path = ""
    have = frozenset(_WORD.findall(text))
    titled = frozenset(_WORD.findall((title or "").casefold()))
    is_short = count_words(text) <= _HARDLY_ANY
    fewest = _FEWEST_OF_SPEAKING if is_speaking else _FEWEST_OF_SLUG
    if is_short and path and _is_another_page(f"{text} {(title or '').casefold()}", path, fewest):
        return True
    if len(titled) < _FEWEST_NAMES and not is_short:
        return False
    named = frozenset(_WORD.findall(path))
    enough = [names for names in (titled, named) if len(names) >= _FEWEST_NAMES]
    return bool(enough) and not any(_has_some(have, names) for names in enough)


def is_home_of(own: str, url: str | None) -> bool:
    """Whether the address that a page gives for itself is a site's home, and it was not asked for.

    Such a page stands for one that is no more.
    """
    if not own.strip() or not url or is_own_file(url):
        return False
    path = own.partition("?")[0] if own.startswith("/") else path_of(own)
    return not path.strip("/") and bool(path_of(url).strip("/"))


def is_headed(blocks: Sequence[tuple[str, Zone]], title: str | None) -> bool:
    """Whether a headline of an article stands over a page, or in a part of its title."""
    headings = [text for text, zone in blocks if zone is Zone.HEADLINE]
    named = (*headings, *_PARTED.split(title or ""))
    return any(count_words(text) >= _FEWEST_OF_HEADLINE for text in named)


def is_named_for_site(title: str | None, url: str | None) -> bool:
    """Whether the title of a page that is not a site's home is the name that its host has."""
    if not title or not url or is_own_file(url):
        return False
    host = _plain(hostname(url)).replace("-", "")
    return bool(path_of(url).strip("/")) and _plain(title.casefold()).replace(" ", "") in host


def _has_some(have: frozenset[str], names: frozenset[str]) -> bool:
    return len(names & have) >= _LEAST_NAMED * len(names)


def _is_another_page(text: str, path: str, fewest: int) -> bool:
    """Whether neither title nor text has one of the names by which an address tells its page."""
    slug = next((part for part in reversed(path.split("/")) if _letters(part)), "")
    names = {name[:_STEM] for name in _WORD.findall(_plain(slug)) if name not in _kinds()}
    if len(names) < fewest:
        return False
    plain = _plain(text)
    return not any(name in plain for name in names)


def _letters(part: str) -> bool:
    return sum(map(str.isalpha, part)) > len(part) / 2


def _has_latin(text: str) -> bool:
    return 2 * len(_LATIN.findall(text)) > sum(map(str.isalpha, text))


def _plain(text: str) -> str:
    """A text without accents, and with umlauts as addresses have them."""
    plain = "".join(
        char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)
    )
    for written, letter in _DIGRAPHS:
        plain = plain.replace(written, letter)
    return plain


@cache
def _kinds() -> frozenset[str]:
    """Words of addresses that name a kind of page and not what it is about."""
    text = (files(__package__) / "addresses.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["kinds"].split())
