"""The options that say for which words a source is searched that nobody linked."""

from dataclasses import dataclass
from typing import Annotated

from audit.cli.options.declare import Option
from audit.model import Discover


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoverOptions:
    """The search for sources that the article does not link."""

    discover: Annotated[
        Discover | None,
        Option(
            help="Search for the sources of words without one: those of a named outlet, document or"
            " person (named), all, or none (off). [named; off where CI is set]"
        ),
    ] = None
    dry_run: Annotated[
        bool,
        Option(
            ("--dry-run",),
            help="Print whom a search would ask, and with which words of the article; ask nobody.",
        ),
    ] = False
