"""The options that say where sources are to be looked for, beside the links of an article."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from audit.cli.options.declare import Option

Captures = Annotated[
    list[Path] | None,
    Option(
        metavar="FILE",
        help="A WARC or WACZ archive that answers before the web is asked; repeatable.",
    ),
]
Offline = Annotated[bool, Option(("--offline",), help="Ask only the archives, never the network.")]
MaxAge = Annotated[
    str | None,
    Option(
        metavar="AGE",
        help="Use captures up to this age instead of asking again: 0, 90s, 30m, 12h, 7d. Those of the"
        " report's own archive count too. [check and quote: 1h; none where CI is set, or with"
        " --captures]",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveOptions:
    """What answers instead of the web."""

    captures: Captures = None
    offline: Offline = False
    max_age: MaxAge = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOptions:
    """Sources of articles: added by hand, as saved pages, from archives; a file to pack them."""

    sources: Annotated[
        Path | None,
        Option(
            metavar="FILE",
            help="Sources added by hand: a TOML file with [[source]] tables. Without it, the one"
            " beside the article, NAME.sources.toml.",
        ),
    ] = None
    no_sources: Annotated[
        bool,
        Option(
            ("--no-sources",), help="Leave alone what lies beside an article as NAME.sources.toml."
        ),
    ] = False
    pages: Annotated[
        list[Path] | None,
        Option(
            metavar="FOLDER",
            help="A folder from which the sources file may take saved pages, beside its own;"
            " repeatable.",
        ),
    ] = None
    captures: Captures = None
    offline: Offline = False
    max_age: MaxAge = None
    bundle: Annotated[
        Path | None,
        Option(
            metavar="FILE.wacz",
            help="Pack the captures that were used into one file, for any replay tool.",
        ),
    ] = None

    def words(self, beside: Path | None = None) -> tuple[str, ...]:
        """The options that add sources, as words of a command line that repeats the run.

        ``beside`` is the sources file that was found beside the article.
        """
        path = self.sources or beside
        words = ["--sources", path.as_posix()] if path is not None else ["--no-sources"]
        words = words if path is not None or self.no_sources else []
        words += [word for folder in self.pages or () for word in ("--pages", folder.as_posix())]
        return tuple(words)
