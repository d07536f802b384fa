"""``citeaudit capture``: every link fetched and archived, no words judged."""

import gzip
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from audit.capture.archive.records import scan
from tests.capture.archives import assert_warcio_finds_all_digests_right
from tests.capture.server import ARTICLE, Server, http, redirect, silence
from tests.end_to_end.run import Run, citeaudit

Command = Callable[..., Run]


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        running.on("/page", http("200 OK", ARTICLE))
        running.on("/moved", redirect("/page"))
        running.on("/gone", http("410 Gone"))
        yield running


@pytest.fixture
def run(
    server: Server,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Command:
    monkeypatch.chdir(tmp_path)
    Path("story.md").write_text(
        f"See [one]({server.url('/page')}), [two]({server.url('/moved')}#part), the same"
        f" [again]({server.url('/moved')}), [mail](mailto:a@b.example), and"
        f" [three]({server.url('/gone')}).\n",
        encoding="utf-8",
    )
    return lambda *words: citeaudit(
        capsys, "capture", "--delay", "0", "--allow-private", f"127.0.0.1:{server.port}", *words
    )


def captures(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run.out)
    return found


def test_every_link_of_an_article_is_captured_once(run: Command, server: Server) -> None:
    done = run("story.md", "-f", "json")
    assert (done.code, done.err) == (0, "wrote reports/story/captures.warc.gz\n")
    found = captures(done)
    assert [(capture["url"], capture["outcome"], capture["status"]) for capture in found] == [
        (server.url("/page"), "captured", 200),
        (server.url("/moved"), "captured", 200),
        (server.url("/gone"), "gone", 410),
    ]
    assert {capture["input"] for capture in found} == {"story.md"}
    assert found[1]["final_url"] == server.url("/page")
    assert [hop["status"] for hop in found[1]["hops"]] == [302]
    archive = Path(found[0]["archive"])
    assert {capture["record_id"] for capture in found} <= {record.id for record in scan(archive)}
    assert_warcio_finds_all_digests_right(archive)
    assert archive.with_name("captures.cdxj").is_file()


def test_the_terminal_shows_outcome_record_and_hash(run: Command, server: Server) -> None:
    found = captures(run("story.md", "-f", "json"))
    lines = run("story.md", "--max-age", "1h").out.splitlines()
    assert lines[0].split() == [
        "captured",
        found[0]["record_id"],
        found[0]["sha256"],
        server.url("/page"),
    ]
    assert lines[1].endswith(f"{server.url('/moved')} → {server.url('/page')}")
    assert lines[2].startswith("gone ")
    assert lines[2].endswith("(status 410: taken down for good)")


def test_a_url_is_captured_itself(run: Command, server: Server) -> None:
    done = run(server.url("/page"), server.url("/gone"), "-f", "json")
    assert [(capture["input"], capture["outcome"]) for capture in captures(done)] == [
        (server.url("/page"), "captured"),
        (server.url("/gone"), "gone"),
    ]
    assert done.err == "wrote reports/urls/captures.warc.gz\n"
    assert run(server.url("/page")).err == "wrote reports/page/captures.warc.gz\n"


def test_a_dry_run_prints_the_addresses_and_asks_nobody(run: Command, server: Server) -> None:
    done = run("story.md", server.url("/other"), "--dry-run")
    assert done.out.splitlines() == [
        server.url(path) for path in ("/page", "/moved", "/gone", "/other")
    ]
    assert (done.code, done.err, server.connections) == (0, "", 0)
    assert not Path("reports").exists()
    assert captures(run("story.md", "--dry-run", "-f", "json"))[0] == {
        "input": "story.md",
        "url": server.url("/page"),
    }
    assert server.connections == 0


def test_what_is_captured_serves_the_audit(
    run: Command, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    run("story.md")
    asked = server.connections
    archive = "reports/story/captures.warc.gz"
    assert citeaudit(capsys, "check", "story.md", "--captures", archive, "--offline").code == 0
    offline = captures(run("story.md", "--captures", archive, "--offline", "-f", "json"))
    assert [capture["outcome"] for capture in offline] == ["captured", "captured", "gone"]
    assert {capture["archive"] for capture in offline} == {None}
    assert server.connections == asked


def test_a_second_run_adds_to_the_archive(run: Command) -> None:
    archive = Path("reports/story/captures.warc.gz")
    run("story.md")
    before = archive.read_bytes()
    run("story.md")
    assert archive.read_bytes().startswith(before)
    assert any(record.kind == "revisit" for record in scan(archive))


def test_a_killed_run_leaves_what_it_had_and_the_next_goes_on(run: Command, server: Server) -> None:
    archive = Path("reports/story/captures.warc.gz")
    server.on("/gone", silence)
    words = ("story.md", "--allow-private", f"127.0.0.1:{server.port}")
    command = "import sys; from audit.cli import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", command, "capture", "--delay", "0", *words]
    ) as killed:
        while not archive.exists() or archive.stat().st_size < 1000:  # one answer is there
            time.sleep(0.05)
            assert killed.poll() is None
        killed.kill()
    with archive.open("ab") as file:
        file.write(gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n")[:-9])  # cut in a record
    kept = {record.id for record in scan(archive)}
    server.on("/gone", http("410 Gone"))
    assert run("story.md").code == 0
    assert kept < {record.id for record in scan(archive)}
    assert_warcio_finds_all_digests_right(archive)


def test_captures_can_be_packed(run: Command) -> None:
    done = run("story.md", "--bundle", "story.wacz")
    assert done.err.splitlines()[-1] == "wrote story.wacz"
    with zipfile.ZipFile("story.wacz") as file:
        assert "archive/captures.warc.gz" in file.namelist()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("story.md", "--fail-on-incomplete"), 4),
        (("missing.md",), 3),
        (("story.md", "missing.md"), 3),
        (("story.md", "--max-age", "never"), 2),
        (("story.md", "--bundle", "a.wacz", "--no-output-dir"), 2),
        (("story.md", "http://x.example/", "--bundle", "a.wacz"), 2),
        (("story.md", "--captures", "missing.warc.gz"), 2),
        ((), 2),
    ],
)
def test_how_a_run_ends(run: Command, words: tuple[str, ...], code: int) -> None:
    done = run(*words)
    assert done.code == code
    assert "internal error" not in done.err


def test_without_a_folder_nothing_is_written(run: Command) -> None:
    done = run("story.md", "--no-output-dir", "-f", "json")
    assert captures(done)[0]["outcome"] == "captured"
    assert not Path("reports").exists()


def test_a_password_in_an_address_is_not_shown(run: Command, server: Server) -> None:
    url = server.url("/page").replace("//", "//me:secret@")
    done = run(url, "-f", "json")
    assert captures(done)[0]["outcome"] == "captured"
    assert "secret" not in done.out + done.err
    assert all(b"secret" not in request for request in server.requests)
