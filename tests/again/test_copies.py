"""Copies of lost pages, as captures of a report: verified, and asked for again."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.again.conftest import BRIDGE, story
from tests.capture.server import Server, http
from tests.end_to_end.run import citeaudit


@pytest.mark.parametrize("command", ["check", "capture"])
def test_a_copy_is_verified_and_asked_for_again(
    command: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    with Server() as server:
        lost = server.on("/lost", http("404 Not Found"))
        index = (
            f"/cdx/search/cdx?url={quote(lost, safe='')}&output=json&fl=timestamp,statuscode"
            "&filter=statuscode:200&limit=-3"
        )
        server.on(index, http("200 OK", b'[["timestamp"],["20240102030405"]]', kind="text/json"))
        copy = server.on(
            f"/web/20240102030405id_/{lost}", http("200 OK", story("Bridge", BRIDGE), 'ETag: "1"')
        )
        Path("story.md").write_text(f"“{BRIDGE},” Anna Lindqvist [said]({lost}).", encoding="utf-8")
        Path("own.toml").write_text(f'[services]\nwayback = "{server.url("")}"\n', encoding="utf-8")
        asking = (
            *("--allow-private", f"127.0.0.1:{server.port}", "--config", "own.toml"),
            *("--delay", "0", "--archive", "memento"),
        )
        run = citeaudit(capsys, command, "story.md", *asking, "-f", "json")
        assert run.code == 0, run.err
        if command == "capture":
            [found] = json.loads(run.out)
            assert (found["outcome"], found["final_url"]) == ("from-archive", copy)
            assert found["archived_at"] == "2024-01-02T03:04:05Z"
            return
        report = "reports/story/report.json"
        verified = citeaudit(capsys, "verify", report)
        assert (verified.code, verified.out.count("\n")) == (0, 1), verified.out
        server.on(copy.removeprefix(server.url("")), http("304 Not Modified"))
        again = citeaudit(capsys, "recheck", report, *asking, "-f", "json")
        tree = json.loads(again.out)
        assert [source["change"] for source in tree["sources"]] == ["unchanged"]
        assert tree["sources"][0]["now"]["outcome"] == "from-archive"
        assert [attribution["presence"] for attribution in tree["attributions"]] == ["still-there"]
