"""The options that say how the web is asked: how often, how long, by whom, and who else is asked."""

import os
from dataclasses import replace
from typing import Annotated

import typer

from audit.errors import UsageError
from audit.model import ArchiveUse, FetchSettings

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
        help="What the Wayback Machine is asked for when a page is lost: a copy of it, or nothing."
        " [memento; none where CI is set, or offline]"
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
    return replace(
        fetch,
        max_time=fetch.max_time if max_time is None else max_time,
        delay=fetch.delay if delay is None else delay,
        archive=archive or fetch.archive or _usual(offline=offline),
        obey_robots=obey_robots or fetch.obey_robots,
        use_proxy=proxy is not None,
        user_agent=user_agent,
        use_system_certificates=system_certificates,
    )


def _usual(*, offline: bool) -> ArchiveUse:
    """Copies are looked for, but not in CI, where nobody has agreed to it.

    Offline nobody is asked: a copy that a run has found is then read from its captures.
    """
    in_ci = os.environ.get("CI", "").lower() not in {"", "0", "false"}
    return ArchiveUse.NONE if in_ci and not offline else ArchiveUse.MEMENTO
