"""Totals over the articles of a batch, added up one record at a time in bounded memory."""

import heapq
from collections import Counter
from dataclasses import dataclass, field

from audit.model import Severity
from audit.model.counted import counted
from audit.report.index.listed import Failed, Listed, ListedSource

MOST_ARTICLES = 1000
"""Articles that a page lists; of more, the worst."""
MOST_NAMED = 200
"""Sources that could not be read, and inputs without a report, that a page names."""
MOST_SOURCES = 20
"""Sources, outlets and hosts that a page lists: those cited most."""
_MOST_COUNTED = 200_000  # addresses that are counted at the same time
_MOST_SETTINGS = 20


@dataclass(slots=True)
class Totals:
    """What the pages about a batch show; ``add`` and ``fail`` take one article after another."""

    articles: int = 0
    failures: int = 0
    quotations: int = 0
    compared: int = 0
    problems: int = 0
    by_hand: int = 0
    uncompared: int = 0
    unread: int = 0
    rules: Counter[tuple[Severity, str]] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)
    hosts: Counter[str] = field(default_factory=Counter)
    cited: Counter[str] = field(default_factory=Counter)
    settings: dict[str, None] = field(default_factory=dict)
    failed: list[Failed] = field(default_factory=list)
    not_read: list[tuple[Listed, ListedSource]] = field(default_factory=list)
    _worst: list[tuple[tuple[int, int, int], Listed]] = field(default_factory=list)

    def add(self, row: Listed) -> None:
        """One more article."""
        self.articles += 1
        self.quotations += row.quotations
        self.compared += row.compared
        self.problems += row.problems
        self.by_hand += row.by_hand
        self.uncompared += bool(row.nothing)
        self.rules.update((finding.severity, finding.rule) for finding in row.findings)
        self.outlets.update({source.outlet for source in row.sources if source.outlet is not None})
        self.hosts.update({source.host for source in row.sources if source.host})
        self.cited.update({source.url for source in row.sources})
        for counter in (self.outlets, self.hosts, self.cited):
            _bound(counter)
        for source in row.sources:
            if not source.is_read:
                self.unread += 1
                if len(self.not_read) < MOST_NAMED:
                    self.not_read.append((row, source))
        if row.settings and len(self.settings) < _MOST_SETTINGS:
            self.settings[row.settings] = None
        # The first of those that are alike is the greatest: a heap gives up the least.
        key = (row.problems, row.by_hand, -self.articles)
        if len(self._worst) < MOST_ARTICLES:
            heapq.heappush(self._worst, (key, row))
        else:
            heapq.heappushpop(self._worst, (key, row))

    def fail(self, failed: Failed) -> None:
        """One more input without a report."""
        self.failures += 1
        if len(self.failed) < MOST_NAMED:
            self.failed.append(failed)

    @property
    def result(self) -> str:
        """What came of all, on the scale; that nothing was compared is no result, and is said."""
        if self.uncompared and not self.compared:
            problems = f"{counted(self.problems, 'problem')}, " if self.problems else ""
            return f"Nothing could be compared; {problems}{self.by_hand} to check"
        return f"{counted(self.problems, 'problem')}, {self.by_hand} to check"

    @property
    def extent(self) -> str:
        """Of how many articles that is, and what of them is missing in it."""
        told = [f"in {counted(self.articles, 'article')}"]
        if self.failures:
            told.append(f"{self.failures:,} could not be read")
        if self.uncompared and self.compared:
            told.append(f"nothing could be compared in {self.uncompared:,}")
        return ", ".join(told)

    @property
    def coverage(self) -> str:
        """How many quotations were compared."""
        return f"{self.compared:,} of {counted(self.quotations, 'quotation')} compared"

    @property
    def worst_first(self) -> list[Listed]:
        """The articles that a page lists."""
        return [row for _, row in sorted(self._worst, key=lambda pair: pair[0], reverse=True)]

    @property
    def rules_in_order(self) -> list[tuple[Severity, str, int]]:
        """Findings by rule: the gravest first, of those the most frequent."""
        order = list(Severity)
        ordered = sorted(
            self.rules.items(), key=lambda item: (order.index(item[0][0]), -item[1], item[0][1])
        )
        return [(severity, rule, number) for (severity, rule), number in ordered]


def _bound(counter: Counter[str]) -> None:
    """Lets go what was seen least, where there is more than can be kept in mind."""
    if len(counter) > _MOST_COUNTED:
        kept = counter.most_common(_MOST_COUNTED // 2)
        counter.clear()
        counter.update(dict(kept))


def most_frequent(counter: Counter[str]) -> list[tuple[str, int]]:
    """The most frequent of all, by name where they are alike."""
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:MOST_SOURCES]
