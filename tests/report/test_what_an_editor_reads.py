"""The first lines of a report, audited from files: what is wrong in words, in every format."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from audit.report.counts import Counts
from audit.report.in_words.scale import OF_SEVERITY
from audit.report.index.listed import listed
from audit.report.index.markdown import render_index
from audit.report.index.totals import Totals
from audit.report.json.read_back import read_file
from audit.report.screen.terminal import render_terminal
from tests.end_to_end.run import ROOT, Run, citeaudit

PAGE = "https://town.example/page"
HOST = "town.example"
LED_BY_LINKS = f'<a href="{PAGE}">Anna Lindqvist said</a>'


@dataclass(frozen=True)
class Read:
    """What one audit wrote and printed."""

    run: Run
    markdown: str
    html: str
    terminal: str
    index: str

    @property
    def plain(self) -> str:
        """The page's text without its tags."""
        body = re.sub(r"<style>.*?</style>", "", self.html, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", "", body)).split())


Audit = Callable[..., Read]


@pytest.fixture
def audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Audit:
    """Audits an article of one paragraph against a page, offline."""

    def audited(paragraph: str, page: str | None, *options: str) -> Read:
        article = f"<html lang='en'><article><h1>The bridge</h1><p>{paragraph}</p></article></html>"
        (tmp_path / "bridge.html").write_text(article, encoding="utf-8")
        words: list[str | Path] = ["check", tmp_path / "bridge.html", "--offline", *options]
        words += ["--output-dir", tmp_path / "reports"]
        if page is not None:
            (tmp_path / "page.html").write_text(
                f"<html lang='en'><main><article>{page}</article></main></html>", encoding="utf-8"
            )
            (tmp_path / "bridge.sources.toml").write_text(
                f'[[source]]\nspeaker = "Anna Lindqvist"\nurl = "{PAGE}"\nfile = "page.html"\n'
            )
        run = citeaudit(capsys, *words)
        folder = tmp_path / "reports" / "bridge"
        [finished] = read_file(folder / "report.json")
        totals = Totals()
        totals.add(listed(finished.report, "bridge"))
        return Read(
            run,
            (folder / "report.md").read_text(encoding="utf-8"),
            (folder / "report.html").read_text(encoding="utf-8"),
            render_terminal(finished.report, color=False, width=200),
            render_index(totals),
        )

    return audited


@pytest.mark.parametrize(
    ("paragraph", "page", "result", "said"),
    [
        (
            f"“We counted 14 cracks in the deck of the bridge,” {LED_BY_LINKS}.",
            "<p>“We counted 41 cracks in the deck of the bridge,” Anna Lindqvist said.</p>",
            "problem",
            f"“14” in the article, “41” at {HOST}",
        ),
        (
            f"“The old bridge will be closed to lorries in May,” {LED_BY_LINKS}.",
            "<p>“The old bridge will not be closed to lorries in May,” Anna Lindqvist said.</p>",
            "problem",
            f"“bridge will be closed” in the article, “bridge will not be closed” at {HOST}",
        ),
        (
            f"“The gate is open and the yard is open to everybody in town,” {LED_BY_LINKS}.",
            "<p>“The gate is shut and the yard is shut to everybody in town,” Anna Lindqvist said.</p>",
            "problem",
            f"“open” in the article, “shut” at {HOST}",
        ),
        (
            f"“The town will never sell the old ferry to anybody,” {LED_BY_LINKS}.",
            "<p>“The town will never sell the old ferry to anybody,” Carl Nordin said.</p>",
            "problem",
            f"at {HOST}, Carl Nordin says “The town will never sell the old ferry to anybody,”",
        ),
        (
            f"“The engineers have slept under it since Easter,” {LED_BY_LINKS}.",
            f"<p>{'The council met about pipes and sewers of the old town. ' * 20}</p>",
            "problem",
            f"“The engineers have slept under it since Easter,” not found at {HOST}, which was read whole",
        ),
        (
            f"“The town will keep the ferry,” {LED_BY_LINKS}. “Nobody has asked us what it costs.”",
            f"<p>“The town will keep the ferry,” Anna Lindqvist said.</p><p>{'The council met about pipes and sewers of the old town. ' * 20}</p>",
            "problem",
            f"“Nobody has asked us what it costs.” not found at {HOST}, which was read whole",
        ),
        (
            f"“The town will keep the ferry and sell it to the port in spring,” {LED_BY_LINKS}.",
            "<p>“The town will keep the ferry and charge no fares. So it was agreed,” Anna Lindqvist said.</p>",
            "problem",
            f"“ferry and sell it to the port in spring” in the article, “ferry and charge no fares …” at {HOST}",
        ),
        (
            f"“Thirty men of the old port have slept under it since Easter,” {LED_BY_LINKS}.",
            "<p>They heard that “only thirteen men of the old port have slept under it since Easter,” Anna Lindqvist said.</p>",
            "problem",
            f"“Thirty” in the article, “thirteen” at {HOST}",
        ),
        (
            f"The bridge cost 661 million crowns, {LED_BY_LINKS}.",
            f"<p>The bridge cost 611 million crowns, she said. {'The council met. ' * 20}</p>",
            "check",
            f"“661 million” in the article, “611 million crowns” at {HOST}",
        ),
    ],
)
def test_the_first_lines_say_what_is_wrong_in_words(
    audit: Audit, paragraph: str, page: str, result: str, said: str
) -> None:
    read = audit(paragraph, page)
    number = {"problem": "1 problem, 0 to check", "check": "0 problems, 1 to check"}[result]
    row = f"line 1, Anna Lindqvist: {said}"
    plain = read.markdown.replace("`", "")
    assert f"> **{number}, 0 fine**\n>\n> - " in plain
    assert f"{row} [" in plain.split("\n## ")[0]
    title, counted, coverage, _, first, *_ = read.terminal.splitlines()
    assert (title, counted) == ("The bridge", f"{number}, 0 fine")
    assert coverage.startswith(("1 of 1 quotation compared", "0 of 1 statement's figures found"))
    assert first == f"{result:<8} line 1  Anna Lindqvist: {said}".replace("check    ", "check  ")
    assert f"{number}, 0 fine" in read.plain
    assert row in read.plain
    assert row in read.index.replace("`", "")
    assert "error" not in read.plain


def test_a_figure_of_a_statement_has_the_nearest_sentence_of_its_source(audit: Audit) -> None:
    sentence = "The bridge cost 611 million crowns, she said."
    page = f"<p>{sentence} {'The council met. ' * 20}</p>"
    read = audit(
        f"The bridge cost 661 million crowns, {LED_BY_LINKS}.", page, "--fail-on", "warning"
    )
    assert read.run.code == 1
    for text in (read.terminal, read.markdown, read.plain):
        assert sentence in text
        assert "0 of 1 statement's figures found; not: figure not at the source 1" in text


def test_a_date_that_the_source_has_nowhere_is_not_told_as_found(audit: Audit) -> None:
    page = f"<p>The bridge will open on Monday, she said. {'The council met. ' * 20}</p>"
    read = audit(f"The bridge will open on March 3, {LED_BY_LINKS}.", page, "--fail-on", "warning")
    assert read.run.code == 0
    assert "0 of 1 statement's figures found; not: date not at the source 1" in read.terminal
    assert "figures found, but for a date" in read.markdown
    again = audit(
        f"The bridge will open on March 3, {LED_BY_LINKS}.", page.replace("Monday", "3 March")
    )
    assert "1 of 1 statement's figures found" in again.terminal


def test_parts_that_were_not_compared_are_not_listed_again(audit: Audit) -> None:
    read = audit(f"“We counted 14 cracks in it,” {LED_BY_LINKS}. “Nobody counts them now.”", None)
    for text in (read.markdown, read.plain):
        assert "Part 1" not in text
        assert "Nobody counts them now." in text


def test_that_nothing_could_be_compared_is_no_result(audit: Audit) -> None:
    read = audit(
        f"“We counted 14 cracks in the deck of the bridge,” {LED_BY_LINKS}.", None, "--no-sources"
    )
    said = "Nothing could be compared: 1 of 1 source could not be read"
    for text in (read.terminal, read.markdown, read.plain, read.index):
        assert said in text
    for text in (read.terminal, read.markdown, read.plain):
        assert "0 problems" not in text
        assert "0 of 1 quotation compared; not: not in the captures 1" in text
    assert re.search(rf'class="result w-check"[^§]*?<h2[^>]*>[^§]*?{said}</h2>', read.html)


def test_what_lies_between_joined_passages_is_not_shown(audit: Audit) -> None:
    menu = '<nav><a href="/a">Politics today</a> <a href="/b">Weather and tides</a></nav>'
    page = (
        "<p>“We will open the northern bridge to all traffic in the spring,” Anna Lindqvist said.</p>"
        f"{menu}<p>She went on. Many things were said by the council about pipes and sewers.</p>{menu}"
        "<p>“The ferries will stop running on the same day for good,” she said.</p>"
    )
    joined = "“We will open the northern bridge to all traffic in the spring."
    read = audit(
        f"{joined} The ferries will stop running on the same day for good,” {LED_BY_LINKS}.", page
    )
    for text in (read.terminal, read.markdown, read.plain):
        assert "joins passages that stand apart" in text
        assert "Politics" not in text
    assert "Anna Lindqvist said. […] “The ferries will stop" in read.plain


def test_a_finding_can_be_answered_where_it_is_read(audit: Audit, tmp_path: Path) -> None:
    paragraph = f"“We counted 14 cracks in the deck of the bridge,” {LED_BY_LINKS}."
    page = "<p>“We counted 41 cracks in the deck of the bridge,” Anna Lindqvist said.</p>"
    read = audit(paragraph, page)
    [table] = re.findall(r"```toml\n(.*?)\n```", read.markdown, re.DOTALL)
    [comment] = re.findall(r"`(<!-- citeaudit: .*? -->)`", read.markdown)
    report = json.loads((tmp_path / "reports" / "bridge" / "report.json").read_text("utf-8"))
    [finding] = report["findings"]
    for text in (table, read.terminal, read.plain):
        assert finding["fingerprint"] in text
    assert comment in read.plain
    settings = tmp_path / "mine.toml"
    settings.write_text(table, encoding="utf-8")
    for answered in (
        audit(paragraph, page, "--config", str(settings)),
        audit(comment + paragraph, page),
    ):
        assert answered.run.code == 0
        assert "1 to check" in answered.plain
        assert "waived" in answered.plain
        assert "say why" in answered.markdown


def test_a_report_of_an_article_that_is_fine_is_no_longer_than_the_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT / "fixtures")
    text = (ROOT / "fixtures/articles/russia-taliban.html").read_text(encoding="utf-8")
    (tmp_path / "fine.html").write_text(text.replace("“regrettable”", "regrettable"), "utf-8")
    monkeypatch.chdir(tmp_path)
    web, sources = (
        ROOT / "fixtures/web.warc.gz",
        ROOT / "fixtures/articles/russia-taliban.sources.toml",
    )
    given = ("--sources", sources, "--captures", web, "--offline")
    assert citeaudit(capsys, "check", "fine.html", *given).code == 0
    report = json.loads(Path("reports/fine/report.json").read_text(encoding="utf-8"))
    assert report["counts"]["fine"] == report["counts"]["quotations"] == 5
    page = Path("reports/fine/report.md").read_text(encoding="utf-8")
    page = page.replace(f"{ROOT}/", "").replace("../", "")  # paths of this machine
    assert len(page) <= len(report["article"]["text"])


