"""The options of every command that asks for pages: what answers, how long, how often, and who is asked."""

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from audit.errors import UsageError
from audit.model import ArchiveUse, FetchSettings

_AGE = re.compile(r"([0-9]{1,9})([smhd]?)")
_KEYS = ("IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY")
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
MaxTime = Annotated[
    float | None,
    typer.Option(
        min=0.1,
        max=86_400,
        metavar="SECONDS",
        help="The most all sources together may take; what is not fetched by then is not compared.",
    ),
]
Delay = Annotated[
    float | None,
    typer.Option(
        min=0, max=3600, metavar="SECONDS", help="The pause between two pages of one host. [1]"
    ),
]
Archive = Annotated[
    ArchiveUse | None,
    typer.Option(
        help="What the Wayback Machine is asked for: nothing, copies of lost pages (memento), or also to"
        " save every page that was read, which tells it the article's links. [memento; none where CI is"
        " set, or offline]"
    ),
]
ObeyRobots = Annotated[
    bool,
    typer.Option("--obey-robots", help="Leave pages alone that robots.txt closes to programs."),
]
ProxyFrom = Annotated[
    str | None,
    typer.Option(
        "--proxy",
        metavar="env",
        help="Use the proxies of the environment. The addresses behind them cannot be checked.",
    ),
]
UserAgent = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="Say this of yourself in requests, before citeaudit's name."),
]
SystemCertificates = Annotated[
    bool,
    typer.Option("--system-certificates", help="Trust the certificates of the operating system."),
]


def how_to_ask(
    fetch: FetchSettings,
    *,
    deadline: float | None,
    max_age: str | None,
    allow_private: Sequence[str] | None,
    ca_bundle: Path | None,
    offline: bool,
    max_time: float | None,
    delay: float | None,
    archive: ArchiveUse | None,
    obey_robots: bool,
    proxy: str | None,
    user_agent: str | None,
    system_certificates: bool,
) -> FetchSettings:
    """The settings of the file with the options of the command line over them.

    Raises:
        UsageError: An option cannot be understood.
    """
    if proxy not in {None, "env"}:
        raise UsageError("--proxy: write 'env'; set HTTP_PROXY and HTTPS_PROXY in the environment")
    if user_agent is not None and not (user_agent.isascii() and user_agent.isprintable()):
        raise UsageError("--user-agent: write plain ASCII letters, in one line")
    opened = tuple(_host_and_port(text) for text in allow_private or ())
    return replace(
        fetch,
        deadline=fetch.deadline if deadline is None else deadline,
        max_age=fetch.max_age if max_age is None else _seconds(max_age),
        allow_private=opened or fetch.allow_private,
        ca_bundle=fetch.ca_bundle if ca_bundle is None else str(ca_bundle),
        max_time=fetch.max_time if max_time is None else max_time,
        delay=fetch.delay if delay is None else delay,
        archive=archive or fetch.archive or _usual(offline=offline),
        ask_robots=True,
        obey_robots=obey_robots or fetch.obey_robots,
        use_proxy=proxy is not None,
        user_agent=user_agent,
        use_system_certificates=system_certificates,
    )


def archive_keys(archive: ArchiveUse | None, *, offline: bool) -> str | None:
    """The keys of the web archive, from the environment, where it is to be asked to save pages.

    Raises:
        UsageError: It is to be asked, and there are none.
    """
    if archive is not ArchiveUse.SAVE or offline:
        return None
    keys = [os.environ.get(name, "") for name in _KEYS]
    if not all(key and key.isascii() and key.isprintable() for key in keys):
        raise UsageError(f"--archive save: set {' and '.join(_KEYS)} (archive.org/account/s3.php)")
    return ":".join(keys)


def _usual(*, offline: bool) -> ArchiveUse:
    """Copies are looked for, but not in CI, where nobody has agreed to it.

    Offline nobody is asked: a copy that a run has found is then read from its captures.
    """
    in_ci = os.environ.get("CI", "").lower() not in {"", "0", "false"}
    return ArchiveUse.NONE if in_ci and not offline else ArchiveUse.MEMENTO


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
