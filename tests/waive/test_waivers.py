"""Waivers of findings, from comments in the article and from the settings, through the whole command."""

from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.run import Run, citeaudit, report_of
from tests.end_to_end.web import Answer, page, write_web

OWN = "“Nobody asked the fishermen,” Tom Reyes said in the harbour."
SAID = "We will rebuild the bridge by spring and open it to everyone"
URL = "https://echo.example/story"
LINKED = f"“{SAID.replace('spring', 'autumn')},” Anna Lindqvist [said]({URL})."
DEAD = "https://echo.example/gone"
WHY = "own interview, notes 2 Nov"
COMMENT = f"<!-- citeaudit: ignore[source-unlinked] {WHY} -->"


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    story = f"“{SAID},” Anna Lindqvist said."
    gone = Answer(DEAD, "no", "404 Not Found")
    write_web(
        Path("web.warc.gz"), [Answer(URL, page("Bridge", [story, "More is to follow."])), gone]
    )


def check(
    capsys: pytest.CaptureFixture[str], text: str, *words: str, name: str = "story.md"
) -> tuple[Run, list[dict[str, Any]]]:
    Path(name).write_text(text, encoding="utf-8")
    options = ("--captures", "web.warc.gz", "--offline", "--show-known")
    run = citeaudit(capsys, "check", name, *options, *words)
    folder = Path("reports/story")
    return run, report_of(folder)["findings"] if folder.exists() else []


