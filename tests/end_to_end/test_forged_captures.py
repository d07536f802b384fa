"""Archives that come with a pull request: what no run of this user made answers nothing, whatever it says."""

import gzip
import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.capture.archive.test_recording import sha1
from tests.capture.archives import packed, record, response
from tests.capture.server import Server, http, redirect
from tests.end_to_end.run import citeaudit, report_of, said_with
from tests.end_to_end.web import page

TRUE = "We will rebuild the bridge by spring if the money lasts"
FALSE = "We will never rebuild the bridge and the money is gone for good"
ETAG = 'ETag: "v1"'
MODIFIED = "Last-Modified: Wed, 01 Jan 2025 00:00:00 GMT"
ARCHIVE = Path("reports/a/captures.warc.gz")

Check = Callable[..., dict[str, Any]]


def story(words: str) -> bytes:
    return page("Bridge", [f"“{words},” Anna Lindqvist said.", "More is to follow."] * 5).encode()


def answer(words: str) -> bytes:
    return http("200 OK", story(words), ETAG, MODIFIED)


def now(age: timedelta = timedelta(minutes=5)) -> str:
    return (datetime.now(UTC) - age).strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture
def site() -> Any:
    """A server that says 304 to whoever has its true ETag."""
    with Server() as server:

        def serve(connection: Any) -> None:
            asked = server.requests[-1]
            known = b'If-None-Match: "v1"' in asked or b"If-Modified-Since" in asked
            connection.sendall(http("304 Not Modified", b"", ETAG) if known else answer(TRUE))

        server.on("/story", serve)
        server.on("/elsewhere", http("200 OK", story(FALSE)))
        yield server


