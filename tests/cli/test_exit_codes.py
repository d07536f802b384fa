"""Every way a run can end: one line, one code, nothing half-written; the reference has the table."""

import re
from pathlib import Path

import pytest

from audit.cli.app import SUMMARIES
from audit.cli.exits import Exit, worst
from tests.end_to_end.run import ROOT, citeaudit
from tests.end_to_end.web import Answer, page, write_web

SAID = "We will rebuild the bridge by spring if the money lasts"
URL = "https://echo.example/story"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article, its web, and the article with one word changed."""
    monkeypatch.chdir(tmp_path)
    story = f"“{SAID},” Anna Lindqvist said."
    write_web(tmp_path / "web.warc.gz", [Answer(URL, page("Bridge", [story, "More to follow."]))])
    text = f"“{SAID},” Anna Lindqvist [said]({URL})."
    (tmp_path / "fair.md").write_text(text, encoding="utf-8")
    (tmp_path / "changed.md").write_text(text.replace("spring", "autumn"), encoding="utf-8")
    (tmp_path / "plain.md").write_text("It rained all day in the town.", encoding="utf-8")
    (tmp_path / "elsewhere.md").write_text(text.replace("story", "other"), encoding="utf-8")
    return tmp_path


OFFLINE = ("--captures", "web.warc.gz", "--offline")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("fair.md",), Exit.OK),
        (("plain.md",), Exit.OK),
        (("changed.md",), Exit.FINDINGS),
        (("changed.md", "--fail-on", "never"), Exit.OK),
        (("fair.md", "changed.md"), Exit.FINDINGS),
        (("elsewhere.md",), Exit.OK),
        (("elsewhere.md", "--fail-on", "warning"), Exit.FINDINGS),
        (("elsewhere.md", "--fail-on-incomplete"), Exit.INCOMPLETE),
        (("elsewhere.md", "changed.md", "--fail-on-incomplete"), Exit.FINDINGS),
        (("missing.md", "changed.md"), Exit.UNREADABLE),
        (("http://[::1/", "fair.md"), Exit.UNREADABLE),
        (("https://nobody:secret@echo.example/other",), Exit.UNREADABLE),
        (("fair.md", "--style", "loose"), Exit.USAGE),
        (("fair.md", "--nope"), Exit.USAGE),
        (("fair.md", "-o", "nonsense"), Exit.USAGE),
        (("fair.md", "--allow-private", "localhost"), Exit.USAGE),
    ],
)
def test_the_exit_code_of_a_run(
    desk: Path, words: tuple[str, ...], code: Exit, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.is_dir()
    run = citeaudit(capsys, "check", *words, *OFFLINE)
    assert run.code == code
    assert "secret" not in run.out + run.err


def test_an_article_without_attributions_says_so(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.is_dir()
    run = citeaudit(capsys, "check", "plain.md", *OFFLINE)
    assert run.code == 0
    assert "0 of 0 quotations compared" in run.out


BAD_ARTICLES = {
    "missing.txt": None,
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "binary.txt": bytes(range(256)) * 4,
    "empty.html": b"<!doctype html><html><head><title>x</title></head><body></body></html>",
    "scripts.html": b"<html><body><script>var a = 'words in a script';</script></body></html>",
}


@pytest.mark.parametrize("name", sorted(BAD_ARTICLES))
def test_an_article_that_cannot_be_read_is_one_clear_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = BAD_ARTICLES[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    run = citeaudit(capsys, "check", name, "--offline")
    assert run.code == Exit.UNREADABLE
    assert run.out == ""
    assert run.err.count("\n") == 1
    assert name in run.err
    assert "Traceback" not in run.err
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize(
    "content", [b"", b"not an archive", b"\x1f\x8b" + bytes(50), b"WARC/1.1\r\n" + b"x" * 5000]
)
def test_a_broken_archive_is_one_clear_line(
    content: bytes, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "broken.warc.gz").write_bytes(content)
    run = citeaudit(capsys, "check", "fair.md", "--captures", "broken.warc.gz", "--offline")
    assert run.code == Exit.USAGE
    assert run.err.count("\n") == 1
    assert "broken.warc.gz" in run.err
    assert not (desk / "reports").exists()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[[source]\n", "sources.toml"),
        ('[[source]]\nurl = "https://e.example/"\n', "outlet"),
        ('[[source]]\noutlet = "BBC"\n', "url"),
        ('[[source]]\noutlett = "BBC"\nurl = "https://e.example/"\n', "outlet"),
        ('[[source]]\noutlet = "BBC"\nurl = "file:///etc/passwd"\n', "http"),
        (
            '[[source]]\noutlet = "BBC"\nurl = "https://e.example/"\nfile = "gone.html"\n',
            "gone.html",
        ),
    ],
)
def test_a_wrong_sources_file_is_one_clear_line(
    text: str, named: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "sources.toml").write_text(text, encoding="utf-8")
    run = citeaudit(capsys, "check", "fair.md", "--sources", "sources.toml", *OFFLINE)
    assert run.code == Exit.USAGE
    assert run.err.count("\n") == 1
    assert "sources.toml" in run.err
    assert named in run.err


def test_an_unknown_setting_names_the_nearest_known_one(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "citeaudit.toml").write_text('fail_onn = "never"\n', encoding="utf-8")
    run = citeaudit(capsys, "check", "fair.md", *OFFLINE)
    assert run.code == Exit.USAGE
    assert run.err.count("\n") == 1
    assert "fail-on" in run.err


def test_an_internal_error_is_one_line_a_log_and_exit_70(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(desk / "state"))
    (desk / "reports").mkdir()
    monkeypatch.setattr("audit.cli.runs.checking.check.deliver", lambda *_: 1 / 0)
    run = citeaudit(capsys, "check", "fair.md", *OFFLINE)
    assert run.code == Exit.INTERNAL
    last = run.err.splitlines()[-1]
    assert "internal error (ZeroDivisionError)" in last
    [log] = list((desk / "state").rglob("*.log"))
    assert str(log) in last
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_ctrl_c_is_130(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.is_dir()

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("audit.cli.runs.checking.check.deliver", interrupt)
    assert citeaudit(capsys, "check", "fair.md", *OFFLINE).code == Exit.INTERRUPTED


@pytest.mark.parametrize("command", [*SUMMARIES])
def test_a_command_without_its_words_says_which(
    command: str, capsys: pytest.CaptureFixture[str], desk: Path
) -> None:
    assert not (desk / "citeaudit.toml").exists()
    run = citeaudit(capsys, command)
    if command in {"config", "init", "explain"}:
        assert run.code == Exit.OK
        return
    assert run.code == Exit.USAGE
    assert run.err.count("\n") == 1


def test_no_argument_prints_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys)
    assert run.code == Exit.USAGE
    assert "check" in run.out


def test_the_first_of_several_codes_counts() -> None:
    order = [Exit.INTERRUPTED, Exit.INTERNAL, Exit.USAGE, Exit.UNREADABLE, Exit.FINDINGS]
    order += [Exit.INCOMPLETE, Exit.OK]
    for index, code in enumerate(order):
        assert worst(reversed(order[index:])) is code
    assert worst([]) is Exit.OK


def test_the_reference_shows_all_exit_codes_and_no_others() -> None:
    reference = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    section = reference.split("## Exit codes", 1)[1].split("\n## ", 1)[0]
    shown = [int(code) for code in re.findall(r"^\| `?(\d+)`? \|", section, re.MULTILINE)]
    assert shown == [code.value for code in Exit]


def test_a_password_in_a_link_reaches_no_report(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"“{SAID},” Anna Lindqvist [said](https://nobody:secret@echo.example/story)."
    (desk / "linked.md").write_text(text, encoding="utf-8")
    run = citeaudit(capsys, "check", "linked.md", *OFFLINE)
    assert run.code == 0
    assert "1 of 1 quotation compared" in run.out
    for file in (desk / "reports" / "linked").iterdir():
        assert "secret" not in file.read_text(encoding="utf-8")


def test_saving_copies_needs_keys_from_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("IA_ACCESS_KEY_ID", raising=False)
    article = tmp_path / "article.txt"
    article.write_text("“It is over,” Ann Lee told the BBC.", encoding="utf-8")
    run = citeaudit(capsys, "check", article, "--archive", "save", "--no-output-dir")
    assert run.code == 2
    assert "IA_ACCESS_KEY_ID" in run.err
    assert run.err.count("\n") == 1
