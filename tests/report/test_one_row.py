"""A statement and the phrase quoted in it are one row in every list and count."""

import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from audit import extract, read_article
from audit.model import (
    AttributionCheck,
    AttributionKind,
    Facts,
    Finding,
    NotCompared,
    Report,
    Severity,
    Standing,
    Verdict,
)
from audit.report.build.junit import render_junit
from audit.report.counts import count
from audit.report.csv import render_csv
from audit.report.outline import apart, outline
from tests.report.sample import report as sample

TEXT = (
    "Ann Lee said that the bridge was “a wreck” and would be closed by May. Bo Roe said that the"
    " fleet was “out of sight” and had sunk off the coast."
)


@pytest.fixture
def report() -> Report:
    article = read_article(TEXT.encode(), format="text")
    checks = tuple(
        AttributionCheck(said, Standing.UNLINKED, Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
        for said in extract(article)
    )
    facts = Facts(article, checks, ())
    return replace(sample(), facts=facts, findings=(), pairings=())


def test_every_list_and_count_has_one_row_for_both(report: Report) -> None:
    said = [check.attribution for check in report.facts.checks]
    assert len(said) == 4
    assert [attribution.kind for attribution in apart(said)] == [
        AttributionKind.MIXED,
        AttributionKind.MIXED,
    ]
    counts = count(outline(report))
    assert (counts.quotations, counts.statements, counts.unnamed) == (2, 0, 0)
    rows = list(csv.reader(io.StringIO(render_csv([report]).removeprefix("\ufeff"))))
    assert len(rows) == 1 + 2
    cases = ET.fromstring(render_junit([report])).iter("testcase")  # noqa: S314 — our own output
    assert len(list(cases)) == 2


def test_what_is_found_on_the_statement_stands_in_the_row(report: Report) -> None:
    phrase = next(check.attribution for check in report.facts.checks if check.attribution.inside)
    finding = Finding("statement-figure-missing", Severity.WARNING, "No May.", phrase.inside)
    entry, other = outline(replace(report, findings=(finding,))).by_hand
    assert entry.check.attribution == phrase
    assert (entry.findings, other.findings) == ((finding,), ())


def test_words_of_nobody_are_in_the_row_of_the_statement_around_them(report: Report) -> None:
    said = [check.attribution for check in report.facts.checks]
    nobodys = [
        replace(attribution, kind=AttributionKind.UNATTRIBUTED, speaker=None, cue=None)
        if attribution.inside
        else attribution
        for attribution in said
    ]
    assert [attribution.kind for attribution in apart(nobodys)] == [AttributionKind.INDIRECT] * 2


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            (
                "One of them, Ann Lee, said she had “no choice that I could see” but to vote yes,"
                " according to [the Ledger](https://ledger.example/1)."
            ),
            1,
        ),
        (
            (
                "The mayor, Bo Roe, said the fleet was “out of sight of all of us” on that day,"
                " according to [the Courier](https://courier.example/1)."
            ),
            1,
        ),
        (  # the figure is one more thing to look for
            (
                "One of the 14 rebels, Ann Lee, said she had “no choice that I could see” but to vote"
                " yes, according to [the Ledger](https://ledger.example/1)."
            ),
            2,
        ),
        (
            (
                "Ann Lee left the party, according to [the Ledger](https://ledger.example/1). She had"
                " “no choice that I could see”, she said."
            ),
            2,
        ),
    ],
)
def test_who_reports_it_adds_no_row_without_a_figure_of_its_own(text: str, rows: int) -> None:
    said = extract(read_article(text.encode(), format="markdown"))
    assert len(apart(said)) == rows


def test_a_statement_that_is_little_more_than_quoted_words_is_in_their_row() -> None:
    rows = apart(
        extract(
            read_article(
                b"'I will not sign a timetable that leaves a clinic without staff,' Vandermeer said,"
                b" according to Coastwire. She spoke in Halden, Coastwire reported.",
                format="text",
            )
        )
    )
    assert [said.speaker_name for said in rows] == ["Vandermeer", "Coastwire"]
    assert [said.kind for said in rows] == [AttributionKind.DIRECT, AttributionKind.INDIRECT]
