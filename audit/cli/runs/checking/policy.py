"""From options to what counts of the findings, and the names of rules as people type them."""

from collections.abc import Collection, Iterable
from datetime import date

from audit.cli.options.findings import FindingOptions
from audit.config import Settings
from audit.errors import UsageError
from audit.model import Confidence
from audit.rules import RULES
from audit.waive import Baseline, Policy, nearest, read_baseline


def policy_of(options: FindingOptions, settings: Settings) -> Policy:
    """What a run is told of findings: the settings with these options over them.

    Raises:
        UsageError: A rule is unknown, the baseline cannot be read, or the day is none.
    """
    known = [rule.id for rule in RULES]
    require_known(options.select or (), known, "--select")
    require_known(options.ignore or (), known, "--ignore")
    require_known(settings.severity, known, "[severity]")
    require_known((waiver.rule for waiver in settings.waive), known, "[[waive]]")
    return Policy(
        select=frozenset(options.select or ()),
        ignore=frozenset(options.ignore or ()),
        severities=settings.severity,
        least_sure=options.min_confidence or Confidence.LOW,
        waivers=settings.waive,
        inline=not options.no_inline_waivers,
        baseline=read_baseline(options.baseline) if options.baseline is not None else Baseline(),
        today=day_of(options.today, "--today"),
    )


def require_known(names: Iterable[str], known: Collection[str], where: str) -> None:
    """Refuses a name that is no rule's.

    Raises:
        UsageError: One is not known; it gives the nearest that is.
    """
    for name in names:
        if name not in known:
            hint = nearest(name, known) or ", see citeaudit explain for all"
            raise UsageError(f"{where}: {name!r} is no rule{hint}")


def day_of(text: str | None, option: str) -> str | None:
    """The day of an option, ISO 8601.

    Raises:
        UsageError: It is none.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"{option} {text}: write a day, for instance 2026-01-31") from None
