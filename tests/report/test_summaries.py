"""The short forms: counts, the terminal's summary, and the plain lines."""

import re
from dataclasses import replace

import pytest

from audit.model import AttributionKind, Facts, Finding, Report, Severity, Verdict
from audit.report.counts import Counts, count
from audit.report.html import render_html
from audit.report.index.listed import as_json, from_json, listed
from audit.report.markdown import render_markdown
from audit.report.outline import outline
from audit.report.screen.lines import Shown, render_lines
from audit.report.screen.terminal import render_terminal
from tests.report.poison import POISONS, poisoned
from tests.report.sample import report

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]")
OURS = re.compile("\x1b\\[[0-9;]*m")


COMPARED = "6 of 8 quotations compared; not: no source 1, site refuses programs 1"


def test_the_figures_of_a_report() -> None:
    counts = count(outline(report()))
    assert counts == Counts(
        quotations=8,
        compared=6,
        problems=3,
        by_hand=3,
        fine=2,
        statements=1,
        unnamed=1,
        not_compared=(("no source", 1), ("site refuses programs", 1)),
        to_look_at=1,
        sources=4,
        unread=1,
    )
    assert counts.headline == COMPARED
    assert counts.result == "3 problems, 3 to check, 2 fine, 1 on sources or the article"


def test_an_error_outweighs_a_warning_and_every_quotation_is_in_one_group() -> None:
    both = report()
    finding = replace(both.findings[0], severity=Severity.WARNING)
    groups = outline(replace(both, findings=(*both.findings, finding)))
    assert [entry.check.attribution.id for entry in groups.problems] == ["a1", "a3", "a7"]
    assert sorted(entry.number for entry in groups.quotations) == list(range(1, 9))


def test_the_worst_verdict_comes_first_in_each_group() -> None:
    groups = outline(report())
    assert [entry.check.verdict for entry in groups.problems] == [
        Verdict.ALTERED,
        Verdict.MISATTRIBUTED,
        Verdict.ABSENT,
    ]
    assert [entry.number for entry in groups.by_hand] == [5, 8, 2]


def test_plain_lines_name_file_line_severity_and_rule() -> None:
    *found, last = render_lines([listed(report())], Shown(known=True)).splitlines()
    assert last == (
        "Found 3 errors, 2 warnings (1 known, 1 waived) in 1 article; 6 of 8 quotations compared"
    )
    assert len(found) == len(report().findings)
    for line in found:
        assert re.match(
            r"articles/tunnel\.txt:[0-9]+:[0-9]+: (error|warning|note|waived|known) [a-z-]+ .", line
        )
    assert found[0].startswith("articles/tunnel.txt:1:2: error quote-altered “We will close")


@pytest.mark.parametrize("poison", POISONS)
def test_plain_lines_are_the_same_by_a_record_that_was_kept(poison: str) -> None:
    row = listed(poisoned(report(), lambda text: text + poison))
    shown = Shown(known=True, color=True)
    assert render_lines([from_json(as_json(row))], shown) == render_lines([row], shown)


def test_plain_lines_of_a_fetched_article_name_the_paragraph() -> None:
    fetched = replace(report().facts.article, origin=None, path=None, url="https://news.example/a")
    text = render_lines([listed(replace(report(), facts=replace(report().facts, article=fetched)))])
    [line] = [line for line in text.splitlines() if "quote-misattributed" in line]
    assert line.startswith("https://news.example/a: error quote-misattributed ")
    assert line.endswith("(paragraph 3, “Nobody asked the fishermen,” said Tom …”)")


@pytest.mark.parametrize("poison", POISONS)
def test_nothing_of_a_page_steers_the_terminal(poison: str) -> None:
    hostile = poisoned(report(), lambda text: text + poison)
    plain = render_lines([listed(hostile)], Shown(known=True))
    assert not CONTROL.search(plain)
    assert plain.count("\n") == 1 + len(hostile.findings)
    assert not CONTROL.search(render_terminal(hostile, color=False, width=80))
    assert not CONTROL.search(OURS.sub("", render_terminal(hostile, color=True, width=80)))


@pytest.mark.parametrize("width", [40, 80, 132])
def test_the_terminal_summary_keeps_to_the_width(width: int) -> None:
    text = render_terminal(report(), color=False, width=width)
    assert text.splitlines()[0] == "The harbour tunnel"
    assert max(map(len, text.splitlines())) <= width


def test_the_terminal_summary_has_colour_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" in render_terminal(report(), color=True, width=80)
    plain = render_terminal(report(), color=False, width=80)
    assert "\x1b" not in plain
    colored = OURS.sub("", render_terminal(report(), color=True, width=80))
    assert [line.rstrip() for line in colored.split("\n")] == plain.split("\n")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("TERM", "dumb")
    assert render_terminal(report(), color=False, width=80) == plain


def test_the_terminal_summary_says_what_to_do_about_an_unread_source() -> None:
    text = " ".join(render_terminal(report(), color=False, width=80).split())
    assert "check source https://port-radio.example/water The site refused" in text


def test_an_article_without_quotations_has_a_summary_too() -> None:
    empty = Report("1.2.3", Facts(report().facts.article, (), ()), (), when=None)
    assert render_lines([listed(empty)]) == (
        "Found nothing in 1 article; 0 of 0 quotations compared\n"
    )
    assert render_terminal(empty, color=False, width=80).splitlines() == [
        "The harbour tunnel",
        "No quotation was found",
        "0 of 0 quotations compared",
        "articles/tunnel.txt. Audited without a page from the web.",
    ]


@pytest.mark.parametrize("kind", AttributionKind)
@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
@pytest.mark.parametrize("on", ["words", "source", "article"])
def test_what_fails_a_run_has_a_line_everywhere(
    kind: AttributionKind, severity: Severity, on: str
) -> None:
    base = report()
    check = replace(
        base.facts.checks[0],
        attribution=replace(base.facts.checks[0].attribution, kind=kind),
        verdict=Verdict.NOT_COMPARED,
        parts=(),
    )
    named = {"words": check.attribution.id}.get(on), {"source": "s1"}.get(on)
    finding = Finding("some-rule", severity, "Something is so.", *named, fingerprint="f" * 32)
    failing = replace(base, facts=replace(base.facts, checks=(check,)), findings=(finding,))
    for text in (
        render_terminal(failing, color=False, width=100),
        render_markdown(failing),
        render_html([failing]),
    ):
        assert "f" * 32 in text
        assert (
            "1 problem" if on == "words" and severity is Severity.ERROR else " to check"
        ) in text
    counts = count(outline(failing))
    assert counts.problems + counts.by_hand + counts.to_look_at > 0
