"""How outlets part their pages: by day and month, in lists of links alone, and what is new."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from benchmarks.made_web.lists import HTML, Answer
from benchmarks.written_web.lists import news
from benchmarks.written_web.page import Page
from benchmarks.written_web.site import Written


def listed_as(site: Written, title: str, links: Sequence[tuple[str, str]]) -> Answer:
    """A page of links alone, as archives are."""
    rows = "".join(f"<li><a href='{escape(path)}'>{escape(text)}</a></li>" for path, text in links)
    return Answer(200, HTML, f"<!doctype html><html lang='{site.lang}'><head><title>{title}</title></head><body><h1>{title}</h1><ul>{rows}</ul></body></html>".encode())  # fmt: skip


def titles(pages: Sequence[Page]) -> list[tuple[str, str]]:
    """Where pages are, and their titles."""
    return [(page.path, page.title) for page in pages]


def months_of(site: Written) -> list[date]:
    """The first days of the months of a site's pages, the last first."""
    return sorted({page.day.replace(day=1) for page in site.pages}, reverse=True)


def days_of(site: Written) -> list[date]:
    """The days of a site's pages, the last first."""
    return sorted({page.day for page in site.pages}, reverse=True)


def dated(site: Written, when: str, form: str) -> list[Page]:
    """The listed pages whose day, written in a form of ``strftime``, is this."""
    return [page for page in site.listed() if format(page.day, form) == when]


def newest(most: int) -> Callable[[Written, re.Match[str]], Answer]:
    """A news sitemap with the pages of so many days before the last one, and of that."""

    def answer(site: Written, _: re.Match[str]) -> Answer:
        pages = site.listed()
        recent = [page for page in pages if (pages[0].day - page.day).days <= most]
        return news(site.root, recent, site.name, site.lang)

    return answer
