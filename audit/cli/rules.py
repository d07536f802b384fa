"""The options that say what counts of the findings, and the names of rules as people type them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.errors import UsageError

if TYPE_CHECKING:
    from audit.config import Settings
    from audit.waive import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What counts of the findings, on the command line; see ``spread``."""

    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Count the findings of this rule only; repeatable."),
    ] = None
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Do not count the findings of this rule; repeatable."),
    ] = None
    no_inline_waivers: Annotated[
        bool,
        typer.Option(
            "--no-inline-waivers", help="Let no comment in an article waive a finding of its block."
        ),
    ] = False
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="List the findings in this file as known: they fail nothing.",
        ),
    ] = None
    write_baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write the findings of this run to a baseline; they fail nothing."
        ),
    ] = None
    today: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day on which waivers must still count. [that of the newest capture]",
        ),
    ] = None

    def policy(self, settings: "Settings") -> "Policy":
        """What a run is told of findings: the settings with these options over them.

        Raises:
            UsageError: A rule is unknown, the baseline cannot be read, or the day is none.
        """
        from audit.rules import RULES  # noqa: PLC0415 — keeps --help light
        from audit.waive import Policy, read_baseline  # noqa: PLC0415 — keeps --help light

        known = [rule.id for rule in RULES]
        require_known(self.select or (), known, "--select")
        require_known(self.ignore or (), known, "--ignore")
        require_known(settings.severity, known, "[severity]")
        require_known((waiver.rule for waiver in settings.waive), known, "[[waive]]")
        return Policy(
            select=frozenset(self.select or ()),
            ignore=frozenset(self.ignore or ()),
            severities=settings.severity,
            waivers=settings.waive,
            inline=not self.no_inline_waivers,
            baseline=read_baseline(self.baseline) if self.baseline is not None else {},
            today=_day(self.today),
        )

    def words(self) -> tuple[str, ...]:
        """The options that decide what counts as words of a command line."""
        words = [word for rule in self.select or () for word in ("--select", rule)]
        words += [word for rule in self.ignore or () for word in ("--ignore", rule)]
        words += ["--no-inline-waivers"] if self.no_inline_waivers else []
        words += ["--baseline", self.baseline.as_posix()] if self.baseline is not None else []
        words += ["--today", self.today] if self.today is not None else []
        return tuple(words)


def require_known(names: Iterable[str], known: Collection[str], where: str) -> None:
    """Refuses a name that is no rule's.

    Raises:
        UsageError: One is not known; it gives the nearest that is.
    """
    from audit.waive import nearest  # noqa: PLC0415 — keeps --help light

    for name in names:
        if name not in known:
            hint = nearest(name, known) or ", see citeaudit explain for all"
            raise UsageError(f"{where}: {name!r} is no rule{hint}")


def _day(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"--today {text}: write a day, for instance 2026-01-31") from None
