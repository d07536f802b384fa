"""``index.md``: what an editor reads first after a batch, the worst articles at the top."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from audit.model import Report, Severity
from audit.report.counts import Counts, count
from audit.report.escape import address, code, inline, visible
from audit.report.in_words.gist import row
from audit.report.in_words.scale import OF_SEVERITY, Result
from audit.report.markdown.record import ending
from audit.report.outline import outline
from audit.report.places import name_of
from audit.report.settings import project_settings

_MOST_SOURCES = 20
_MOST_NAMED = 200


@dataclass(frozen=True, slots=True)
class Audited:
    """One article of a batch, and the folder of its report as the index has it; None without one."""

    report: Report
    folder: str | None


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that gave no report, and why, in one line."""

    name: str
    reason: str


def render_index(audited: Sequence[Audited], failed: Sequence[Failed]) -> str:
    """The index as Markdown: articles, totals by rule, sources, what could not be compared."""
    counted = [(each, count(outline(each.report))) for each in audited]
    blocks = [
        "# Citation audits",
        _headline(counted, failed),
        *_settings(audited),
        *_articles(counted),
        *_failures(failed),
        *_rules(audited),
        *_sources(audited),
        *_not_compared(audited),
    ]
    return "\n\n".join(blocks) + "\n"


def _headline(counted: Sequence[tuple[Audited, Counts]], failed: Sequence[Failed]) -> str:
    compared = sum(counts.compared for _, counts in counted)
    quotations = sum(counts.quotations for _, counts in counted)
    problems = sum(counts.problems for _, counts in counted)
    by_hand = sum(counts.by_hand for _, counts in counted)
    lost = f", {len(failed)} could not be read" if failed else ""
    nothing = sum(counts.nothing_compared for _, counts in counted)
    result = f"{problems} problems, {by_hand} to check"
    if nothing and not compared:
        result = f"Nothing could be compared; {by_hand} to check"
    elif nothing:
        lost += f", nothing could be compared in {nothing}"
    return (
        f"> **{result}** in {len(counted)} articles{lost}.\n>\n"
        f"> {compared} of {quotations} quotations compared."
    )


def _settings(audited: Sequence[Audited]) -> Iterator[str]:
    """What projects' files have set."""
    yield from dict.fromkeys(
        inline(told) for each in audited if (told := project_settings(each.report))
    )


def _articles(counted: Sequence[tuple[Audited, Counts]]) -> Iterator[str]:
    if not counted:
        return
    worst = sorted(counted, key=lambda pair: (-pair[1].problems, -pair[1].by_hand))
    rows = [
        "| article | problems | to check | fine | compared | not compared |",
        "| --- | --: | --: | --: | --: | --- |",
    ]
    for each, counts in worst:
        why = ", ".join(f"{label} {number}" for label, number in counts.not_compared)
        rows.append(
            f"| {_named(each)} | {counts.problems} | {counts.by_hand} | {counts.fine}"
            f" | {counts.compared} of {counts.quotations} | {counts.nothing or why} |"
        )
    yield "## Articles, the worst first"
    yield "\n".join(rows)
    yield from _worst_rows([each for each, _ in worst])


def _worst_rows(audited: Sequence[Audited]) -> Iterator[str]:
    """What is wrong, in words: the problems of all articles, then what is to be checked."""
    lines = [
        (entry.result, f"- {_named(each)}, {inline(row(each.report.facts.article, entry, groups))}")
        for each in audited
        for groups in [outline(each.report)]
        for entry in groups.to_look_at
    ]
    for result, title in ((Result.PROBLEM, "Problems"), (Result.CHECK, "To check by hand")):
        found = [line for word, line in lines if word is result]
        if found:
            yield f"## {title}"
            yield "\n".join(found[:_MOST_NAMED])
        if len(found) > _MOST_NAMED:
            yield f"… and {len(found) - _MOST_NAMED} more; each report lists its own."


def _named(audited: Audited) -> str:
    """The article's name, leading to its report."""
    article = audited.report.facts.article
    label = inline(article.title or name_of(article))
    return label if audited.folder is None else f"[{label}](<{quote(audited.folder)}/report.md>)"


def _failures(failed: Sequence[Failed]) -> Iterator[str]:
    if failed:
        yield "## Could not be read"
        yield "\n".join(f"- {code(each.name)}: {inline(each.reason)}" for each in failed)


def _rules(audited: Sequence[Audited]) -> Iterator[str]:
    found = Counter(
        (finding.severity, finding.rule) for each in audited for finding in each.report.findings
    )
    if not found:
        return
    order = list(Severity)
    ordered = sorted(
        found.items(), key=lambda item: (order.index(item[0][0]), -item[1], item[0][1])
    )
    rows = ["| | rule | findings |", "| --- | --- | --: |"]
    rows += [
        f"| {OF_SEVERITY[severity]} | {rule} | {number} |" for (severity, rule), number in ordered
    ]
    yield "## Findings by rule"
    yield "\n".join(rows)


def _sources(audited: Sequence[Audited]) -> Iterator[str]:
    cited = Counter(
        url
        for each in audited
        for url in {record.source.url for record in each.report.facts.sources}
    )
    often = [(url, times) for url, times in cited.most_common(_MOST_SOURCES) if times > 1]
    if often:
        yield "## Cited by several articles"
        yield "\n".join(f"- {times} times: {address(url)}" for url, times in often)


def _not_compared(audited: Sequence[Audited]) -> Iterator[str]:
    lines = [
        f"- {_named(each)}: {address(record.source.url)}, {ending(record.capture)}"
        for each in audited
        for record in each.report.facts.sources
        if record.page is None
    ]
    if lines:
        yield "## Sources that could not be read"
        yield "\n".join(lines[:_MOST_NAMED])
        if len(lines) > _MOST_NAMED:
            yield visible(f"… and {len(lines) - _MOST_NAMED} more; each report lists its own.")
