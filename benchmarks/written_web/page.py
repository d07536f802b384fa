"""A page of a written web, and the address that it has after the manner of its site."""

import zlib
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ID_BASE = 700_000  # the ordinal of a day in 1917: numbers of pages rise with their days
_A_DAY = 60


@dataclass(frozen=True, slots=True)
class Page:
    """A page; ``key`` is empty for one of no story. ``was`` is its text of its first day.

    ``links`` are keys of other pages in its text, ``extra`` is markup of the head, ``kind`` the
    manner of the page ('story', 'live', 'wall', 'metered': a wall whose copies are open, 'opinion').
    """

    key: str
    path: str
    title: str
    day: date
    section: str
    text: str
    summary: str = ""
    keywords: str = ""
    comments: str = ""
    changed: date | None = None
    was: str = ""
    kind: str = "story"
    author: str = "Staff"
    canonical: str = ""
    is_listed: bool = True

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the text."""
        return [" ".join(part.split()) for part in self.text.split("\n\n") if part.strip()]

    @property
    def number(self) -> int:
        """A number of the page that no other of its site has, higher on later days."""
        return number_of(self.title, self.day)


def number_of(title: str, day: date) -> int:
    """The number of a page by its title and day."""
    return (day.toordinal() - _ID_BASE) * _A_DAY + zlib.crc32(title.encode()) % _A_DAY


def slug_of(title: str, most: int = 80) -> str:
    """The words of a title as they stand in addresses."""
    plain = title.lower().translate(str.maketrans("äöüßéèêàâçîôûñáíóúãõì", "aouseeeaaciounaiouaoi"))
    letters = "".join(char if char.isascii() and char.isalnum() else "-" for char in plain if char not in "’'")  # fmt: skip
    return "-".join(filter(None, letters.split("-")))[:most].rstrip("-")


def path_of(pattern: str, title: str, day: date, section: str, slug: str = "") -> str:
    """The path of a page after a site's pattern."""
    digest = sha256(f"{title}{day}".encode()).hexdigest()
    letters = "".join(chr(65 + int(char, 16)) for char in digest[:26])
    return pattern.format(
        day=day, month=_MONTHS[day.month - 1], section=section, slug=slug or slug_of(title),
        id=number_of(title, day), hex=digest[:32], letters=letters,
        uuid=f"{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}",
    )  # fmt: skip
