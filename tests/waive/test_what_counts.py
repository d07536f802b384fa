"""Selection, severities and the baseline, through the whole command."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.end_to_end.run import ROOT, citeaudit, report_of
from tests.end_to_end.web import Answer, page, write_web

SAID = "We will rebuild the bridge by spring and open it to everyone"
URL = "https://echo.example/story"
ALTERED = f"“{SAID.replace('spring', 'autumn')},” Anna Lindqvist [said]({URL})."
OWN = "“Nobody asked the fishermen,” Tom Reyes said in the harbour."
TITLE = "The road to the “Bridge of Sighs” is closed on Monday."
SCHEMA = json.loads((ROOT / "audit/waive/baseline.schema.json").read_text(encoding="utf-8"))
OFFLINE = ("--captures", "web.warc.gz", "--offline")


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    story = f"“{SAID},” Anna Lindqvist said."
    write_web(Path("web.warc.gz"), [Answer(URL, page("Bridge", [story, "More is to follow."]))])
    write(ALTERED, OWN, TITLE)


def write(*paragraphs: str) -> None:
    Path("story.md").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def found(
    capsys: pytest.CaptureFixture[str], *words: str, name: str = "story.md"
) -> tuple[int, list[tuple[str, str]]]:
    """The exit code and the findings: (rule, severity)."""
    run = citeaudit(capsys, "check", name, *OFFLINE, *words)
    report = report_of(Path("reports") / Path(name).stem)
    return run.code, [(finding["rule"], finding["severity"]) for finding in report["findings"]]


ALL = [("quote-altered", "error"), ("source-unlinked", "warning"), ("quote-unattributed", "note")]


@pytest.mark.parametrize(
    ("words", "settings", "code", "findings"),
    [
        ((), "", 1, ALL),
        (("--select", "quote-altered"), "", 1, ALL[:1]),
        (("--select", "source-unlinked", "--select", "quote-unattributed"), "", 0, ALL[1:]),
        (("--ignore", "quote-altered"), "", 0, ALL[1:]),
        (("--select", "quote-altered", "--ignore", "quote-altered"), "", 0, []),
        ((), 'quote-altered = "off"', 0, ALL[1:]),
        (("--select", "quote-altered"), 'quote-altered = "off"', 1, ALL[:1]),
        ((), 'quote-altered = "warning"', 0, [("quote-altered", "warning"), *ALL[1:]]),
        (
            (),
            'source-unlinked = "error"',
            1,
            [("quote-altered", "error"), ("source-unlinked", "error"), ALL[2]],
        ),
    ],
)
def test_what_is_selected_and_how_grave_it_is(
    words: tuple[str, ...],
    settings: str,
    code: int,
    findings: list[tuple[str, str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("citeaudit.toml").write_text(f"[severity]\n{settings}\n", encoding="utf-8")
    assert found(capsys, *words) == (code, findings)


def test_what_a_rule_takes_lightly_stays_light(capsys: pytest.CaptureFixture[str]) -> None:
    write(f"“{SAID.replace('We will', 'We’ll')},” Anna Lindqvist [said]({URL}).")
    assert found(capsys) == (0, [("quote-altered", "note")])
    Path("citeaudit.toml").write_text('[severity]\nquote-altered = "error"\n', encoding="utf-8")
    assert found(capsys) == (0, [("quote-altered", "note")])


@pytest.mark.parametrize(
    ("words", "settings"),
    [
        (("--select", "quote-alterd"), ""),
        (("--ignore", "quote_altered"), ""),
        ((), '[severity]\nquote-alter = "off"\n'),
    ],
)
def test_an_unknown_rule_is_answered_with_the_nearest(
    words: tuple[str, ...], settings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("citeaudit.toml").write_text(settings, encoding="utf-8")
    run = citeaudit(capsys, "check", "story.md", *OFFLINE, *words)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "did you mean quote-altered?" in run.err


@pytest.mark.parametrize(
    "settings",
    ['[severity]\nquote-altered = "bad"\n', 'severity = "error"\n', 'fail-on = "waived"\n'],
)
def test_an_unknown_severity_is_one_clear_line(
    settings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("citeaudit.toml").write_text(settings, encoding="utf-8")
    run = citeaudit(capsys, "check", "story.md", *OFFLINE)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "expected" in run.err


def test_what_a_baseline_has_is_known_and_fails_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    code, findings = found(capsys, "--write-baseline", "known.json")
    assert (code, findings) == (0, ALL)
    Draft202012Validator(SCHEMA).validate(baseline())
    code, findings = found(capsys, "--baseline", "known.json", "--fail-on", "note")
    assert (code, {severity for _, severity in findings}) == (0, {"known"})
    befores = {finding["before"] for finding in report_of(Path("reports/story"))["findings"]}
    assert befores == {"error", "warning", "note"}


def baseline() -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(Path("known.json").read_text(encoding="utf-8"))
    return tree


def test_edits_elsewhere_leave_findings_known_and_a_new_one_is_new(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found(capsys, "--write-baseline", "known.json")
    moved = ALTERED.replace("“", '"').replace("”", '"')  # typography is no edit of the words
    write("It rained all day.", TITLE, "And on.", OWN, moved, "“Never again,” said Ada Brandt.")
    code, findings = found(capsys, "--baseline", "known.json")
    assert code == 0
    assert findings == [
        ("source-unlinked", "warning"),
        ("quote-unattributed", "known"),
        ("source-unlinked", "known"),
        ("quote-altered", "known"),
    ]


@pytest.mark.parametrize(
    "changed",
    [
        ALTERED.replace("autumn", "winter"),
        ALTERED.replace("Anna Lindqvist", "Tom Reyes"),
    ],
)
def test_other_words_or_another_speaker_are_new(
    changed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found(capsys, "--write-baseline", "known.json")
    write(changed, OWN, TITLE)
    code, findings = found(capsys, "--baseline", "known.json")
    assert (code, findings[0][1]) == (1, "error")


def test_another_article_with_the_same_words_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    found(capsys, "--write-baseline", "known.json")
    shutil.copy("story.md", "other.md")
    assert found(capsys, "--baseline", "known.json", name="other.md") == (1, ALL)
    absolute = str(Path("story.md").resolve())
    assert found(capsys, "--baseline", "known.json", name=absolute)[0] == 0


def test_of_findings_that_are_alike_as_many_are_known_as_were_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(ALTERED, "Later:", ALTERED)
    found(capsys, "--write-baseline", "known.json")
    assert [finding["count"] for finding in baseline()["findings"]] == [2]
    write(ALTERED, "Later:", ALTERED, "And again:", ALTERED)
    code, findings = found(capsys, "--baseline", "known.json")
    assert (code, [severity for _, severity in findings]) == (1, ["error", "known", "known"])


def test_a_finding_that_has_become_graver_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    Path("citeaudit.toml").write_text('[severity]\nquote-altered = "note"\n', encoding="utf-8")
    found(capsys, "--write-baseline", "known.json")
    Path("citeaudit.toml").unlink()
    code, findings = found(capsys, "--baseline", "known.json")
    assert (code, findings[0]) == (1, ("quote-altered", "error"))


def test_a_waived_finding_is_in_no_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    write(f"{OWN} <!-- citeaudit: ignore[source-unlinked] own interview -->")
    found(capsys, "--write-baseline", "known.json")
    assert baseline()["findings"] == []


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"schema": "urn:citeaudit:schema:baseline:3", "findings": []}',
        b'{"schema": "urn:citeaudit:schema:baseline:2", "findings": []}',
        b'{"schema": "urn:citeaudit:schema:baseline:2", "paths_from": "x", "findings": []}',
        b'{"schema": "urn:citeaudit:schema:baseline:1", "findings": 7}',
        b'{"schema": "urn:citeaudit:schema:baseline:1", "findings": [{"fingerprint": []}]}',
        (
            b'{"schema": "urn:citeaudit:schema:baseline:1", "findings": [{"article": "a", "rule": "b",'
            b' "fingerprint": "c", "severity": "error", "count": true}]}'
        ),
    ],
)
def test_what_is_no_baseline_is_one_clear_line(
    content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        Path("known.json").write_bytes(content)
    run = citeaudit(capsys, "check", "story.md", *OFFLINE, "--baseline", "known.json")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "known.json" in run.err


def test_what_waived_or_knew_an_unlinked_quotation_covers_one_that_no_cited_page_has(
    capsys: pytest.CaptureFixture[str],
) -> None:
    beside = f"{OWN} The [bridge]({URL}) is older."
    write(OWN)
    assert (
        citeaudit(capsys, "check", "story.md", *OFFLINE, "--write-baseline", "known.json").code == 0
    )
    write(beside)
    assert found(capsys) == (0, [("quote-not-in-cited", "note")])
    assert found(capsys, "--baseline", "known.json") == (0, [("quote-not-in-cited", "known")])
    write(f"{beside} <!-- citeaudit: ignore[source-unlinked] own interview -->")
    assert found(capsys) == (0, [("quote-not-in-cited", "waived")])
    write(f"{beside} <!-- citeaudit: ignore[quote-absent] own interview -->")
    assert found(capsys) == (0, [("quote-not-in-cited", "note")])
