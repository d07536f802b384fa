"""Over real HTTP on loopback: the live run, its archive, and the same report again offline."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from audit.capture.archive.records import scan
from tests.end_to_end.run import citeaudit, report_of, said_with
from tests.end_to_end.web import page
from tests.loopback import serving

SAID = "We will rebuild the bridge by spring if the money lasts"


class Site(BaseHTTPRequestHandler):
    """An article at /article, its source behind a redirect, and a dead link."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/short":
            self.answer(301, "", location="/story")
        elif self.path == "/story":
            self.answer(
                200, page("Bridge", [f"“{SAID},” Anna Lindqvist said.", "More to follow."] * 5)
            )
        elif self.path == "/article":
            self.answer(200, article("Markets"))
        else:
            self.answer(404, page("Not found", ["There is nothing here."]))

    def answer(self, status: int, text: str, location: str | None = None) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if location is not None:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def article(title: str) -> str:
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title></head><body><article>"
        f"<h1>{title}</h1><p>It rained all day in the town, and the fair was called off at noon.</p>"
        f"<p>“{SAID},” Anna Lindqvist <a href='/short'>said</a> to all who would hear her.</p>"
        "<p>“It is much too wide for us,” Bo Holm <a href='/gone'>said</a> in the evening.</p>"
        "</article></body></html>"
    )


@pytest.fixture
def site() -> Iterator[str]:
    with serving(Site) as site:
        yield site


def test_a_live_audit_and_the_same_again_from_its_captures(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    url = f"http://{site}/article"
    live = citeaudit(capsys, "check", url, "--allow-private", site)
    folder = tmp_path / "reports" / "article"
    assert live.code == 0, live.err
    report = report_of(folder)
    found = said_with(report, SAID)
    assert (found["verdict"], found["standing"]) == ("verbatim", "linked")
    assert found["contents"][0]["line"] is None
    assert found["contents"][0]["paragraph"] == 2
    sources = {source["url"]: source for source in report["sources"]}
    story = sources[f"http://{site}/short"]
    assert [hop["status"] for hop in story["hops"]] == [301]
    assert story["final_url"] == f"http://{site}/story"
    assert sources[f"http://{site}/gone"]["outcome"] == "not-found"
    assert report["archives"][0]["path"] == "captures.warc.gz"

    written = {file: (folder / file).read_bytes() for file in ("report.md", "report.json")}
    again = citeaudit(
        capsys, *("check", url, "--captures", "reports/article/captures.warc.gz", "--offline")
    )
    assert again.code == 0, again.err
    assert again.out == live.out
    for file, before in written.items():
        assert (folder / file).read_bytes() == before


def test_a_private_address_is_refused_unless_it_is_allowed(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "article.md"
    path.write_text(f"“{SAID},” Anna Lindqvist [said](http://{site}/story).", encoding="utf-8")
    run = citeaudit(capsys, "check", path, "--output-dir", tmp_path / "out")
    assert run.code == 0
    report = report_of(tmp_path / "out" / "article")
    assert [source["outcome"] for source in report["sources"]] == ["refused"]
    assert said_with(report, SAID)["reason"] == "source-not-captured"


def test_an_article_that_cannot_be_fetched_is_unreadable(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = citeaudit(
        capsys,
        *("check", f"http://{site}/nowhere", "--allow-private", site),
        *("--output-dir", tmp_path / "out"),
    )
    assert run.code == 3
    assert "not-found" in run.err
    assert run.err.count("\n") == 1
    assert not (tmp_path / "out" / "nowhere").exists() or not list(
        (tmp_path / "out" / "nowhere").iterdir()
    )


def test_an_audit_from_the_archive_that_it_adds_to_loses_nothing(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    url, allowed = f"http://{site}/article", ("--allow-private", site)
    assert citeaudit(capsys, "check", url, *allowed).code == 0
    archive = tmp_path / "reports" / "article" / "captures.warc.gz"
    before, report = archive.read_bytes(), report_of(archive.parent)
    words = ("--captures", "reports/article/captures.warc.gz")
    assert citeaudit(capsys, "check", url, *allowed, *words).code == 0
    assert archive.read_bytes().startswith(before)
    again = report_of(archive.parent)
    assert again["sources"] == report["sources"]
    assert [kept["path"] for kept in again["archives"]] == ["captures.warc.gz"]
    assert again["repeat"].count("--captures") == 1
    assert citeaudit(capsys, "verify", archive.with_name("report.json")).code == 0


def test_an_audit_again_asks_what_has_changed(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in ((), ("--max-age", "1h"), ()):  # on a person's machine, an hour is usual
        run = citeaudit(
            capsys, *("check", f"http://{site}/article", "--allow-private", site, *words)
        )
        assert run.code == 0, run.err
    archive = tmp_path / "reports" / "article" / "captures.warc.gz"
    urls = [record.uri for record in scan(archive) if record.kind == "response"]
    assert len(set(urls)) == len(urls), "a young capture was asked for again"
    monkeypatch.setenv("CI", "true")
    assert citeaudit(capsys, "check", f"http://{site}/article", "--allow-private", site).code == 0
    assert [record.uri for record in scan(archive) if record.kind == "revisit"]
    assert citeaudit(capsys, "verify", archive.with_name("report.json")).code == 0


def test_a_link_that_is_no_address_is_refused_and_no_crash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "article.html"
    path.write_text(article("Markets").replace("/short", "http://[::1"), encoding="utf-8")
    run = citeaudit(capsys, "check", path, "--output-dir", tmp_path / "out")
    assert run.code in {0, 1}, run.err
    outcomes = [source["outcome"] for source in report_of(tmp_path / "out" / "article")["sources"]]
    assert set(outcomes) <= {"refused", "unsupported-scheme"}


def test_of_many_archives_that_are_not_believed_three_are_named(
    site: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    for number in range(5):
        text = f"“{SAID},” Anna Lindqvist [said](http://{site}/story).\n"
        (tmp_path / "drafts" / f"{number}.md").write_text(text, encoding="utf-8")
    words = ("check", "drafts", "--allow-private", site, "--delay", "0")
    assert citeaudit(capsys, *words).code == 0
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path.parent / f"{tmp_path.name}-another"))
    assert citeaudit(capsys, *words).code == 0
    named = [line for line in caplog.messages if "no run of this user made" in line]
    assert len(named) == 3
    assert named[-1].endswith("so it may be with others, which are not named")
