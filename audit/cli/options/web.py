"""The options of every command that asks the web: how long, how often, and who is asked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from audit.cli.options.declare import Option
from audit.model import ArchiveUse, FetchSettings
from audit.model.bounds import DEADLINE, DELAY, MAX_TIME

_DEFAULTS = FetchSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """How the web is asked; None and False leave it to the settings."""

    deadline: Annotated[
        float | None,
        Option(
            least=DEADLINE.least_option,
            most=DEADLINE.most,
            metavar="SECONDS",
            help=f"The most one source may take. [{_DEFAULTS.deadline:g}]",
        ),
    ] = None
    allow_private: Annotated[
        list[str] | None,
        Option(metavar="HOST:PORT", help="A private address that may be asked; repeatable."),
    ] = None
    ca_bundle: Annotated[
        Path | None,
        Option(metavar="FILE", help="Certificates (PEM) to trust beside the usual ones."),
    ] = None
    max_time: Annotated[
        float | None,
        Option(
            least=MAX_TIME.least_option,
            most=MAX_TIME.most,
            metavar="SECONDS",
            help="The most all sources together may take; what is not fetched by then is not"
            " compared.",
        ),
    ] = None
    delay: Annotated[
        float | None,
        Option(
            least=DELAY.least_option,
            most=DELAY.most,
            metavar="SECONDS",
            help=f"The pause between two pages of one host. [{_DEFAULTS.delay:g}]",
        ),
    ] = None
    archive: Annotated[
        ArchiveUse | None,
        Option(
            help="What the Wayback Machine is asked for: nothing, copies of lost pages (memento), or"
            " also to save every page that was read, which tells it the article's links. [memento;"
            " none where CI is set, or offline]"
        ),
    ] = None
    fresh: Annotated[
        bool,
        Option(("--fresh",), help="Ask for every page whole, whatever was captured before."),
    ] = False
    trust_captures: Annotated[
        bool,
        Option(
            ("--trust-captures",),
            help="Believe the captures of the report folder whoever made them; else only those of your"
            " own runs.",
        ),
    ] = False
    obey_robots: Annotated[
        bool,
        Option(("--obey-robots",), help="Leave pages alone that robots.txt closes to programs."),
    ] = False
    proxy: Annotated[
        str | None,
        Option(
            ("--proxy",),
            metavar="env",
            help="Use the proxies of the environment. The addresses behind them cannot be checked.",
        ),
    ] = None
    user_agent: Annotated[
        str | None,
        Option(metavar="TEXT", help="Say this of yourself in requests, before citeaudit's name."),
    ] = None
    system_certificates: Annotated[
        bool,
        Option(("--system-certificates",), help="Trust the certificates of the operating system."),
    ] = False
    config: Annotated[
        Path | None,
        Option(metavar="FILE", help="A settings file; else citeaudit.toml in this folder."),
    ] = None
