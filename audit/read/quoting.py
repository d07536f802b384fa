"""What HTML says of a quotation beside its words: ``cite=``, and the ``<cite>`` that signs it.

Both are looked for in the source and found again in a run by its way back to the file, so that
raw HTML in Markdown is read as a page is.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from audit.markup.tokens import attributes_of
from audit.read.runs import Run

_TAG = re.compile(r"<(?P<end>/?)(?P<name>cite|q)\b(?P<rest>[^<>]{0,4000})>", re.IGNORECASE)
_LAST = 3  # <cite> of a run, of which one may sign it
_MOST = 50  # <q> of one run
_BEHIND = 60  # characters that may follow a <cite> in a signature: ', 3 May 2024'
_ASIDES = frozenset({
    *("admonition", "alert", "callout", "infobox", "notice", "tip", "warning", "note"),
})  # fmt: skip
_CARD = "wp-embedded-content"  # WordPress' own embed of a page: its title alone
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class QuoteMarkup:
    """What a block quotation's markup says: its ``cite=`` as written, what else it may be."""

    cite: str | None = None
    aside: bool = False
    mailed: bool = False


def quote_markup(attributes: Mapping[str, str]) -> QuoteMarkup:
    """What the attributes of a ``<blockquote>`` say; mail programs write ``type="cite"``."""
    classes = attributes.get("class", "").lower()[:1000]
    named = set(_WORD.findall(classes))
    mailed = attributes.get("type", "").lower() == "cite" or "gmail" in named
    aside = not named.isdisjoint(_ASIDES) or _CARD in classes.split()
    return QuoteMarkup(attributes.get("cite") or None, aside, mailed)


class _Cited(NamedTuple):
    """The file offsets between an opening tag and its end; the address of a ``<q>``."""

    start: int
    end: int
    url: str | None


class Cited:
    """The ``<cite>`` and ``<q cite=…>`` of a source, in time linear in its length."""

    def __init__(self, source: str) -> None:
        self._cites: list[_Cited] = []
        self._quotes: list[_Cited] = []
        opened: dict[str, re.Match[str]] = {}
        for tag in _TAG.finditer(source):
            name = tag["name"].lower()
            if not tag["end"]:
                opened[name] = tag
            elif name in opened:
                begun = opened.pop(name)
                if name == "cite":
                    self._cites.append(_Cited(begun.end(), tag.start(), None))
                elif url := attributes_of(begun["rest"]).get("cite"):
                    self._quotes.append(_Cited(begun.end(), tag.start(), url))

    def signs_from(self, run: Run) -> int | None:
        """Where in a run of a block quotation a ``<cite>`` begins that signs it.

        It ends the run, and no words lead up to it: 'as in <cite>Hamlet</cite>' names a work.
        """
        for cited in reversed(_within(self._cites, run)[-_LAST:]):
            start, end = _offset(run, cited.start, after=True), _offset(run, cited.end)
            before = run.text[:start].rstrip()
            rest = run.text[end:]
            leads = before and (before[-1].isalnum() or before[-1] in ",:;")
            if leads or len(rest) > _BEHIND or ". " in rest or start >= end:
                continue
            return len(before.rstrip("—–―-( "))
        return None

    def linked(self, run: Run) -> Run:
        """The run with the addresses of the ``<q>`` in it as links on their words."""
        links = list(run.links)
        for cited in _within(self._quotes, run)[:_MOST]:
            start, end = _offset(run, cited.start, after=True), _offset(run, cited.end)
            if cited.url and start < end and all(b <= start or end <= a for a, b, _ in links):
                links.append((start, end, cited.url))
        return replace(run, links=tuple(sorted(links))) if len(links) > len(run.links) else run


def _within(cited: list[_Cited], run: Run) -> list[_Cited]:
    """Those that begin in the stretch of the file that a run was read from."""
    if not cited or not run.anchors:
        return []
    last_offset, last_at = run.anchors[-1]
    first = bisect_left(
        cited, run.anchors[0][1] - len("<cite>") - 4000, key=lambda citation: citation.start
    )
    behind = bisect_right(
        cited, last_at + len(run.text) - last_offset, key=lambda citation: citation.start
    )
    begins = run.anchors[0][1]
    return [citation for citation in cited[first:behind] if citation.end > begins]


def _offset(run: Run, at: int, *, after: bool = False) -> int:
    """The offset in a run of a file offset; ``after``: of the first words there or behind."""
    index = bisect_right(run.anchors, at, key=lambda pair: pair[1]) - 1
    if index < 0:
        return 0
    offset, its_at = run.anchors[index]
    ends = run.anchors[index + 1][0] if index + 1 < len(run.anchors) else len(run.text)
    found = offset + at - its_at
    if after and found >= ends:
        return ends
    return min(found, ends)
