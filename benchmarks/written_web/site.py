"""One site of a written web: its pages, its lists, and what it answers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from urllib.parse import unquote

from benchmarks.made_web.lists import HTML, NOT_FOUND, Answer
from benchmarks.written_web.lists import plain
from benchmarks.written_web.page import Page, slug_of
from benchmarks.written_web.shells import own

_BESIDE = 6
_ON_FIRST_PAGE = 45


@dataclass(slots=True)
class Written:
    """A site.

    ``path`` is the pattern of its pages' addresses, ``routes`` what it answers for its lists: an
    expression for path and query, and what makes the answer. ``hosts`` are others that lead to it
    (``True``: as redirects, ``False``: the same pages there). ``amp`` is the pattern of the twins
    of its pages; ``front`` where the first page leads to.
    """

    key: str
    name: str
    host: str
    path: str
    routes: Sequence[tuple[str, Callable[["Written", re.Match[str]], Answer]]] = ()
    robots: str | None = "User-agent: *\nDisallow: /search\n"
    shell: Callable[["Written", Page, Sequence[Page]], str] = own
    sections: tuple[str, ...] = ("news", "politics", "business", "sport", "culture")
    section: str = "/{}/"
    hosts: Mapping[str, bool] = field(default_factory=dict)
    lang: str = "en"
    head: str = ""
    front: str = ""
    amp: str = ""
    each: int = 8
    lists_sections: bool = True
    first_page: Callable[["Written"], str] | None = None
    is_copied: bool = True
    pages: list[Page] = field(default_factory=list)

    @property
    def root(self) -> str:
        """Scheme and host."""
        return f"https://{self.host}"

    @property
    def links_of_head(self) -> str:
        """What the head of each page declares."""
        return self.head.format(root=self.root)

    def section_path(self, name: str) -> str:
        """The address of a section."""
        return self.section.format(slug_of(name))

    def listed(self, *, section: str = "") -> list[Page]:
        """The pages, newest first, of a section or of all."""
        found = [page for page in self.pages if page.is_listed]
        if section:
            found = [page for page in found if slug_of(page.section) == section]
        return sorted(found, key=lambda page: (page.day, page.number), reverse=True)

    def page_at(self, path: str) -> Page | None:
        """The page at a path: its own, or that of its twin."""
        for page in self.pages:
            if path in {page.path, page.path.rstrip("/")}:
                return page
            if self.amp and path == self.amp.format(path=page.path, bare=page.path.rstrip("/")):
                return page
        return None

    def answer(self, host: str, path: str, query: str) -> Answer:
        """What comes of a GET."""
        whole = f"{path}?{query}" if query else path
        if self.hosts.get(host):
            return Answer(301, HTML, b"", f"{self.root}{whole}")
        if path == "/robots.txt":
            return plain(self.robots.format(root=self.root)) if self.robots is not None else NOT_FOUND  # fmt: skip
        if path == "/" and self.front:
            return Answer(302, HTML, b"", f"{self.root}{self.front}")
        for expression, make in self.routes:
            if match := re.fullmatch(expression, whole):
                return make(self, match)
        page = self.page_at(unquote(path))
        if page is not None:
            if page.path != unquote(path) and page.path.rstrip("/") == unquote(path):
                return Answer(301, HTML, b"", f"{self.root}{page.path}")
            return self._html(self.shell(self, page, self._beside(page)))
        if path in {"/", self.front}:
            return self._html(self.first_page(self) if self.first_page else self._first())
        for name in self.sections:
            if path.rstrip("/") == self.section_path(name).rstrip("/"):
                return self._html(self._listed(self.listed(section=slug_of(name))[:40]))
        return NOT_FOUND

    def _beside(self, page: Page) -> list[Page]:
        """What a box of what is read most, or came last, has."""
        pages = self.listed()
        at = next((at for at, each in enumerate(pages) if each is page), 0)
        near = pages[max(at - 2, 0) : at + 3] + pages[: _BESIDE - 2]
        return [each for each in dict.fromkeys(near) if each is not page][:_BESIDE]

    def _first(self) -> str:
        pages = self.listed()[:_ON_FIRST_PAGE]
        return self._listed(pages)

    def _listed(self, pages: Sequence[Page]) -> str:
        rows = "".join(f"<article><h3><a href='{escape(page.path)}'>{escape(page.title)}</a></h3><p>{escape(page.summary)}</p></article>" for page in pages) if self.lists_sections else "<div id='root'></div>"  # fmt: skip
        nav = "".join(f"<li><a href='{self.section_path(name)}'>{name.title()}</a></li>" for name in self.sections)  # fmt: skip
        return (
            f"<!doctype html><html lang='{self.lang}'><head><title>{escape(self.name)}</title>{self.links_of_head}</head>"
            f"<body><nav><ul>{nav}</ul></nav><main>{rows}</main></body></html>"
        )

    def _html(self, text: str) -> Answer:
        return Answer(200, HTML, text.encode())


def parts(pages: Sequence[Page], size: int) -> list[Sequence[Page]]:
    """Pages in parts of a size, in their order."""
    bounds = [*range(0, len(pages), size), len(pages)]
    return [pages[first:last] for first, last in pairwise(bounds)]
