"""The figures that every format begins with, counted in one place."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from audit.model import (
    FIGURES,
    FactKind,
    NotCompared,
    Outcome,
    Search,
    Severity,
    SourceRecord,
    Verdict,
)
from audit.model.counted import counted
from audit.report.in_words.labels import NO_SUCH_DATE, NOT_THERE, why
from audit.report.in_words.scale import Result
from audit.report.outline import Entry, Outline

_COUNTED = FIGURES | {FactKind.DATE}
_OF_WEIGHT = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one report.

    ``problems`` and ``by_hand`` are rows of any kind; with ``fine``, the quotations that are, they
    are all ``quotations`` and the statements and words of nobody named with a warning or an error.
    ``compared`` are the quotations that were compared with a source. ``statements`` are reported
    without quotation marks, ``unnamed`` are quoted words with nobody named. ``with_figures`` are
    the statements that have a figure, ``figures_compared`` those whose sources were read whole,
    ``figures_found`` those whose figures all stand there. ``not_compared`` says why the others are
    not, most often first. ``to_look_at`` are the warnings and errors on sources or the article
    alone; ``sources`` are all sources, ``unread`` those of which nothing was read. ``searches`` are
    the rows for which a source was searched and not found, ``searched`` the pages read meanwhile.
    ``untold`` are the sentences with figures that were compared with nothing, no statements.
    """

    quotations: int
    compared: int
    problems: int
    by_hand: int
    fine: int
    statements: int
    unnamed: int
    with_figures: int = 0
    figures_compared: int = 0
    figures_found: int = 0
    not_compared: tuple[tuple[str, int], ...] = ()
    to_look_at: int = 0
    sources: int = 0
    unread: int = 0
    searches: int = 0
    searched: int = 0
    untold: int = 0

    @property
    def nothing_compared(self) -> bool:
        """Whether there was something to compare, and none of it was."""
        return self.quotations + self.with_figures > 0 == self.compared + self.figures_compared

    @property
    def worst(self) -> Result:
        """Where the article as a whole stands."""
        if self.problems:
            return Result.PROBLEM
        return Result.CHECK if self.by_hand or self.to_look_at else Result.FINE

    @property
    def headline(self) -> str:
        """What was compared, and why the rest was not: the line that every format has."""
        parts = []
        if self.quotations or not self.with_figures:
            parts.append(f"{self.compared:,} of {counted(self.quotations, 'quotation')} compared")
        if self.with_figures:
            stated = counted(self.with_figures, "statement's figures", "statements' figures")
            parts.append(f"{self.figures_found:,} of {stated} found")
        line = ", ".join(parts)
        left = ", ".join(f"{label} {number}" for label, number in self.not_compared)
        line = f"{line}; not: {left}" if left else line
        return f"{line}; {self.untold_told}" if self.untold else line

    @property
    def untold_told(self) -> str:
        """How many sentences with figures were compared with nothing."""
        return f"{counted(self.untold, 'sentence')} with figures compared with nothing"

    @property
    def result(self) -> str:
        """What came of it, on the scale; that nothing was compared is no result, and is said."""
        if not self.quotations + self.problems + self.by_hand + self.to_look_at:
            return "No quotation was found"
        return f"{self.nothing}; {self.found}" if self.nothing_compared else self.found

    @property
    def found(self) -> str:
        """The rows on the scale; where nothing was compared, none is called fine."""
        if self.nothing_compared:
            problems = f"{counted(self.problems, 'problem')}, " if self.problems else ""
            return f"{problems}{self.by_hand} to check"
        line = f"{counted(self.problems, 'problem')}, {self.by_hand} to check, {self.fine} fine"
        return f"{line}, {self.to_look_at} on sources or the article" if self.to_look_at else line

    @property
    def nothing(self) -> str:
        """Why nothing could be compared, in a sentence; empty where something was."""
        if not self.nothing_compared:
            return ""
        if not self.sources and self.searched:
            return f"No source was found: {self._searched}"
        return f"Nothing could be compared: {'; '.join(self._why_nothing())}"

    @property
    def _searched(self) -> str:
        if self.searched == 1:
            return "the page that a search has read does not have the words"
        return f"none of the {self.searched:,} pages that a search has read has the words"

    def _why_nothing(self) -> Iterator[str]:
        if not self.sources:
            yield "the article gives no source"
        elif self.unread:
            yield f"{self.unread} of {counted(self.sources, 'source')} could not be read"
        elif not self.searches:
            yield "see why below"
        if self.searched:
            yield self._searched
        elif self.searches:
            yield "a search found no page to read"


