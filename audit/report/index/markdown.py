"""``index.md``: what an editor reads first after a batch, the worst articles at the top."""

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from audit.model import Capture
from audit.report.escape import address, code, inline
from audit.report.in_words.scale import OF_SEVERITY, Result
from audit.report.index.listed import Listed, ListedSource
from audit.report.index.totals import MOST_NAMED, Totals, most_frequent
from audit.report.markdown.record import ending


def render_index(totals: Totals) -> str:
    """The index as Markdown: articles, totals by rule, outlet and host, what was not compared."""
    blocks = [
        "# Citation audits",
        _headline(totals),
        *map(inline, totals.settings),
        *_articles(totals),
        *_failures(totals),
        *_rules(totals),
        *_cited(totals),
        *_not_compared(totals),
    ]
    return "\n\n".join(blocks) + "\n"


def _headline(totals: Totals) -> str:
    return f"> **{totals.result}** {totals.extent}.\n>\n> {totals.coverage}."


def _articles(totals: Totals) -> Iterator[str]:
    shown = totals.worst_first
    if not shown:
        return
    rows = [
        "| article | path | problems | to check | fine | compared | not compared |",
        "| --- | --- | --: | --: | --: | --: | --- |",
    ]
    for row in shown:
        why = ", ".join(f"{label} {number}" for label, number in row.not_compared)
        rows.append(
            f"| {_named(row)} | {inline(row.name)} | {row.problems} | {row.by_hand} | {row.fine}"
            f" | {row.compared} of {row.quotations} | {row.nothing or why} |"
        )
    yield "## Articles, the worst first"
    yield "\n".join(rows)
    yield from _more(totals.articles - len(shown), "findings.jsonl has the findings of all")
    for result, title in ((Result.PROBLEM, "Problems"), (Result.CHECK, "To check by hand")):
        yield from _to_look_at(shown, result, title)


def _to_look_at(shown: Sequence[Listed], result: Result, title: str) -> Iterator[str]:
    """What is wrong in the articles, in words, with the worst article first."""
    found = [
        f"- {_named(row)}, {inline(line)}"
        for row in shown
        for word, line in row.to_look_at
        if word is result
    ]
    if found:
        yield f"## {title}"
        yield "\n".join(found[:MOST_NAMED])
    yield from _more(len(found) - MOST_NAMED, "each report lists its own")


def _more(number: int, where: str) -> Iterator[str]:
    if number > 0:
        yield f"… and {number} more; {where}."


def _named(row: Listed) -> str:
    """The article's name, leading to its report."""
    label = inline(row.title or row.name)
    return label if row.folder is None else f"[{label}](<{quote(row.folder)}/report.md>)"


def _failures(totals: Totals) -> Iterator[str]:
    if totals.failed:
        yield "## Could not be read"
        yield "\n".join(f"- {code(each.name)}: {inline(each.reason)}" for each in totals.failed)
        yield from _more(totals.failures - len(totals.failed), "standard error names all")


def _rules(totals: Totals) -> Iterator[str]:
    found = totals.rules_in_order
    if not found:
        return
    rows = ["| | rule | findings |", "| --- | --- | --: |"]
    rows += [f"| {OF_SEVERITY[severity]} | {rule} | {number} |" for severity, rule, number in found]
    yield "## Findings by rule"
    yield "\n".join(rows)


def _cited(totals: Totals) -> Iterator[str]:
    yield from _counted("outlet", totals.outlets)
    yield from _counted("host", totals.hosts)
    often = [(url, times) for url, times in most_frequent(totals.cited) if times > 1]
    if often:
        yield "## Cited by several articles"
        yield "\n".join(f"- {times} times: {address(url)}" for url, times in often)


def _counted(what: str, counter: Counter[str]) -> Iterator[str]:
    """How many articles cite an outlet, or a host."""
    shown = most_frequent(counter)
    if shown:
        rows = [f"| {what} | articles |", "| --- | --: |"]
        rows += [f"| {inline(name)} | {number} |" for name, number in shown]
        yield f"## Articles by {what}"
        yield "\n".join(rows)
        yield from _more(len(counter) - len(shown), "each report lists its own")


def _not_compared(totals: Totals) -> Iterator[str]:
    if totals.not_read:
        yield "## Sources that could not be read"
        yield "\n".join(
            f"- {_named(row)}: {address(source.url)}, {ending(_asked(source))}"
            for row, source in totals.not_read
        )
        yield from _more(totals.unread - len(totals.not_read), "each report lists its own")


def _asked(source: ListedSource) -> Capture:
    return Capture(source.url, source.outcome, source.url, reason=source.reason)
