"""Words as lists and quotations share them: lower-case, no endings, no small ones."""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files
from urllib.parse import unquote, urlsplit

from audit.languages.recognition import function_words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CONTINUOUS = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
_STEM = 6  # letters: 'recognised' and 'recognition' are one word to a ranking
_LEAST = 4  # letters that are left of one without its ending
_ENDINGS = ("ings", "ing", "ers", "er", "ed", "es", "en", "e")  # 'floods' is a word with 'flooding'
_SHORTEST = 3
_RUN = 4  # words that two texts share by no chance
_LONGEST = 40
_FOLDER = 2  # words of the name of a folder: 'press-releases'
_MOST_DIGITS = 2  # of a word in an address; a number of a page has more
_IN_SLUG = re.compile(r"[^\W_]+")
_ELISION = re.compile(
    r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|(?:a|da|de|ne|su)ll|que(?:ll|st))['’]"
)  # French and Italian: 'l’eau', 'qu’un', 'dell’acqua'
_MARK = re.compile(r"[\u0300-\u036f]")
_LETTERS = str.maketrans({"ø": "o", "œ": "o", "æ": "a", "ł": "l", "đ": "d", "ð": "d", "ı": "i"})
_SPELLED_OUT = re.compile(r"(?<=[aou])e")
_NO_SLUG = frozenset({
    *("article", "articles", "html", "htm", "php", "aspx", "index", "news", "node", "story", "stories", "www"),
})  # fmt: skip


def words_of(text: str) -> list[str]:
    """The words of a text that say something of its subject, in order.

    Those without spaces by pairs.
    """
    found: list[str] = []
    small = _small()
    for match in _WORD.finditer(text):
        word = _ELISION.sub("", match.group().casefold()).removesuffix("'s").removesuffix("’s")
        if _CONTINUOUS.search(word):
            found.extend(word[at : at + 2] for at in range(len(word) - 1))
        elif word not in small and (len(word) >= _SHORTEST or word.isdigit()):
            found.append(word[:_LONGEST])
    return found


def plain(word: str) -> str:
    """A word without the marks of its letters, as addresses have it: 'maré' is 'mare' there."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word.translate(_LETTERS))
    return unicodedata.normalize("NFC", _MARK.sub("", apart))


def stem(word: str) -> str:
    """What a word has in common with its other forms, as far as a ranking needs to know."""
    if word.isdigit():
        return word
    word = plain(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word.removesuffix(ending)
            break
    else:
        word = word.removesuffix("s") or word
    return _SPELLED_OUT.sub("", word)[:_STEM]  # 'für' is 'fur' in addresses, or 'fuer'


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text."""
    return frozenset(map(stem, words_of(text)))


def stems_of_address(url: str) -> frozenset[str]:
    """The stems of the words in the path of an address: its section and its slug."""
    slug, folders = stems_of_path(url)
    return slug | folders


def stems_of_path(url: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the words of an address' slug, and those that its folders alone have.

    The slug is the part of the path that has most words, the last of equals: behind it may be a
    number.
    """
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return frozenset(), frozenset()
    parts = [_stems_of_part(part) for part in path[: _LONGEST * 20].split("/") if part]
    slug: frozenset[str] = max(reversed(parts), key=len, default=frozenset())
    return slug, frozenset[str]().union(*parts) - slug


def _stems_of_part(part: str) -> frozenset[str]:
    small = _small_in_addresses()
    return frozenset(
        stem(word)
        for word in map(str.casefold, _IN_SLUG.findall(part))
        if len(word) >= _SHORTEST
        and sum(map(str.isdigit, word)) <= _MOST_DIGITS  # days and numbers of pages
        and word not in small
        and word not in _NO_SLUG
    )


def is_spelled_out(url: str) -> bool:
    """Whether an address has words for its page beside the names of folders: '/doc/8123' has none.

    They stand at its end; some sites have a number behind them.
    """
    parts = [part for part in url.partition("://")[2].partition("?")[0].split("/")[1:] if part]
    if not parts:
        return False
    return bool(stems_of_address(f"/{parts[-1]}")) or any(
        len(stems_of_address(f"/{part}")) > _FOLDER for part in parts
    )


def runs_of(text: str) -> frozenset[str]:
    """The runs of so many words on end of a text, without case and punctuation."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def names_in(text: str) -> list[str]:
    """The words of a text with a capital that do not begin it."""
    return [
        match.group() for match in _WORD.finditer(text) if match.start() and match[0][0].isupper()
    ]


def rarest(words: Iterable[str], names: Collection[str] = ()) -> list[str]:
    """Words by how rare they promise to be: names first, then the longest; each once.

    No list of frequencies is at hand for all languages; long words are rare in all of them.
    """
    once = dict.fromkeys(words)
    order = {word: at for at, word in enumerate(once)}
    return sorted(
        once, key=lambda word: (word not in names and not word.isdigit(), -len(word), order[word])
    )


@cache
def _small_in_addresses() -> frozenset[str]:
    """The same as addresses have them; short ones without marks may be words of other languages."""
    without = {bare for word in _small() if len(bare := plain(word)) >= _LEAST}
    return _small() | without


@cache
def _small() -> frozenset[str]:
    """The words of all languages that are too common to tell a page by."""
    common = tomllib.loads((files(__package__) / "common_words.toml").read_text("utf-8"))
    return frozenset[str]().union(
        *function_words().values(), *(words.split() for words in common.values())
    )