def count(groups: Outline) -> Counts:
    """The figures of a report's outline."""
    quotations = groups.quotations
    stated = [entry for entry in groups.statements if _has_figure(entry)]
    held = [entry for entry in stated if _is_held_against(entry, groups)]
    failed = _failed_searches(groups)
    alone = [finding for _, finding in groups.sources] + list(groups.article)
    return Counts(
        quotations=len(quotations),
        compared=sum(_is_compared(entry) for entry in quotations),
        problems=len(groups.problems),
        by_hand=len(groups.by_hand),
        fine=len(groups.fine),
        statements=len(groups.statements),
        unnamed=len(groups.unnamed),
        with_figures=len(stated),
        figures_compared=len(held),
        figures_found=sum(not (_lacks_figure(entry) or _lacks_date(entry)) for entry in held),
        not_compared=_ordered(_left_out(groups, stated)),
        to_look_at=sum(finding.severity in _OF_WEIGHT for finding in alone),
        sources=len(groups.records),
        unread=sum(record.page is None for record in groups.records.values()),
        searches=len(failed),
        searched=len({url for search in failed for url in search.read}),
        untold=len(groups.untold),
    )


def _failed_searches(groups: Outline) -> tuple[Search, ...]:
    """The searches that have found no source, one for each row."""
    rows = (*groups.quotations, *groups.statements, *groups.unnamed)
    searches = {entry.check.attribution.id: entry.check.search for entry in rows}
    return tuple(each for each in searches.values() if each is not None and each.found is None)


def outcome_of(entry: Entry, groups: Outline) -> Outcome | None:
    """How asking for the source of a row ended; None where it has none."""
    undecided = Verdict.NOT_COMPARED
    named = [part.source_id for part in entry.check.parts if part.check.verdict is undecided]
    for name in (*named, entry.check.source_id, *groups.paired.get(entry.check.attribution.id, ())):
        record = groups.records.get(name or "")
        if record is not None and record.page is None:
            return record.capture.outcome
    return None


def _is_compared(entry: Entry) -> bool:
    return entry.check.verdict is not Verdict.NOT_COMPARED


def _has_figure(entry: Entry) -> bool:
    return any(fact.kind in _COUNTED for fact in entry.check.attribution.facts)


def _lacks_figure(entry: Entry) -> bool:
    """A day that its source lacks counts where the source has another there."""
    return any(
        missing.fact.kind in _COUNTED
        and (missing.fact.kind is not FactKind.DATE or missing.nearest)
        for missing in entry.check.missing
    )


def _lacks_date(entry: Entry) -> bool:
    """Whether a source has a date nowhere, and no other in its place: it may say 'on Monday'."""
    return any(missing.fact.kind is FactKind.DATE for missing in entry.check.missing)


def _is_held_against(entry: Entry, groups: Outline) -> bool:
    """Whether the figures of a statement were looked for in all its sources, read whole.

    One without a source may have been found told on a page that the article cites for other words.
    """
    if entry.check.found_elsewhere:
        return True
    paired = groups.paired.get(entry.check.attribution.id, ())
    records = [groups.records[name] for name in paired if name in groups.records]
    return bool(records) and all(map(_was_read_whole, records))


def _was_read_whole(record: SourceRecord) -> bool:
    return record.page is not None and record.page.whole and not record.page.sparse


def _left_out(groups: Outline, stated: list[Entry]) -> Iterator[str]:
    """A label for each quotation that was not compared, each figure not found."""
    for entry in groups.quotations:
        if not _is_compared(entry) and entry.check.reason is not None:
            yield why(entry.check.reason, outcome_of(entry, groups))
    for entry in stated:
        if not _is_held_against(entry, groups):
            yield from _left_out_of(entry, groups)
        elif _lacks_figure(entry):
            yield NOT_THERE
        elif _lacks_date(entry):
            yield NO_SUCH_DATE


def _left_out_of(entry: Entry, groups: Outline) -> Iterator[str]:
    """Why the figures of a statement were not looked for in all its sources."""
    outcome = outcome_of(entry, groups)
    if outcome is not None:
        yield why(NotCompared.SOURCE_NOT_CAPTURED, outcome)
    elif groups.paired.get(entry.check.attribution.id):
        yield why(NotCompared.SOURCE_NOT_WHOLE, None)
    else:
        yield why(NotCompared.NO_SOURCE, None)


def figures_told(entry: Entry, groups: Outline) -> str:
    """What became of a statement's figures: found, or why they were not looked for.

    Empty where it has none, or a finding says it.
    """
    if not _has_figure(entry):
        return ""
    if _is_held_against(entry, groups):
        if _lacks_figure(entry):
            return "" if entry.findings else "not all its figures were found"
        return "figures found, but for a date" if _lacks_date(entry) else "figures found"
    return f"figures not looked for: {next(_left_out_of(entry, groups))}"


def _ordered(labels: Iterator[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(labels)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
