"""The options of every command that asks for pages: what answers, how long, how often, and who is asked."""

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.output import complain
from audit.errors import UsageError
from audit.model import ArchiveUse, FetchSettings
from audit.model.bounds import DEADLINE, DELAY, MAX_TIME

if TYPE_CHECKING:
    from audit.config import Settings

_AGE = re.compile(r"([0-9]{1,9})([smhd]?)")
_KEYS = ("IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY")
_DEFAULTS = FetchSettings()
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400}

SourcesFile = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Sources added by hand: a TOML file with [[source]] tables."),
]
Pages = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FOLDER",
        help="A folder from which the sources file may take saved pages, beside its own; repeatable.",
    ),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How the web is asked, on the command line of every command that asks it; see ``spread``."""

    deadline: Annotated[
        float | None,
        typer.Option(
            min=DEADLINE.least_option,
            max=DEADLINE.most,
            metavar="SECONDS",
            help=f"The most one source may take. [{_DEFAULTS.deadline:g}]",
        ),
    ] = None
    allow_private: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST:PORT", help="A private address that may be asked; repeatable."),
    ] = None
    ca_bundle: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Certificates (PEM) to trust beside the usual ones."),
    ] = None
    max_time: Annotated[
        float | None,
        typer.Option(
            min=MAX_TIME.least_option,
            max=MAX_TIME.most,
            metavar="SECONDS",
            help="The most all sources together may take; what is not fetched by then is not compared.",
        ),
    ] = None
    delay: Annotated[
        float | None,
        typer.Option(
            min=DELAY.least_option,
            max=DELAY.most,
            metavar="SECONDS",
            help=f"The pause between two pages of one host. [{_DEFAULTS.delay:g}]",
        ),
    ] = None
    archive: Annotated[
        ArchiveUse | None,
        typer.Option(
            help="What the Wayback Machine is asked for: nothing, copies of lost pages (memento), or also to"
            " save every page that was read, which tells it the article's links. [memento; none where CI is"
            " set, or offline]"
        ),
    ] = None
    fresh: Annotated[
        bool,
        typer.Option("--fresh", help="Ask for every page whole, whatever was captured before."),
    ] = False
    trust_captures: Annotated[
        bool,
        typer.Option(
            "--trust-captures",
            help="Believe the captures of the report folder whoever made them; else only those of your own runs.",
        ),
    ] = False
    obey_robots: Annotated[
        bool,
        typer.Option("--obey-robots", help="Leave pages alone that robots.txt closes to programs."),
    ] = False
    proxy: Annotated[
        str | None,
        typer.Option(
            "--proxy",
            metavar="env",
            help="Use the proxies of the environment. The addresses behind them cannot be checked.",
        ),
    ] = None
    user_agent: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Say this of yourself in requests, before citeaudit's name."
        ),
    ] = None
    system_certificates: Annotated[
        bool,
        typer.Option(
            "--system-certificates", help="Trust the certificates of the operating system."
        ),
    ] = False
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A settings file; else citeaudit.toml in this folder."),
    ] = None

    def settings(self, *, max_age: str | None, offline: bool = False) -> "Settings":
        """The settings that hold, with these options over them.

        Raises:
            UsageError: An option or a setting cannot be understood.
        """
        from audit.config import load_settings  # noqa: PLC0415 — keeps --help light

        settings = load_settings(self.config)
        return replace(settings, fetch=self._over(settings.fetch, max_age=max_age, offline=offline))

    def _over(self, fetch: FetchSettings, *, max_age: str | None, offline: bool) -> FetchSettings:
        agent = self.user_agent
        if self.proxy not in {None, "env"}:
            raise UsageError(
                "--proxy: write 'env'; set HTTP_PROXY and HTTPS_PROXY in the environment"
            )
        if agent is not None and not (agent.isascii() and agent.isprintable()):
            raise UsageError("--user-agent: write plain ASCII letters, in one line")
        if self.fresh and (offline or max_age is not None):
            raise UsageError("--fresh asks for every page: leave --offline and --max-age off")
        opened = tuple(_host_and_port(text) for text in self.allow_private or ())
        return replace(
            fetch,
            deadline=fetch.deadline if self.deadline is None else self.deadline,
            max_age=fetch.max_age if max_age is None else _seconds(max_age),
            fresh=self.fresh,
            trust_captures=self.trust_captures,
            allow_private=opened or fetch.allow_private,
            ca_bundle=fetch.ca_bundle if self.ca_bundle is None else str(self.ca_bundle),
            max_time=fetch.max_time if self.max_time is None else self.max_time,
            delay=fetch.delay if self.delay is None else self.delay,
            archive=self.archive or fetch.archive or _usual(offline=offline),
            ask_robots=True,
            obey_robots=self.obey_robots or fetch.obey_robots,
            use_proxy=self.proxy is not None,
            user_agent=agent,
            use_system_certificates=self.system_certificates,
        )


def tell_project_settings(settings: "Settings") -> None:
    """Says in one line what a project's file, which may be anybody's, has set."""
    from audit.config import still_of_project  # noqa: PLC0415 — keeps --help light
    from audit.report.settings import settings_line  # noqa: PLC0415 — keeps --help light

    line = settings_line(still_of_project(settings))
    if line:
        complain(line)


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
    from audit.config import host_and_port  # noqa: PLC0415 — keeps --help light

    try:
        return host_and_port(text)
    except ValueError:
        raise UsageError(
            f"--allow-private {text}: write HOST:PORT, for instance 127.0.0.1:8000"
        ) from None
