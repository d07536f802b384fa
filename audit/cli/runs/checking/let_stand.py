"""What is let stand: the baseline written, and said of it and of waivers what covers nothing."""

import os
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from pathlib import Path

from audit.cli.console.output import complain, say
from audit.cli.runs.deliver import write
from audit.errors import UsageError
from audit.model import Confidence, Report, Severity, Waiver
from audit.model.counted import counted
from audit.rules import RULES
from audit.waive import Baseline, Policy, article_id, baseline_text, read_baseline, read_comments

_MOST_NAMED = 5  # waivers


def write_baseline(path: Path, reports: Sequence[Report]) -> None:
    """Writes the findings of reports as known; reasons that the file has are kept.

    Raises:
        UsageError: It cannot be written.
    """
    before, lost = Baseline(), False
    if os.path.isfile(path):  # noqa: PTH113 — of a name that no system takes, Path raises
        try:
            before = read_baseline(path)
        except UsageError:
            lost = True
    found = ((report.facts, report.findings) for report in reports)
    write(path, baseline_text(found, path, before))
    if lost:
        complain(f"{path} was no baseline: if somebody wrote reasons into it, they are gone")
    say(f"wrote {path}")


def tell_of_baseline(baseline: Baseline, reports: Sequence[Report]) -> None:
    """Says what of a baseline covers nothing, where that is so."""
    if not baseline.size or not reports:
        return
    name = baseline.name
    if baseline.is_old:
        complain(
            f"{name} is of an earlier form, whose paths are from the folder of that run: write it"
            f" anew with --write-baseline {name}"
        )
    matched = sum(
        finding.severity is Severity.KNOWN for report in reports for finding in report.findings
    )
    if not matched:
        first = min(baseline.entries)
        none = "no entry" if baseline.size == 1 else f"none of the {baseline.size:,} entries"
        complain(
            f"{none} of {name} matched: its paths are from"
            f" {baseline.folder or 'the root of the project'} (the first is {first}); were other"
            f" articles meant? Else write it anew with --write-baseline {name}"
        )
        return
    of_these = sum(
        sum(left.total() for left in baseline.of(report.facts.article).values())
        for report in reports
    )
    if of_these > matched:
        say(
            f"for these articles, {counted(of_these - matched, 'entry', 'entries')} of {name} matched"
            f" nothing any more: --write-baseline {name} writes it anew without"
        )


def tell_of_waivers(policy: Policy, reports: Iterable[Report]) -> None:
    """Names the waivers that cover no finding of these articles, and those that have ended.

    One that names no article may be for one that is not among these: it is named where several were
    audited, or where it has ended.
    """
    used: set[Waiver | None] = set()
    audited: set[str] = set()
    comments: list[str] = []
    for report in reports:  # once: those of a batch are read from their files
        used.update(finding.waiver for finding in report.findings)
        audited.add(article_id(report.facts.article))
        comments.extend(_unused_comments(policy, report))
    lines = [*_unused_tables(policy, used, audited), *comments]
    for line in lines[:_MOST_NAMED]:
        say(line)
    more = len(lines) - _MOST_NAMED
    if more > 0:
        say(f"and {counted(more, 'more waiver that covers', 'more waivers that cover')} nothing")


def _unused_tables(
    policy: Policy, used: Container[Waiver | None], audited: Collection[str]
) -> Iterator[str]:
    for named in policy.waivers:
        waiver, article = named.waiver, named.article
        has_ended = waiver.until is not None and waiver.until < (policy.today or "")
        is_meant = article in audited if article is not None else has_ended or len(audited) > 1
        if waiver in used or not is_meant or not _counts(named.rule, policy):
            continue
        what = f"ended on {waiver.until}" if has_ended else "covers no finding any more"
        yield (
            f"{waiver.where}: [[waive]] of {named.rule} ({article or named.fingerprint},"
            f" “{waiver.reason}”) {what}: take it out"
        )


def _unused_comments(policy: Policy, report: Report) -> Iterator[str]:
    if not policy.inline:
        return
    article = report.facts.article
    used = {finding.waiver for finding in report.findings}
    covering, _ = read_comments(article, {rule.id for rule in RULES})
    for covered in covering:
        rules = sorted(rule for rule in covered.rules if _counts(rule, policy))
        if rules and covered.waiver not in used:
            yield (
                f"{article.path}: the comment in {covered.waiver.where} covers no finding of"
                f" {', '.join(rules)}: take it out"
            )


def _counts(rule: str, policy: Policy) -> bool:
    """Whether all findings of a rule count: else a waiver may be for one that is left out."""
    return (
        rule not in policy.ignore
        and (not policy.select or rule in policy.select)
        and policy.severities.get(rule, Severity.NOTE) is not None
        and policy.least_sure is Confidence.LOW
    )
