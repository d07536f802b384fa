"""Many articles in one run: each cited page asked once, one bad article stops no other."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import pytest

from audit.capture.archive.records import scan
from tests.end_to_end.run import ROOT, citeaudit, report_of
from tests.end_to_end.web import page
from tests.loopback import serving

SAID = "We will rebuild the bridge by spring if the money lasts"
ARTICLE = """<html lang="en"><body><article><h1>{title}</h1>
<p>It rained all day in the town, and the fair of {title} was called off at noon.</p>
<p>“{words},” Anna Lindqvist <a href="{site}/story">said</a> to all who would hear her.</p>
{more}</article></body></html>"""


class Story(BaseHTTPRequestHandler):
    asked: ClassVar[Counter[str]] = Counter()
    gone: ClassVar[threading.Event] = threading.Event()  # nobody waits for the slow page any more
    times: ClassVar[list[float]] = []

    def do_GET(self) -> None:
        Story.asked[self.path] += 1
        if self.path != "/robots.txt":  # which counts as the page that it is asked for
            Story.times.append(time.monotonic())
        if self.path == "/slow":
            Story.gone.wait()
        found = self.path == "/story"
        body = page("Bridge", [f"“{SAID},” Anna Lindqvist said.", "More to follow."] * 5).encode()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def served() -> Iterator[str]:
    """The host and port of a server that runs meanwhile."""
    with serving(Story) as site:
        yield site


@pytest.fixture
def site() -> Iterator[str]:
    Story.asked.clear()
    Story.times.clear()
    with served() as site:
        yield site


@pytest.fixture
def slow_site() -> Iterator[str]:
    Story.gone.clear()
    with served() as site:
        yield site
        Story.gone.set()


def write(folder: Path, name: str, site: str, words: str = SAID, more: str = "") -> Path:
    path = folder / f"{name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = ARTICLE.format(title=name, words=words, site=f"http://{site}", more=more)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, site: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in", "one", site)
    write(
        tmp_path / "in", "two", site, "We will not rebuild the bridge by spring if the money lasts"
    )
    write(tmp_path / "in" / "deep", "three", site)
    (tmp_path / "in" / "empty.md").write_bytes(b"")
    (tmp_path / "in" / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "in" / ".hidden.md").write_text("x", encoding="utf-8")
    return tmp_path


def test_a_folder_is_audited_as_a_whole(
    folder: Path, site: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run = citeaudit(
        capsys, "check", "in", "--allow-private", site, "--delay", "0", "--archive", "none"
    )
    assert run.code == 1
    assert "passed over 1 empty" in run.err
    reports = folder / "reports" / "in"
    assert {path.parent for path in reports.rglob("report.json")} == {
        *(reports / "one", reports / "two", reports / "deep" / "three")
    }
    assert report_of(reports / "one")["attributions"][0]["verdict"] == "verbatim"
    assert report_of(reports / "two")["attributions"][0]["verdict"] == "altered"
    index = (folder / "reports" / "index.md").read_text(encoding="utf-8")
    assert index.index("[two]") < index.index("[one]")
    assert "3 times: <http://" in index
    for what in ("[one](<in/one/report.md>)", "in/deep/three.html", "| 127.0.0.1 | 3 |"):
        assert what in index
    page = (folder / "reports" / "index.html").read_text(encoding="utf-8")
    assert '<a href="in/deep/three/report.html">three</a>' in page
    lines = (folder / "reports" / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [(each["article"], each["severity"]) for each in found] == [("in/two.html", "error")]
    assert (found[0]["report"], found[0]["line"]) == ("in/two", 3)


def test_a_page_that_several_cite_is_asked_once_and_kept_by_each(
    folder: Path, site: str, capsys: pytest.CaptureFixture[str]
) -> None:
    citeaudit(
        capsys,
        "check",
        "in",
        "--allow-private",
        site,
        "--delay",
        "0",
        "--archive",
        "none",
        "-j",
        "8",
    )
    assert Story.asked["/story"] == 1
    ids = set()
    for name in ("in/one", "in/two", "in/deep/three"):
        archive = folder / "reports" / name / "captures.warc.gz"
        assert any(record.uri == f"http://{site}/story" for record in scan(archive))
        [source] = report_of(folder / "reports" / name)["sources"]
        ids.add(source["record_id"])
        again = citeaudit(capsys, "verify", folder / "reports" / name / "report.json")
        assert again.code == 0
    assert len(ids) == 3


def test_the_pause_of_a_host_holds_across_articles(
    tmp_path: Path, site: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(3):
        more = f"<p>“It is much too wide,” Bo Holm <a href='http://{site}/p{number}'>said</a>.</p>"
        write(tmp_path / "in", f"a{number}", site, more=more)
    citeaudit(capsys, "check", "in", "--allow-private", site, "--delay", "0.3", "--archive", "none")
    times = sorted(Story.times)
    assert len(times) == 4
    assert all(later - earlier >= 0.28 for earlier, later in pairwise(times))


def test_a_list_names_the_inputs(
    folder: Path, site: str, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = folder / "list.txt"
    listed.write_text("# today's\nin/one.html\n\nin/one.html\nin/deep/*.html\n", encoding="utf-8")
    run = citeaudit(
        capsys,
        "check",
        "--from-file",
        listed,
        "--allow-private",
        site,
        "--delay",
        "0",
        "--archive",
        "none",
    )
    assert run.code == 0
    assert {path.parent.name for path in (folder / "reports").rglob("report.json")} == {
        "one",
        "three",
    }


def test_nothing_to_audit_is_a_mistake_in_the_call(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert citeaudit(capsys, "check").code == 2
    (folder / "bare").mkdir()
    run = citeaudit(capsys, "check", "bare")
    assert run.code == 3
    assert "has no articles below it" in run.err


def test_ctrl_c_leaves_the_reports_of_what_was_finished(
    tmp_path: Path, site: str, slow_site: str
) -> None:
    write(tmp_path, "quick", site)
    write(
        tmp_path,
        "slow",
        site,
        more=f"<p>“Too wide,” Bo Holm <a href='http://{slow_site}/slow'>said</a>.</p>",
    )
    command = [
        sys.executable,
        "-c",
        # A shell's background jobs, and all they start, are born deaf to Ctrl-C.
        (
            "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
            "from audit.cli import entry; entry()"
        ),
        "check",
        "quick.html",
        "slow.html",
    ]
    options = [
        "--allow-private",
        site,
        "--allow-private",
        slow_site,
        "--delay",
        "0",
        "--archive",
        "none",
        "--deadline",
        "90",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [*command, *options], cwd=tmp_path, env=environment, stderr=subprocess.PIPE
    )
    finished = tmp_path / "reports" / "quick" / "report.json"
    until = time.monotonic() + 60
    while not (finished.exists() and Story.asked["/slow"]) and time.monotonic() < until:
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    _, error = process.communicate(timeout=30)
    assert time.monotonic() - began < 5
    assert process.returncode == 130
    assert b"interrupted" in error
    assert report_of(tmp_path / "reports" / "quick")["attributions"][0]["verdict"] == "verbatim"