def test_every_severity_has_its_word_on_the_scale() -> None:
    assert list(OF_SEVERITY.values()) == ["problem", "check", "note", "waived", "known"]


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ({}, "Nothing could be compared: the article gives no source"),
        ({"searches": 2}, "; a search found no page to read"),
        ({"searches": 1, "searched": 1}, "the page that a search has read does not have the words"),
        (
            {"searches": 2, "searched": 12},
            "none of the 12 pages that a search has read has the words",
        ),
        (
            {"sources": 2, "unread": 2, "searches": 1, "searched": 3},
            (
                "Nothing could be compared: 2 of 2 sources could not be read; none of the 3 pages"
                " that a search has read has the words"
            ),
        ),
        ({"sources": 1}, "Nothing could be compared: see why below"),
    ],
)
def test_pages_that_were_searched_are_told(counted: dict[str, Any], said: str) -> None:
    counts = Counts(
        quotations=1, compared=0, problems=0, by_hand=1, fine=0, statements=0, unnamed=0
    )
    told = replace(counts, **counted).nothing
    assert told.endswith(said)
    of_search = (
        "No source was found: " if said.startswith(("the page", "none")) else "Nothing could"
    )
    assert told.startswith(of_search)


def test_the_line_of_two_parts_shows_the_graver_difference(audit: Audit) -> None:
    read = audit(
        f"“We do not want a strike,” {LED_BY_LINKS}, “but we will be afraid of one at the port.”",
        "<p>“We don’t want a strike,” Anna Lindqvist said, “but we will not be afraid of one at the"
        " port.” She said that on Monday, in the hall of the town, to some forty people.</p>",
    )
    [line] = [line for line in read.markdown.splitlines() if line.startswith("> - ")]
    assert "will not be" in line
    assert "don’t" not in line


