"""An archive that breaks off: what it has is used, and that the rest is missing is said."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.run import citeaudit, report_of
from tests.end_to_end.web import Answer, page, write_web

SAID = "We will mend the old bridge before the first frost of the year"
FIRST, SECOND = "https://news.example/bridge", "https://news.example/school"
ARTICLE = "\n\n".join(f"“{SAID},” Anna Lind [said]({url})." for url in (FIRST, SECOND))
OFFLINE = ("--offline", "--captures", "web.warc.gz")


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """The bytes of the first record of an archive that lacks the end of its second and last."""
    monkeypatch.chdir(tmp_path)
    archive = tmp_path / "web.warc.gz"
    answers = [Answer(url, page("Town", [f"“{SAID},” Anna Lind said."])) for url in (FIRST, SECOND)]
    records = []
    for answer in answers:
        write_web(archive, [answer])
        records.append(archive.read_bytes())
    archive.write_bytes(records[0] + records[1][:-40])
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    return len(records[0])


@pytest.mark.parametrize("articles", [["a.md"], ["a.md", "b.md"]])
def test_that_an_archive_breaks_off_is_said_once_and_in_each_report(
    articles: list[str], whole: int, capsys: pytest.CaptureFixture[str]
) -> None:
    run = citeaudit(capsys, "check", *articles, *OFFLINE)
    line = f"citeaudit: web.warc.gz breaks off behind byte {whole:,}: what came after is missing"
    assert [each.startswith(line) for each in run.err.splitlines()].count(True) == 1
    again = citeaudit(capsys, "check", *articles, *OFFLINE)
    assert again.out == run.out
    assert [each.startswith(line) for each in again.err.splitlines()].count(True) == 1
    for name in articles:
        folder = Path("reports") / name.removesuffix(".md")
        report = report_of(folder)
        assert [source["outcome"] for source in report["sources"]] == ["captured", "not-archived"]
        assert [archive["cut"] for archive in report["archives"]] == [whole]
        told = f"breaks off behind byte {whole:,}, and what came after is missing"
        assert told in (folder / "report.md").read_text("utf-8")
        assert told in (folder / "report.html").read_text("utf-8")


def test_a_report_that_is_read_back_still_says_so(
    whole: int, capsys: pytest.CaptureFixture[str]
) -> None:
    citeaudit(capsys, "check", "a.md", *OFFLINE)
    read = citeaudit(capsys, "render", "reports/a/report.json", "-f", "json")
    assert [archive["cut"] for archive in json.loads(read.out)["archives"]] == [whole]


def test_nothing_is_said_of_an_archive_that_is_whole(
    whole: int, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = Path("web.warc.gz")
    archive.write_bytes(archive.read_bytes()[:whole])
    run = citeaudit(capsys, "check", "a.md", *OFFLINE)
    assert "breaks off" not in run.err
    assert "cut" not in report_of(Path("reports/a"))["archives"][0]
