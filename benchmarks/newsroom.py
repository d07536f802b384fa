"""Articles as a newsroom has them, with the pages that they cite in an archive: generated, the same for the same seed.

A sentence is one of this project's own texts with some of its words replaced, so that hardly any two are
alike. Of the quotations of an article most stand in the page that it links, some are altered, some absent.
"""

import gzip
import random
import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pages import generated_page
from benchmarks.quote_cases.case import TEXTS, load

_GIVEN = [
    "Ann",
    "Maria",
    "Piotr",
    "Yusuf",
    "Lena",
    "Omar",
    "Ruth",
    "Tomas",
    "Ines",
    "Viktor",
    "Clara",
    "Hamid",
    "Joan",
    "Edith",
]
_NAMES = [
    "Lee",
    "Kowalski",
    "Okafor",
    "Lindqvist",
    "Haddad",
    "Moreau",
    "Castellanos",
    "Brandt",
    "Novak",
    "Whitfield",
]
_DATE = "2026-01-05T08:00:00Z"
_KINDS = ("verbatim",) * 6 + ("altered", "absent")


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A folder with articles, and the archive of the pages that they cite."""

    articles: tuple[Path, ...]
    archive: Path
    quoted: int


class Prose:
    """Sentences and quotations, hardly any two alike."""

    def __init__(self, chance: random.Random) -> None:
        texts = [text for half in ("tuning", "blind") for language, text in load(TEXTS / half)
                 if language == "en"]  # fmt: skip
        found = [part for text in texts for part in re.split(r"(?<=[.!?])\s+", text)]
        plain = [part for part in found if re.fullmatch(r"[A-Z][\w ,;'’-]{40,220}\.", part)]
        self._sentences = [part[:-1].split(" ") for part in plain]
        self._words = sorted({w for words in self._sentences for w in words if w.islower()})
        self._chance = chance

    def words(self) -> str:
        """A sentence without its full stop."""
        chance = self._chance
        words = [
            chance.choice(self._words) if word.islower() and chance.random() < 0.3 else word
            for word in chance.choice(self._sentences)
        ]
        return " ".join(words)

    def name(self) -> str:
        """A person."""
        return f"{self._chance.choice(_GIVEN)} {self._chance.choice(_NAMES)}"


def newsroom(
    folder: Path,
    *,
    pages: int,
    articles: int,
    sources: int = 3,
    quotes: int = 4,
    size: int = 150_000,
) -> Newsroom:
    """Writes articles into a folder, and their archive.

    Args:
        folder: Where to; made if it is missing.
        pages: How many pages the archive has.
        articles: How many articles.
        sources: How many pages each cites.
        quotes: How many quotations each takes from each page.
        size: Bytes of a page, about.
    """
    chance = random.Random(7)
    prose = Prose(chance)
    folder.mkdir(parents=True, exist_ok=True)
    said: list[list[tuple[str, str]]] = []
    archive = folder / "pages.warc.gz"
    with archive.open("wb") as file:
        for number in range(pages):
            lines = [(prose.words(), prose.name()) for _ in range(30)]
            stock = [f"{prose.words()}." for _ in range(150)]
            stock += [f"“{words},” said {name}." for words, name in lines]
            page = generated_page(size, seed=number, sentences=stock)
            text = " ".join(page.sentences)
            said.append([line for line in lines if line[0] in text])
            file.write(record(address(number), page.data, number))
    names: list[Path] = []
    quoted = 0
    for number in range(articles):
        parts = [f"# {prose.words()}"]
        for cited in chance.sample(range(pages), sources):
            parts.append(f"{prose.words()}, [it was reported]({address(cited)}).")
            for stood, name in chance.sample(said[cited], min(quotes, len(said[cited]))):
                words = _changed(stood, chance.choice(_KINDS), prose, chance)
                parts.append(f"“{words},” {name} [said]({address(cited)}). {prose.words()}.")
                quoted += 1
        names.append(folder / f"story-{number:05}.md")
        names[-1].write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return Newsroom(tuple(names), archive, quoted)


def address(number: int) -> str:
    """The address of a page."""
    return f"https://news{number % 40}.example/story/{number}"


def _changed(words: str, kind: str, prose: Prose, chance: random.Random) -> str:
    if kind == "absent":
        return prose.words()
    if kind == "altered":
        parts = words.split(" ")
        parts[chance.randrange(1, len(parts))] = "never"
        return " ".join(parts)
    return words


def record(url: str, body: bytes, number: int) -> bytes:
    """A response record, gzipped (WARC/1.1)."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    identity = f"urn:uuid:00000000-0000-4000-8000-{number:012x}"
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <{identity}>\r\nWARC-Date: {_DATE}\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http;msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n", 6, mtime=0)
