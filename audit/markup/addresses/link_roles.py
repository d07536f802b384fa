"""Tells links that are no source: to share, subscribe or log in, to persons and topics.

The table is ``link_roles.toml``; what it does not have is a source.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from audit.model import LinkRole
from audit.model.addresses import hostname

_LONGEST = 2048  # characters of an address that is looked into
_LETTERS = re.compile(r"[^\W\d_]+")


class _Line(NamedTuple):
    role: LinkRole
    host: re.Pattern[str] | None
    path: re.Pattern[str]
    query: str | None


def role_of(url: str) -> LinkRole:
    """What a link to an address is for, as far as the address says."""
    if len(url) > _LONGEST:
        return LinkRole.SOURCE
    try:
        parts = urlsplit(url)
    except ValueError:
        return LinkRole.SOURCE
    host, path = hostname(url), parts.path.lower().rstrip("/")
    fields = {field.partition("=")[0] for field in parts.query.split("&")}
    for line in _table():
        if line.host is not None and not line.host.fullmatch(host):
            continue
        if not line.path.fullmatch(path) or (line.query and line.query not in fields):
            continue
        if line.role is LinkRole.HOME and parts.query:
            continue
        return line.role
    return LinkRole.SOURCE


def is_about_person(url: str, name: str) -> bool:
    """Whether an address is a page about the person of a name, rather than one with their words.

    It is in a list of people, its last part has nothing but the name, or it is where a site of that
    name tells about the person.
    """
    sites, lists = _person()
    host = hostname(url)
    if any(host == site or host.endswith(f".{site}") for site in sites):
        return True
    try:
        path = unquote(urlsplit(url).path).casefold()
    except ValueError:
        return True
    *parts, last = [part for part in path[:_LONGEST].split("/") if part] or [""]
    if not lists.isdisjoint(parts):
        return True
    told = [word.casefold() for word in _LETTERS.findall(name)]
    site = host.replace("-", "").replace(".", "")
    theirs = len(told) > 1 and told[0] in site and told[-1] in site
    if theirs and (not last or last.rsplit(".", 1)[0] in lists):
        return True  # 'annlee.example/about'
    words = _LETTERS.findall(last.rsplit(".", 1)[0])
    own = {word.casefold() for word in _LETTERS.findall(name)}
    return bool(words) and (
        own.issuperset(words) or "".join(words) == name.casefold().replace(" ", "")
    )


@cache
def _person() -> tuple[tuple[str, ...], frozenset[str]]:
    """The sites, and the parts of paths, of pages about persons."""
    given = _read()["person"]
    return tuple(given["hosts"]), frozenset(given["parts"].split())


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "link_roles.toml").read_text("utf-8"))


@cache
def _table() -> tuple[_Line, ...]:
    return tuple(
        _Line(
            LinkRole(entry["role"]),
            re.compile(entry["host"]) if "host" in entry else None,
            re.compile(entry["path"]),
            entry.get("query"),
        )
        for entry in _read()["link"]
    )
