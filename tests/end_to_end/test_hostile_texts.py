"""Ten hostile articles with ten hostile sources, through the whole audit, in every format."""

import csv
import html
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from audit.cli.outputs import OUTPUTS
from tests.end_to_end.run import ROOT, Run, citeaudit

HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>",
    "attributes": "\" onmouseover=alert(1) style='x' '><a href=javascript:alert(1)>x</a>",
    "table": "| a | b |\n|---|---|\n| 1 | 2 | `one` ```two```",
    "markdown": "[click](javascript:alert(1)) ![x](https://evil.example/x.png) @octocat #1 <!--",
    "terminal": "\x1b[2J\x1b]8;;https://evil.example\x07link\x9b31m\x00\x08\x7f",
    "bidi": "\u202egnirts desrever\u2066 isolated \u200b\ufeff\U000e0041 zero",
    "formula": '=HYPERLINK("https://evil.example";"x");=1+1\t@SUM(A1)\r\n+1 -1 ＝1',
    "command": "::error::forged\n::add-mask::x ##[set-env name=A]b %0A::stop-commands::t",
    "xml": ']]> <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]> &b; \ufffe <?x ?> &#0;',
    "template": "{{ 7 * 7 }} {% include '/etc/passwd' %} ${7*7} %(x)s {0.__class__}",
}
BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SCHEMA = ROOT / "audit" / "report" / "report.schema.json"


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture
def audited(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[Run, Path]:
    """An article that quotes the text, names it as speaker and as title, and a source that has it."""
    text = request.param
    shown = html.escape(text.replace("\x00", "\ufffd"))
    monkeypatch.chdir(tmp_path)
    Path("article.html").write_text(
        f"<html lang='{shown}'><head><title>{shown} Harbour</title></head><body><article>"
        f"<p>“We will build the {shown} bridge by spring,” Anna {shown} Lindqvist told the"
        f" <a href='https://echo.example/{shown}'>Kelmouth Echo</a>.</p>"
        f"<p>“{shown} is what everybody in this town wants,” Anna Lindqvist said.</p>"
        f"<p>“Nobody has paid for any of the work so far,” Anna Lindqvist told the BBC.</p>"
        "</article></body></html>",
        encoding="utf-8",
    )
    Path("page.html").write_text(
        f"<html><head><title>{shown}</title></head><body><article><h1>{shown}</h1><p>“We will not"
        f" build the {shown} bridge by autumn,” Anna {shown} Lindqvist told us.</p><p>“{shown} is"
        f" what nobody in this town wants,” Anna Lindqvist said. {shown}</p></article></body></html>",
        encoding="utf-8",
    )
    Path("sources.toml").write_text(
        '[[source]]\nspeaker = "Anna Lindqvist"\nurl = "https://echo.example/a"\nfile = "page.html"\n',
        encoding="utf-8",
    )
    extra = [word for output in OUTPUTS for word in ("-o", f"{output.name}:out.{output.name}")]
    run = citeaudit(
        capsys,
        *(
            "check",
            "article.html",
            "--sources",
            "sources.toml",
            "--offline",
            "-f",
            "github",
            *extra,
        ),
    )
    assert run.code in {0, 1}, run.err
    return run, tmp_path


@pytest.mark.parametrize("audited", HOSTILE.values(), ids=HOSTILE, indirect=True)
def test_every_format_stays_what_it_is(audited: tuple[Run, Path]) -> None:
    run, folder = audited
    texts = {
        output.name: (folder / f"out.{output.name}").read_bytes().decode("utf-8")
        for output in OUTPUTS
    }
    for kind, text in texts.items():
        assert not BAD.search(text), kind
    assert not BAD.search(run.out + run.err)

    tree = json.loads(texts["json"])
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(tree)
    assert len(tree["attributions"]) >= 2
    [line] = texts["jsonl"].splitlines()
    assert json.loads(line) == tree

    [results] = [tool_run["results"] for tool_run in json.loads(texts["sarif"])["runs"]]
    assert len(results) == len(tree["findings"])
    assert not any(BAD.search(result["message"]["text"]) for result in results)

    [suite] = ET.fromstring(texts["junit"])  # noqa: S314 — our own
    assert len(suite.findall("testcase")) == len(tree["attributions"])

    for command in texts["github"].splitlines()[:-1]:
        assert re.match(
            r"::(error|warning|notice) title=[a-z-]+ \(citeaudit\),file=article\.html", command
        )
    assert run.out == texts["github"]

    sheet = texts["csv"].removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(sheet)))
    assert {len(row) for row in rows} == {11}
    for row in rows:
        for cell in row:
            assert not re.search(r"(?:\A|;)[\s\"]*[=+\-@＝＋－＠]", cell)

    for line in texts["terminal"].splitlines()[:-1]:
        assert re.match(r"article\.html(:[0-9]+:[0-9]+): (error|warning|note) [a-z-]+ ", line)

    table = [x for x in texts["markdown"].splitlines() if x.startswith("| ")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table}) <= 1

    for tag, attributes in Tags(texts["html"]).found:
        assert tag not in {"script", "img", "svg", "iframe", "form", "base", "object"}
        assert not {name for name in attributes if name.startswith("on") or name == "style"}
        assert re.match(r"https?://|#|data:,\Z", attributes.get("href") or "#")


@pytest.mark.parametrize("audited", HOSTILE.values(), ids=HOSTILE, indirect=True)
def test_the_report_read_back_gives_the_same_files(
    audited: tuple[Run, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    checked, folder = audited
    for output in OUTPUTS:
        run = citeaudit(capsys, "render", "reports/article/report.json", "-f", output.name)
        assert run.out.encode() == (folder / f"out.{output.name}").read_bytes()
        assert run.code == checked.code