def test_sentences_that_were_compared_with_nothing_are_told_in_every_format(audit: Audit) -> None:
    told = (
        f"“The old bridge will be closed to lorries in May,” {LED_BY_LINKS}."
        " It weighs 7,214 tonnes. The cinema had 312 visitors on Sunday."
    )
    filler = "The council met about pipes and sewers of the old town. " * 20
    page = f"<p>“The old bridge will be closed to lorries in May,” Anna Lindqvist said.</p><p>{filler}</p>"
    link = f'<a href="{PAGE}">town</a>'
    read = audit(told.replace("<a", "<a", 1) + f" See the {link}.", page)
    assert "2 sentences with figures compared with nothing" in read.markdown
    assert "line 1: It weighs 7,214 tonnes" in read.markdown
    assert "line 1: The cinema had 312 visitors on Sunday" in read.plain
    assert "2 sentences with figures compared with nothing" in read.terminal


def test_a_sentence_whose_figure_was_compared_is_not_among_those_that_were_not(
    audit: Audit,
) -> None:
    said = f"The bridge cost 611 million crowns, {LED_BY_LINKS}."
    filler = "The council met. " * 20
    read = audit(said, f"<p>The bridge cost 611 million crowns, she said. {filler}</p>")
    assert "compared with nothing" not in read.markdown + read.plain + read.terminal