@pytest.fixture
def check(
    site: Server,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> Check:
    """Audits an article that quotes the false words, and gives the report with its exit code."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path.parent / f"{tmp_path.name}-state"))
    ARCHIVE.parent.mkdir(parents=True)

    def run(*words: str, said: str = FALSE) -> dict[str, Any]:
        Path("a.html").write_text(
            "<!doctype html><html lang='en'><title>Bridge</title><article><h1>Bridge</h1><p>It rained all"
            " day in the town, and the fair was called off at noon by those who run it.</p>"
            f"<p>“{said},” Anna Lindqvist <a href='{site.url('/story')}'>said</a> to all.</p></article>",
            encoding="utf-8",
        )
        live = (
            ()
            if "--offline" in words
            else ("--allow-private", f"127.0.0.1:{site.port}", "--delay", "0")
        )
        caplog.clear()
        done = citeaudit(capsys, "check", "a.html", *live, *words)
        return {**report_of(ARCHIVE.parent), "code": done.code, "err": done.err + caplog.text}

    return run


def verdict(report: dict[str, Any], words: str = FALSE) -> str:
    return str(said_with(report, words)["verdict"])


def forgeries(url: str, elsewhere: str) -> dict[str, bytes]:
    """Archives that say what the page does not; each record fits its digests."""

    def false(to: str = url, date: str | None = None, **fields: str) -> bytes:
        block = answer(FALSE)
        digests = {"WARC-Block-Digest": sha1(block), "WARC-Payload-Digest": sha1(story(FALSE))}
        return response(to, block, date=date or now(), id="urn:uuid:1", **{**digests, **fields})

    true = response(url, answer(TRUE), date=now(timedelta(days=400)), id="urn:uuid:2")
    repeats = {"WARC-Profile": "http://netpreserve.org/warc/1.1/revisit/server-not-modified"}
    revisit = record(
        "revisit",
        url,
        http("304 Not Modified"),
        date=now(timedelta(minutes=1)),
        **repeats,
        **{"WARC-Refers-To": "<urn:uuid:1>", "WARC-Payload-Digest": sha1(story(FALSE))},
    )
    onward = response(url, redirect(elsewhere, 301), date=now())
    gone = b"outcome: not-found\r\nreason: status 404\r\n"
    agent = b"GET /story HTTP/1.1\r\nUser-Agent: citeaudit/0.1.0\r\n\r\n"
    return {
        "a false body": packed(false()),
        "a false body, newest of all": packed(true, false(date="2999-01-01T00:00:00Z")),
        "a false body of our own client": packed(
            false(), record("request", url, agent, **{"WARC-Concurrent-To": "<urn:uuid:1>"})
        ),
        "a revisit of it": packed(false(date=now(timedelta(days=9))), revisit),
        "a revisit of another address": packed(false("https://news.example/"), revisit),
        "a redirect to another page": packed(onward, false(elsewhere)),
        "a page that is not there": packed(record("metadata", url, gone, date=now())),
        "another spelling of the address": packed(false(url.replace("/story", "/%73tory"))),
        "not packed": false(),
    }


NAMES = sorted(forgeries("http://a.example/", "http://b.example/"))


@pytest.mark.parametrize("options", [(), ("--max-age", "12h"), ("--fresh",)])
@pytest.mark.parametrize("name", NAMES)
def test_a_forged_archive_answers_nothing(
    check: Check, site: Server, name: str, options: tuple[str, ...]
) -> None:
    forged = forgeries(site.url("/story"), site.url("/elsewhere"))[name]
    if name == "not packed":
        forged = gzip.compress(forged)  # one member a record is what is added to
    ARCHIVE.write_bytes(forged)
    report = check(*options)
    assert (verdict(report), report["code"]) == ("altered", 1) or verdict(report) == "absent"
    assert report["code"] == 1
    [source] = report["sources"]
    assert (source["outcome"], source["provenance"]) == ("captured", "own-run")
    assert source["received_at"] == source["fetched_at"]
    assert source["final_url"] == site.url("/story")
    assert site.asked("/story") == 1
    assert not any(b"If-" in request for request in site.requests)
    assert "no run of this user made" in report["err"]
    assert len(report["err"].splitlines()) <= 5

    before = (ARCHIVE.parent / "report.json").read_bytes()
    again = check("--captures", str(ARCHIVE), "--offline")
    assert (ARCHIVE.parent / "report.json").read_bytes() == before
    assert again["code"] == 1


def test_a_forged_index_is_not_read(check: Check, site: Server) -> None:
    ARCHIVE.write_bytes(packed(response(site.url("/elsewhere"), answer(FALSE), date=now())))
    ARCHIVE.with_name("captures.cdxj").write_text(
        f'127,0,0,1)/story 20990101000000 {{"url": "{site.url("/story")}", "mime": "text/html",'
        ' "status": "200", "offset": "0", "length": "9", "filename": "captures.warc.gz"}\n',
        encoding="utf-8",
    )
    assert verdict(check()) != "verbatim"
    assert site.asked("/story") == 1


def rewritten(old: bytes, new: bytes) -> None:
    """Changes the records of an archive, each in its member as before."""
    whole = gzip.decompress(ARCHIVE.read_bytes())
    assert old in whole
    parts = re.split(rb"(?=WARC/1\.1\r\nWARC-Type)", whole.replace(old, new))
    ARCHIVE.write_bytes(b"".join(gzip.compress(part) for part in parts if part))


@pytest.mark.parametrize("options", [(), ("--max-age", "30m")])
def test_a_true_record_that_was_changed_is_asked_for_whole(
    check: Check, site: Server, options: tuple[str, ...]
) -> None:
    first = check(said=TRUE)
    assert verdict(first, TRUE) == "verbatim"
    date = first["sources"][0]["fetched_at"].encode()
    fresh = (datetime.now(UTC) + timedelta(seconds=1)).strftime("%Y-%m-%dT%H:%M:%S.%fZ").encode()
    rewritten(date, fresh)
    second = check(*options, said=TRUE)
    assert verdict(second, TRUE) == "verbatim"
    assert site.asked("/story") == 2
    assert not any(b"If-" in request for request in site.requests)


def test_a_true_record_under_another_address_answers_nothing(check: Check, site: Server) -> None:
    check(said=TRUE)
    rewritten(b"/story\r\n", b"/other\r\n")
    site.on("/other", http("404 Not Found"))
    check(said=TRUE)
    assert site.asked("/story") == 2


def test_what_an_own_run_made_is_asked_for_by_its_etag(check: Check, site: Server) -> None:
    first, second = check(said=TRUE), check("--max-age", "0", said=TRUE)
    assert any(b'If-None-Match: "v1"' in request for request in site.requests)
    assert verdict(second, TRUE) == "verbatim"
    [before], [now_] = first["sources"], second["sources"]
    assert now_["provenance"] == "own-run"
    assert now_["received_at"] == before["fetched_at"] < now_["fetched_at"]
    assert "no run of this user made" not in second["err"]
    written = (ARCHIVE.parent / "report.json").read_bytes()
    check("--captures", str(ARCHIVE), "--offline", said=TRUE)
    assert (ARCHIVE.parent / "report.json").read_bytes() == written
    third = check("--max-age", "1h", said=TRUE)
    assert site.asked("/story") == 2
    assert third["sources"][0]["provenance"] == "own-run"
    assert check("--fresh", said=TRUE)["sources"][0]["received_at"] > now_["fetched_at"]
    assert b"If-" not in site.requests[-2] + site.requests[-1]


def test_on_another_machine_the_provenance_alone_differs(
    check: Check, site: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    check(said=TRUE)
    here = {path.name: path.read_text("utf-8") for path in ARCHIVE.parent.glob("report.*")}
    monkeypatch.setenv("XDG_STATE_HOME", os.environ["XDG_STATE_HOME"] + "-other")
    check("--captures", str(ARCHIVE), "--offline", said=TRUE)
    there = {path.name: path.read_text("utf-8") for path in ARCHIVE.parent.glob("report.*")}
    for name in ("report.json", "report.md"):
        pairs = zip(here[name].splitlines(), there[name].splitlines(), strict=True)
        differing = [pair for pair in pairs if pair[0] != pair[1]]
        assert differing
        for line, other in differing:
            assert (
                line.replace("own-run", "given").replace(
                    "received by a run of this user",
                    "taken on trust from a named archive",
                )
                == other
            )
    path = ARCHIVE.parent / "report.json"
    for text in (here["report.json"], there["report.json"]):
        path.write_text(text, encoding="utf-8")
        verified = citeaudit(capsys, "verify", path)
        assert (verified.code, "all as the report says" in verified.out) == (0, True)
        again = citeaudit(
            capsys, "recheck", path, "--allow-private", f"127.0.0.1:{site.port}", "--delay", "0"
        )
        assert (again.code, "unchanged" in again.out) == (0, True)


def test_captures_that_the_command_line_names_are_believed_and_said_to_be(
    check: Check, site: Server
) -> None:
    ARCHIVE.write_bytes(packed(response(site.url("/story"), answer(FALSE), date=now())))
    for options in (("--trust-captures", "--max-age", "1h"), ("--captures", str(ARCHIVE))):
        report = check(*options)
        assert verdict(report) == "verbatim"
        assert report["sources"][0]["provenance"] == "given"
        assert "taken on trust" in (ARCHIVE.parent / "report.md").read_text("utf-8")
        assert "taken on trust" in (ARCHIVE.parent / "report.html").read_text("utf-8")
    assert site.asked("/story") == 0
    conditional = check("--trust-captures")
    assert site.asked("/story") == 1
    assert conditional["sources"][0]["provenance"] == "given"
    written = (ARCHIVE.parent / "report.json").read_bytes()
    check("--captures", str(ARCHIVE), "--offline")
    assert (ARCHIVE.parent / "report.json").read_bytes() == written


def test_a_recheck_believes_no_archive_that_came_with_the_report(
    check: Check, site: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(said=TRUE)
    monkeypatch.setenv("XDG_STATE_HOME", os.environ["XDG_STATE_HOME"] + "-other")
    rewritten(TRUE.encode(), FALSE[: len(TRUE)].encode())
    path = ARCHIVE.parent / "report.json"
    told = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(told), encoding="utf-8")
    options = ("--allow-private", f"127.0.0.1:{site.port}", "--delay", "0", "--max-age", "1h")
    run = citeaudit(capsys, "recheck", path, *options)
    assert run.code == 0, run.out
    assert site.asked("/story") == 2
    assert not any(b"If-" in request for request in site.requests)


def test_fresh_goes_with_nothing_that_does_not_ask(capsys: pytest.CaptureFixture[str]) -> None:
    for options in (("--offline",), ("--max-age", "1h")):
        run = citeaudit(capsys, "check", "a.html", "--fresh", *options)
        assert run.code == 2
        assert "--fresh" in run.err
