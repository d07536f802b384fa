"""Whether a passage stands in a correction that its page makes of itself."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from audit.match.prepared.source import Prepared

_REACH = 2_000  # characters of a paragraph
_BEGINNING = 300  # characters of one in which a phrase tells that it is a correction


def is_correction(prepared: Prepared, start: int) -> bool:
    """Whether the paragraph at an offset of the page's text corrects what the page said before."""
    text = prepared.page.text
    first = text.rfind("\n", max(start - _REACH, 0), start) + 1
    if not first and start > _REACH:
        return False
    paragraph = text[first : first + _BEGINNING].partition("\n")[0].lower()
    heading = text[max(first - _BEGINNING, 0) : first].rstrip("\n").rpartition("\n")[2]
    known = _words()
    if heading.strip(" :.").lower() in known.leads or any(
        map(paragraph.__contains__, known.phrases)
    ):
        return True
    if not any(map(paragraph.__contains__, known.leads)):
        return False
    return known.lead.match(paragraph) is not None


class _Words(NamedTuple):
    leads: frozenset[str]
    phrases: tuple[str, ...]
    lead: re.Pattern[str]


@cache
def _words() -> _Words:
    text = (files("audit.languages") / "corrections.toml").read_text(encoding="utf-8")
    words = tomllib.loads(text)
    leads = "|".join(re.escape(lead) for lead in sorted(words["leads"], key=len, reverse=True))
    ends = r"(?:[ \u00a0]?[:：—–\])(,.]|[ \u00a0]-|\s\w{2,12}\.?\s\d{1,4}|$)"
    lead = re.compile(rf"[\s*•\[(]{{0,4}}(?:{leads}){ends}")
    return _Words(frozenset(words["leads"]), tuple(words["phrases"]), lead)
