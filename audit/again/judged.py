"""Holds what a report judges against what its rules make of its captures: findings and counts.

What a run was told and no report has cannot be known here: waivers, a baseline, and where the
project lies, on which fingerprints rest. A waived or known finding is held by the severity that it
had before; its fingerprint and its waiver are believed. What was told by the capture before one is
believed too, and what rests on the article's notes and comments where the article is not at hand.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from audit.again.remark import Kind, Remark
from audit.background import with_background
from audit.errors import CiteauditError
from audit.extract import extract
from audit.match.altered.houses import house_lines
from audit.model import (
    Article,
    AttributionCheck,
    Confidence,
    Facts,
    Finding,
    HouseStyle,
    Severity,
    SourceRecord,
)
from audit.pages import read_page
from audit.read import read_article
from audit.report.earlier import EarlierReport
from audit.report.json.checks import said_object
from audit.report.json.tree import report_object
from audit.rules import RULES, judge
from audit.waive import Policy, read_comments, settle

_DEFAULTS = {rule.id: rule.severity for rule in RULES}
_OF_CAPTURE_BEFORE = frozenset({"source-changed"})
# They look at the article's notes and comments, which no report has.
_OF_ARTICLE = frozenset({
    *("note-missing", "note-uncited", "waiver-invalid"),
    *("source-unlinked", "quote-not-in-cited", "quote-misattributed"),
})  # fmt: skip
_LONGEST = 120  # characters of a message that a line shows
_Key = tuple[str, str | None, str | None, str | None]


def article_at_hand(
    earlier: EarlierReport, fetched: bytes | None, below_here: Callable[[str], Path | None]
) -> Article | None:
    """The article of a report as it was read, None where its very bytes are not at hand."""
    told = earlier.report.facts.article
    try:
        if fetched is not None and earlier.own is not None:
            capture = earlier.own.capture
            article = read_article(
                fetched, told.format, url=capture.final_url, content_type=capture.content_type
            )
        else:
            file = below_here(told.path) if told.path is not None else None
            if file is None or not file.is_file():
                return None
            article = read_article(str(file), told.format, url=None)
    except CiteauditError:
        return None
    return article if article.sha256 == told.sha256 else None


def held_against(
    earlier: EarlierReport,
    checks: Sequence[AttributionCheck],
    records: Mapping[str, SourceRecord],
    article: Article | None,
    doubted: Collection[str],
) -> Iterator[Remark]:
    """What of a report's findings and counts is not what its captures bear out.

    Args:
        earlier: The report, of this version.
        checks: What comparing again shows.
        records: The sources, read again.
        article: The article as it was read, None where it is not at hand.
        doubted: Ids of attributions and sources that something was said of: their findings differ
            with them.
    """
    report = earlier.report
    if article is not None:
        yield from _article(earlier, article)
    yield from _sources(earlier, records, doubted)
    facts = _facts(earlier, checks, records, article)
    cannot = _OF_CAPTURE_BEFORE | (_OF_ARTICLE if article is None else frozenset())
    policy = _policy(earlier)
    now = [
        each
        for each in settle(judge(facts), facts, (), policy, _DEFAULTS)
        if each.rule not in cannot
    ]
    said = [each for each in report.findings if each.rule not in cannot]
    yield from _findings(said, now, doubted, earlier)
    yield from _derived(earlier)


def _article(earlier: EarlierReport, article: Article) -> Iterator[Remark]:
    told = earlier.report.facts.article
    name = told.path or told.url or "-"
    if article.text != told.text:
        yield Remark(Kind.ARTICLE, name, "its text is another than the report's")
        return
    said = {tree["id"]: tree for tree in earlier.tree["attributions"]}
    untold = {each.id for each in earlier.report.facts.untold}
    found = {each.id: each for each in extract(article)}
    for gone in sorted(found.keys() - said.keys() - untold):
        words = " … ".join(span.text for span in found[gone].contents)
        yield Remark(Kind.ARTICLE, name, f"the report lacks its words “{_short(words)}”")
    for more in sorted(said.keys() - found.keys()):
        yield Remark(Kind.ARTICLE, name, f"it has no words that the report calls {more}")
    for each in found.values():
        tree = said.get(each.id)
        now = said_object(article, each)
        keys = [] if tree is None else sorted(key for key in now if now[key] != tree[key])
        if keys:
            what = keys[0].replace("_", " ")
            yield Remark(Kind.ATTRIBUTION, each.id, f"has another {what} in the report")


def _sources(
    earlier: EarlierReport, records: Mapping[str, SourceRecord], doubted: Collection[str]
) -> Iterator[Remark]:
    """What the report says of the texts of its sources: title, language, how much of it."""
    now = replace(
        earlier.report,
        facts=replace(earlier.report.facts, sources=tuple(records.values())),
    )
    for said, found in zip(earlier.tree["sources"], report_object(now)["sources"], strict=True):
        if said["id"] not in doubted and said["page"] != found["page"]:
            what = next(
                (
                    key
                    for key in sorted(found["page"] or {})
                    if (said["page"] or {}).get(key) != found["page"][key]
                ),
                "page",
            )
            yield Remark(Kind.SOURCE, said["id"], f"its page has another {what.replace('_', ' ')}")


def _facts(
    earlier: EarlierReport,
    checks: Sequence[AttributionCheck],
    records: Mapping[str, SourceRecord],
    article: Article | None,
) -> Facts:
    """What rules look at, computed again; of searches and captures before, what the report has."""
    report = earlier.report
    told = {check.attribution.id: check for check in report.facts.checks}
    trails = {record.source.id: record.source.trail for record in report.facts.sources}
    sources = tuple(
        replace(record, source=replace(record.source, trail=trails[record.source.id]))
        for record in with_background(tuple(records.values()), lambda _: None, read_page)
    )
    remarks = read_comments(article, _DEFAULTS)[1] if article is not None else ()
    silent = "--no-inline-waivers" in report.repeat
    return Facts(
        article or report.facts.article,
        tuple(
            replace(
                check,
                notes=told[check.attribution.id].notes,
                searched=told[check.attribution.id].searched,
                search=told[check.attribution.id].search,
            )
            for check in checks
        ),
        sources,
        () if silent else remarks,
        house_lines(HouseStyle(report.style, report.house)),
        report.facts.untold,
    )


def _policy(earlier: EarlierReport) -> Policy:
    """What the run was told of findings, as far as its report has it."""
    words, report = earlier.report.repeat, earlier.report
    given: dict[str, list[str]] = defaultdict(list)
    for option, value in pairwise(words):
        given[option].append(value)
    sure = [value for value in given["--min-confidence"] if value in set(Confidence)]
    return Policy(
        select=frozenset(given["--select"]),
        ignore=frozenset(given["--ignore"]),
        severities={
            setting.key.partition(".")[2]: _severity(setting.value)
            for setting in report.settings
            if setting.key.startswith("severity.")
        },
        least_sure=Confidence(sure[-1]) if sure else Confidence.LOW,
    )


def _severity(value: str) -> Severity | None:
    word = value.strip('"')
    return Severity(word) if word in set(Severity) else None


def _findings(
    said: Sequence[Finding],
    now: Sequence[Finding],
    doubted: Collection[str],
    earlier: EarlierReport,
) -> Iterator[Remark]:
    """Findings that are told otherwise, then those that are missing, then those too many."""
    found: dict[_Key, list[Finding]] = defaultdict(list)
    for each in now:
        found[_key(each)].append(each)
    many = Counter(_key(each) for each in said)
    for each in said:
        alike = found.get(_key(each), [])
        fellow = next((other for other in alike if _plain(each) == other.message), None)
        if fellow is None and alike and many[_key(each)] == len(alike):
            fellow = alike[0]
        if fellow is None:
            if not _is_doubted(each, doubted):
                yield _remark(each, "nothing bears out this finding of the report", earlier)
            continue
        alike.remove(fellow)
        many[_key(each)] -= 1
        if (how := _otherwise(each, fellow)) and not _is_doubted(each, doubted):
            yield _remark(fellow, how, earlier)
    for left in found.values():
        for each in left:
            if not _is_doubted(each, doubted):
                yield _remark(each, f"the report lacks this {each.severity}", earlier)


def _key(finding: Finding) -> _Key:
    return finding.rule, finding.attribution_id, finding.source_id, finding.words


def _plain(finding: Finding) -> str:
    """A message without what waivers add to it."""
    message = finding.message
    if finding.waiver is not None:
        return message.partition(" Waived (")[0]
    head, ended, tail = message.rpartition(" The waiver in ")
    return head if ended and " ended on " in tail else message


def _otherwise(said: Finding, now: Finding) -> str | None:
    severity = said.before or said.severity
    if said.before is None and said.severity in {Severity.WAIVED, Severity.KNOWN}:
        return f"the report has it as {said.severity}, and not what it was before"
    if severity is not now.severity:
        return (
            f"the report has it as {severity}, its rule and the report's settings as {now.severity}"
        )
    if _plain(said) != now.message:
        return f"the report has another message: {_short(_plain(said))!r}"
    if said.confidence is not now.confidence:
        return f"the report has the confidence {said.confidence}, not {now.confidence}"
    return None


def _is_doubted(finding: Finding, doubted: Collection[str]) -> bool:
    return finding.attribution_id in doubted or finding.source_id in doubted


def _remark(finding: Finding, how: str, earlier: EarlierReport) -> Remark:
    name = finding.attribution_id
    of = earlier.numbers.get(name, name) if name is not None else finding.source_id
    where = f"{of}: " if of is not None else ""
    return Remark(Kind.FINDING, finding.rule, f"{where}{how}: {_short(finding.message)}")


def _derived(earlier: EarlierReport) -> Iterator[Remark]:
    """Counts, days and places, which follow from the rest of a report."""
    again: dict[str, Any] = report_object(earlier.report)
    tree = earlier.tree
    for key, value in again["counts"].items():
        if tree["counts"][key] != value:
            what = f"the report counts {_counted(tree['counts'][key])}, it has {_counted(value)}"
            yield Remark(Kind.COUNT, key, what)
    for said, now in zip(tree["findings"], again["findings"], strict=True):
        if any(said[key] != now[key] for key in ("line", "column", "paragraph")):
            yield Remark(
                Kind.FINDING, said["rule"], "the report names another place than its words'"
            )


def _counted(value: Any) -> str:
    return (
        str(value)
        if isinstance(value, int)
        else ", ".join(f"{each['number']} {each['why']}" for each in value) or "none"
    )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
