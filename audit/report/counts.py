"""The figures that every format begins with, counted in one place."""

from dataclasses import dataclass

from audit.model import Verdict
from audit.report.outline import Outline


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one report; ``problems``, ``by_hand`` and ``fine`` add up to ``quotations``.

    ``compared`` are the quotations that were compared with a source. ``statements`` are reported
    without quotation marks, ``unnamed`` are quoted words with nobody named: neither is compared.
    """

    quotations: int
    compared: int
    problems: int
    by_hand: int
    fine: int
    statements: int
    unnamed: int

    @property
    def headline(self) -> str:
        """What every summary begins with."""
        return f"{self.compared} of {self.quotations} quotations compared"

    @property
    def result(self) -> str:
        """What came of the quotations."""
        problems = "1 problem" if self.problems == 1 else f"{self.problems} problems"
        return f"{problems}, {self.by_hand} to check by hand, {self.fine} fine"


def count(groups: Outline) -> Counts:
    """The figures of a report's outline."""
    quotations = groups.quotations
    return Counts(
        quotations=len(quotations),
        compared=sum(entry.check.verdict is not Verdict.NOT_COMPARED for entry in quotations),
        problems=len(groups.problems),
        by_hand=len(groups.by_hand),
        fine=len(groups.fine),
        statements=len(groups.statements),
        unnamed=len(groups.unnamed),
    )