def test_a_comment_waives_a_finding_of_its_block_and_its_reason_is_in_every_report(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run, [finding] = check(capsys, f"{OWN} {COMMENT}\n", "--fail-on", "note")
    assert run.code == 0
    assert (finding["severity"], finding["before"]) == ("waived", "warning")
    assert finding["waiver"] == {"reason": WHY, "where": "line 1", "who": None, "until": None}
    assert f"story.md:1:2: waived source-unlinked {finding['message']}" in run.out
    assert finding["message"].endswith(f"Waived (line 1): {WHY}")
    report = Path("reports/story/report.md").read_text(encoding="utf-8")
    assert f"waived: {WHY}" in report
    assert "(source-unlinked)" in report
    [attribution] = report_of(Path("reports/story"))["attributions"]
    assert attribution["verdict"] == "not-compared"


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        (f"{COMMENT}\n\n{OWN}\n", ["waived"]),
        (f"{OWN}\n\n{COMMENT}\n\nIt rained.\n", ["warning"]),
        (f"{OWN} {COMMENT}\n\n{OWN}\n", ["warning", "waived"]),
        (f"{OWN} <!-- citeaudit: ignore[quote-absent] {WHY} -->\n", ["warning"]),
        (f"{OWN} <!-- citeaudit: ignore[quote-absent, source-unlinked] {WHY} -->\n", ["waived"]),
        (f"{OWN} <!--citeaudit:ignore[source-unlinked]\n{WHY}\n-->\n", ["waived"]),
    ],
)
def test_what_a_comment_covers(
    text: str, severities: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    _, findings = check(capsys, text)
    assert [finding["severity"] for finding in findings] == severities


def test_a_waived_error_fails_no_run_and_keeps_its_verdict(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert check(capsys, f"{LINKED}\n")[0].code == 1
    waived = f"{LINKED} <!-- citeaudit: ignore[quote-altered] she corrected it by phone -->\n"
    run, [finding] = check(capsys, waived)
    assert run.code == 0
    assert (finding["severity"], finding["before"]) == ("waived", "error")
    report = report_of(Path("reports/story"))
    assert report["attributions"][0]["verdict"] == "altered"
    assert (report["counts"]["fine"], report["counts"]["by_hand"]) == (0, 1)


def test_a_source_is_waived_where_all_blocks_that_cite_it_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    waived = f"See [the page]({DEAD}). <!-- citeaudit: ignore[link-dead] as of Monday -->\n"
    assert [finding["severity"] for finding in check(capsys, waived)[1]] == ["waived"]
    twice = f"{waived}\nAnd [again]({DEAD}).\n"
    assert [finding["severity"] for finding in check(capsys, twice)[1]] == ["warning"]


def test_comments_count_only_in_local_files_and_can_be_turned_off(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run, [finding] = check(capsys, f"{OWN} {COMMENT}\n", "--no-inline-waivers")
    assert finding["severity"] == "warning"
    assert "--no-inline-waivers" in report_of(Path("reports/story"))["repeat"]

    url = "https://echo.example/own"
    body = f"<!doctype html><html><body><article><p>{OWN} {COMMENT}</p></article></body></html>"
    write_web(Path("web.warc.gz"), [Answer(url, body)])
    run = citeaudit(capsys, "check", url, "--captures", "web.warc.gz", "--offline")
    assert " warning source-unlinked " in run.out

    with Path("story.md").open(encoding="utf-8") as piped:
        monkeypatch.setattr("sys.stdin", piped)
        run = citeaudit(capsys, "check", "-", "--input-format", "markdown", "--offline")
    assert " warning source-unlinked " in run.out


HOSTILE = {
    "no reason": ("<!-- citeaudit: ignore[source-unlinked] -->", "it gives no reason"),
    "an unknown rule": (
        f"<!-- citeaudit: ignore[source-unlinkd] {WHY} -->",
        "is no rule, did you mean source-unlinked?",
    ),
    "one unknown of two": (f"<!-- citeaudit: ignore[source-unlinked, *] {WHY} -->", "is no rule"),
    "all": (f"<!-- citeaudit: ignore[*] {WHY} -->", "is no rule"),
    "no rule": (f"<!-- citeaudit: ignore[] {WHY} -->", "is no rule"),
    "no brackets": (f"<!-- citeaudit: ignore {WHY} -->", "it cannot be understood"),
    "another word": (f"<!-- citeaudit: allow[source-unlinked] {WHY} -->", "cannot be understood"),
    "a megabyte": (
        f"<!-- citeaudit: ignore[source-unlinked] {'x' * 1_000_000} -->",
        "it has more than 1000 characters",
    ),
    "thousands": (COMMENT * 5000, "The article has 5000 comments for citeaudit"),
    "control characters": (
        "<!-- citeaudit: ignore[\x1b[31m] \x07 -->",
        "it cannot be understood",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_comment_gives_one_clear_note_and_waives_nothing(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    comment, message = HOSTILE[name]
    run, [unlinked, note] = check(capsys, f"{OWN} {comment}\n")
    assert (unlinked["rule"], unlinked["severity"]) == ("source-unlinked", "warning")
    assert (note["rule"], note["severity"]) == ("waiver-invalid", "note")
    assert message in note["message"]
    assert len(note["message"]) < 300
    assert "\x1b" not in run.out
    assert "waiver-invalid" in Path("reports/story/report.md").read_text(encoding="utf-8")


def settings(finding: dict[str, Any], **more: str) -> None:
    """A settings file that waives a finding."""
    entries = {
        "rule": finding["rule"],
        "fingerprint": finding["fingerprint"],
        "reason": WHY,
        **more,
    }
    lines = "".join(f'{key} = "{value}"\n' for key, value in entries.items() if value)
    Path("citeaudit.toml").write_text(f"[[waive]]\n{lines}", encoding="utf-8")


def test_a_table_of_the_settings_waives_by_fingerprint(capsys: pytest.CaptureFixture[str]) -> None:
    _, [finding] = check(capsys, f"{LINKED}\n")
    settings(finding, who="Nora Vale", until="2026-03-01")
    run, [waived] = check(capsys, f"It rained.\n\nAnd more.\n\n{LINKED}\n")
    assert run.code == 0
    assert waived["waiver"] == {
        "reason": WHY,
        "where": "citeaudit.toml",
        "who": "Nora Vale",
        "until": "2026-03-01",
    }
    assert f"Waived (citeaudit.toml, Nora Vale, until 2026-03-01): {WHY}" in run.out


@pytest.mark.parametrize(
    ("until", "words", "severity"),
    [
        ("2026-03-01", (), "waived"),  # the day of the capture
        ("2026-02-28", (), "error"),
        ("2026-02-28", ("--today", "2026-02-28"), "waived"),
        ("2026-03-01", ("--today", "2026-03-02"), "error"),
    ],
)
def test_a_waiver_that_has_ended_counts_no_more_and_says_so(
    until: str, words: tuple[str, ...], severity: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, [finding] = check(capsys, f"{LINKED}\n")
    settings(finding, until=until)
    run, [now] = check(capsys, f"{LINKED}\n", *words)
    assert now["severity"] == severity
    assert (run.code == 1) is (severity == "error")
    ended = f"The waiver in citeaudit.toml ended on {until}." in now["message"]
    assert ended is (severity == "error")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"reason": ""}, "'reason' is missing"),
        ({"rule": "quote-alterd"}, "did you mean quote-altered?"),
        ({"fingerprint": "abc"}, "'fingerprint': expected"),
        ({"until": "soon"}, "'until': expected the last day"),
        ({"wo": "Nora"}, "did you mean 'who'?"),
    ],
)
def test_a_wrong_table_is_one_clear_line(
    changed: dict[str, str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings({"rule": "quote-altered", "fingerprint": "0" * 32}, **changed)
    run, _ = check(capsys, f"{LINKED}\n")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert message in run.err


def test_a_report_with_waivers_is_computed_again_byte_for_byte(
    capsys: pytest.CaptureFixture[str],
) -> None:
    check(capsys, f"{OWN} {COMMENT}\n\n{LINKED}\n", "--ignore", "link-moved")
    file = Path("reports/story/report.json")
    before = file.read_bytes()
    repeat = report_of(file.parent)["repeat"]
    assert repeat[0] == "citeaudit"
    citeaudit(capsys, *repeat[1:])
    assert file.read_bytes() == before
