"""Ten articles, each with one seeded fault, or none: the expected finding and no other, in every format."""

import csv
import io
import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.end_to_end.run import citeaudit
from tests.loopback import serving

SOURCE = """<html lang="en"><head><title>Harbour budget</title></head><body><article>
<h1>Harbour budget passed</h1>
<p>“We will not sell the old cranes, and we have set aside 48 million crowns for repairs,” said
treasurer Anna Lindqvist. “The quays can wait until the autumn if the winter is mild.”</p>
<p>“Nobody asked the crane drivers what they think of it,” said union leader Bo Holm.</p>
</article></body></html>"""

# The words of an article, whom they are given to, the page that is linked, and the rule that must speak.
SEEDED = {
    "faithful": ("We will not sell the old cranes", "Anna Lindqvist", "source", None),
    "marked": ("We will … sell the old cranes", "Anna Lindqvist", "source",
               "ellipsis-drops-negation"),
    "figure": ("we have set aside 84 million crowns for repairs", "Anna Lindqvist", "source",
               "quote-number-changed"),
    "negation": ("We will sell the old cranes", "Anna Lindqvist", "source", "quote-negation-changed"),
    "word": ("Nobody asked the crane owners what they think of it", "Bo Holm", "source", "quote-altered"),
    "invented": ("The ferry must stop every night at ten", "Bo Holm", "source", "quote-absent"),
    "other": ("Nobody asked the crane drivers what they think of it", "Anna Lindqvist", "source",
              "quote-misattributed"),
    "short": ("The quays can wait until the autumn", "Anna Lindqvist", "source", "quote-cut-short"),
    "dead": ("We will not sell the old cranes", "Anna Lindqvist", "gone", "link-dead"),
    "unlinked": ("We will not sell the old cranes", "Anna Lindqvist", None, "source-unlinked"),
}  # fmt: skip
FORMATS = ("terminal", "markdown", "json", "jsonl", "html", "sarif", "junit", "github", "csv")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    web = tmp_path_factory.mktemp("web")
    (web / "source.html").write_text(SOURCE, encoding="utf-8")
    with serving(partial(Quiet, directory=web)) as site:
        yield site


def test_every_format_tells_each_seeded_fault(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    for name, (words, who, page, _) in SEEDED.items():
        said = "said" if page is None else f'<a href="http://{site}/{page}.html">said</a>'
        (tmp_path / "drafts" / f"{name}.html").write_text(
            f'<html lang="en"><body><article><h1>Harbour</h1><p>“{words},” {who} {said}.</p></article></body></html>',
            encoding="utf-8",
        )
    outputs = [word for format_ in FORMATS for word in ("-o", f"{format_}:all.{format_}")]
    web = ("--allow-private", site, "--delay", "0", "--archive", "none")
    assert citeaudit(capsys, "check", "drafts/", *web, *outputs).code == 1
    told = {
        format_: (tmp_path / f"all.{format_}").read_text(encoding="utf-8") for format_ in FORMATS
    }

    wanted = {name: [] if rule is None else [rule] for name, (*_, rule) in SEEDED.items()}
    reports = json.loads(told["json"])
    assert reports == [json.loads(line) for line in told["jsonl"].splitlines()]
    found: dict[str, list[str]] = {
        Path(report["article"]["path"]).stem: sorted(
            finding["rule"] for finding in report["findings"]
        )
        for report in reports
    }
    # What a page that is not there makes of its quotation is told beside the link.
    assert {
        name: [rule for rule in rules if (name, rule) != ("dead", "source-unavailable")]
        for name, rules in found.items()
    } == wanted

    of_rules = [rule for rules in found.values() for rule in rules]
    [run] = json.loads(told["sarif"])["runs"]
    assert sorted(result["ruleId"] for result in run["results"]) == sorted(of_rules)
    suites = ET.fromstring(told["junit"])  # noqa: S314 — written by us
    assert {suite.get("name") for suite in suites.iter("testsuite")} == {
        f"drafts/{name}.html" for name in SEEDED
    }
    rows = list(csv.DictReader(io.StringIO(told["csv"].removeprefix("\ufeff"))))
    assert len(rows) == len(SEEDED)
    for rule in set(of_rules):
        for format_ in ("terminal", "markdown", "html", "github", "junit"):
            assert rule in told[format_], (rule, format_)
