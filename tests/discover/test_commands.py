"""``check --discover``, ``check --dry-run`` and ``sources --discover``, from the command line."""

import os
import shutil
from pathlib import Path

import pytest

from audit.config import load_sources
from tests.discover.press import article, press
from tests.end_to_end.run import ROOT, citeaudit, report_of, said_with

WEB = ("--captures", ROOT / "fixtures" / "web.warc.gz", "--offline")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(ROOT / "fixtures" / "articles" / "russia-taliban.html", tmp_path / "story.html")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_sources_file_is_filled_in_with_what_was_found(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = citeaudit(capsys, "sources", "story.html", "--discover", "-o", "story.sources.toml", *WEB)
    assert run.code == 0, run.err
    text = (desk / "story.sources.toml").read_text(encoding="utf-8")
    assert "# found by a search, to be confirmed: in the sitemap https://www.bbc.com/" in text
    urls = {source.url for source in load_sources(desk / "story.sources.toml")}
    assert urls == {
        "https://www.bbc.com/news/articles/cx0exampl3o",
        "https://www.cbsnews.com/news/russia-taliban-recognition-example/",
    }
    assert citeaudit(capsys, "check", "story.html", *WEB).code == 0
    report = report_of(desk / "reports" / "story")
    assert said_with(report, "a regime that is authoritarian")["standing"] == "supplied"


@pytest.mark.parametrize(
    ("were", "is_changed"), [("", False), ("a regime that was authoritarian", True)]
)
def test_the_sources_file_says_where_words_stand_changed(
    *, were: str, is_changed: bool, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = desk / "story.html"
    text = story.read_text("utf-8")
    story.write_text(
        text.replace("a regime that is authoritarian", were or "a regime that is authoritarian"),
        "utf-8",
    )
    run = citeaudit(capsys, "sources", "story.html", "--discover", *WEB)
    assert run.code == 0, run.err
    assert ("(these stand in other words on the page that was found)" in run.out) is is_changed


@pytest.mark.parametrize(
    ("words", "standing", "repeated"),
    [((), "discovered", False), (("--discover", "off"), "unlinked", True)],
)
def test_a_search_is_done_unless_it_is_off(
    words: tuple[str, ...],
    standing: str,
    *,
    repeated: bool,
    desk: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert citeaudit(capsys, "check", "story.html", *words, *WEB).code == 0
    report = report_of(desk / "reports" / "story")
    assert said_with(report, "a regime that is authoritarian")["standing"] == standing
    assert ("--discover" in report["repeat"]) is repeated


@pytest.mark.parametrize(("ci", "asks"), [("", True), ("true", False)])
def test_a_build_server_is_not_sent_to_search(
    ci: str,
    *,
    asks: bool,
    desk: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", ci)
    with press() as echo:
        article(desk)
        settings = f'allow-private = ["{echo.host}"]\n[sites]\n"Kelmouth Echo" = "{echo.base}/"\n'
        (desk / "own.toml").write_text(settings, encoding="utf-8")
        citeaudit(
            capsys,
            "check",
            "story.html",
            "--config",
            "own.toml",
            "--delay",
            "0",
            "--archive",
            "none",
        )
        assert ("/robots.txt" in echo.asked) is asks


def test_a_dry_run_shows_what_would_be_sent_and_asks_nobody(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with press() as echo:
        service = f'[search]\nurl = "{echo.base}/search?q={{query}}"\n'
        (desk / "own.toml").write_text(service, encoding="utf-8")
        run = citeaudit(capsys, "check", "story.html", "--dry-run", "--config", "own.toml")
        assert run.code == 0
        [sent, *_] = [line for line in run.out.splitlines() if "is sent these words" in line]
        assert echo.base in sent
        assert "authoritarian" in sent
        assert "a regime that is authoritarian" not in sent
        assert "https://www.bbc.com/" in run.out
        assert "https://feeds.bbci.co.uk/news/rss.xml" in run.out
        assert echo.asked == []
        (desk / "own.toml").write_text(service + "phrase = true\n", encoding="utf-8")
        run = citeaudit(capsys, "check", "story.html", "--dry-run", "--config", "own.toml")
        assert "“a regime that is authoritarian" in run.out
        assert not os.path.lexists(desk / "reports")


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ('[search]\nurl = "https://s.example/"', "'search'"),
        ('[search]\nurl = "https://{query}.example/"', "'search'"),
        ('[search]\nurl = "https://s.example/?q={query}"\nkey-header = "Cookie"', "'search'"),
        ('[sites]\nEcho = "ftp://x"', "'sites'"),
        ('discover = "some"', "'discover': expected one of named, all, off"),
    ],
)
def test_settings_that_cannot_be_are_refused(
    given: str, complaint: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "own.toml").write_text(given + "\n", encoding="utf-8")
    run = citeaudit(capsys, "check", "story.html", "--config", "own.toml", "--offline")
    assert run.code == 2
    assert complaint in run.err


def test_a_projects_file_names_no_search_service(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = '[search]\nurl = "https://s.example/?q={query}"\n'
    (desk / "citeaudit.toml").write_text(given, encoding="utf-8")
    run = citeaudit(capsys, "check", "story.html", "--offline")
    assert run.code == 2
    assert "'search' is not for a project's file" in run.err
