"""The options that say what counts of the findings."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from audit.cli.options.declare import Option
from audit.model import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingOptions:
    """What counts of the findings; None and False leave it to the settings."""

    select: Annotated[
        list[str] | None,
        Option(metavar="RULE", help="Count the findings of this rule only; repeatable."),
    ] = None
    ignore: Annotated[
        list[str] | None,
        Option(metavar="RULE", help="Do not count the findings of this rule; repeatable."),
    ] = None
    min_confidence: Annotated[
        Confidence | None,
        Option(help="Count the findings that are at least so sure. [low]"),
    ] = None
    no_inline_waivers: Annotated[
        bool,
        Option(
            ("--no-inline-waivers",),
            help="Let no comment in an article waive a finding of its block.",
        ),
    ] = False
    baseline: Annotated[
        Path | None,
        Option(
            ("--baseline",),
            metavar="FILE",
            help="List the findings in this file as known: they fail nothing.",
        ),
    ] = None
    write_baseline: Annotated[
        Path | None,
        Option(
            metavar="FILE", help="Write the findings of this run to a baseline; they fail nothing."
        ),
    ] = None
    today: Annotated[
        str | None,
        Option(
            metavar="DATE",
            help="The day on which waivers must still count. [that of the newest capture; today where CI is set]",
        ),
    ] = None

    def words(self) -> tuple[str, ...]:
        """The options that decide what counts as words of a command line."""
        words = [word for rule in self.select or () for word in ("--select", rule)]
        words += [word for rule in self.ignore or () for word in ("--ignore", rule)]
        words += ["--min-confidence", self.min_confidence] if self.min_confidence else []
        words += ["--no-inline-waivers"] if self.no_inline_waivers else []
        words += ["--baseline", self.baseline.as_posix()] if self.baseline is not None else []
        words += ["--today", self.today] if self.today is not None else []
        return tuple(words)
