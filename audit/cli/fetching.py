"""The options of every command that asks for pages."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from audit.errors import UsageError
from audit.model import FetchSettings

_AGE = re.compile(r"([0-9]{1,9})([smhd]?)")
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400}

SourcesFile = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Sources added by hand: a TOML file with [[source]] tables."),
]
Captures = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="A WARC or WACZ archive that answers before the web is asked; repeatable.",
    ),
]
Offline = Annotated[
    bool, typer.Option("--offline", help="Ask only the archives, never the network.")
]
MaxAge = Annotated[
    str | None,
    typer.Option(
        metavar="AGE",
        help="Use captures up to this age instead of asking again: 90s, 30m, 12h, 7d. Those of the"
        " report's own archive count too.",
    ),
]
Bundle = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE.wacz",
        help="Pack the captures that were used into one file, for any replay tool.",
    ),
]
Deadline = Annotated[
    float | None,
    typer.Option(min=0.1, max=3600, metavar="SECONDS", help="The most one source may take. [30]"),
]
AllowPrivate = Annotated[
    list[str] | None,
    typer.Option(metavar="HOST:PORT", help="A private address that may be asked; repeatable."),
]
CaBundle = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Certificates (PEM) to trust beside the usual ones."),
]
Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A settings file; else citeaudit.toml in this folder."),
]


def fetch_settings(
    fetch: FetchSettings,
    *,
    deadline: float | None,
    max_age: str | None,
    allow_private: Sequence[str] | None,
    ca_bundle: Path | None,
) -> FetchSettings:
    """The bounds of the settings file with the options of the command line over them.

    Raises:
        UsageError: An option cannot be understood.
    """
    if deadline is not None:
        fetch = replace(fetch, deadline=deadline)
    if max_age is not None:
        fetch = replace(fetch, max_age=_seconds(max_age))
    if allow_private:
        fetch = replace(fetch, allow_private=tuple(_host_and_port(text) for text in allow_private))
    if ca_bundle is not None:
        fetch = replace(fetch, ca_bundle=str(ca_bundle))
    return fetch


def _seconds(text: str) -> float:
    found = _AGE.fullmatch(text.strip().lower())
    if found is None:
        raise UsageError(f"--max-age {text}: write a number and s, m, h or d, for instance 12h")
    return float(found[1]) * _SECONDS[found[2]]


def _host_and_port(text: str) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not (host and colon and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise UsageError(f"--allow-private {text}: write HOST:PORT, for instance 127.0.0.1:8000")
    return host.strip("[]").lower(), int(port)
