"""Tells links that are no source: to share, subscribe or log in, to persons and topics.

The table is ``link_roles.toml``; what it does not have is a source.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import urlsplit

from audit.model import LinkRole
from audit.model.addresses import hostname

_LONGEST = 2048  # characters of an address that is looked into


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


@cache
def _table() -> tuple[_Line, ...]:
    text = (files(__package__) / "link_roles.toml").read_text("utf-8")
    return tuple(
        _Line(
            LinkRole(entry["role"]),
            re.compile(entry["host"]) if "host" in entry else None,
            re.compile(entry["path"]),
            entry.get("query"),
        )
        for entry in tomllib.loads(text)["link"]
    )
