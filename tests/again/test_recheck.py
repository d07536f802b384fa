"""The sources of a report asked again: what changed there, and whether the words still stand."""

import json
from pathlib import Path
from typing import Any

import pytest

from audit.capture.archive.records import scan
from tests.again.conftest import BRIDGE, ETAG, SCHOOL, Audited, story
from tests.capture.archives import assert_warcio_finds_all_digests_right
from tests.capture.server import http
from tests.end_to_end.run import Run


def rechecked(audited: Audited, *words: str | Path) -> Run:
    allowed = f"127.0.0.1:{audited.server.port}"
    return audited.run("recheck", audited.report, "--allow-private", allowed, *words)


def as_json(audited: Audited, *words: str) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(rechecked(audited, "-f", "json", *words).out)
    return tree


def change_of(tree: dict[str, Any], path: str) -> str:
    [change] = {source["change"] for source in tree["sources"] if source["url"].endswith(path)}
    assert isinstance(change, str)
    return change


def presence_of(tree: dict[str, Any], words: str) -> set[str]:
    return {
        attribution["presence"]
        for attribution in tree["attributions"]
        if words in attribution["words"][0]
    }


def test_nothing_changed(audited: Audited) -> None:
    audited.server.on("/bridge", http("304 Not Modified"))
    before = audited.archive.read_bytes(), audited.report.read_bytes()
    run = rechecked(audited)
    assert run.code == 0
    lines = run.out.splitlines()
    assert lines[0] == f"{audited.report}: 4 sources asked again"
    assert f"s1 {audited.server.url('/bridge')}: unchanged" in lines
    assert f"quotation 1 still-there: “{BRIDGE},” (verbatim)" in lines
    assert run.err == f"wrote {audited.folder / 'rechecks.warc.gz'}\n"
    assert (audited.archive.read_bytes(), audited.report.read_bytes()) == before
    kinds = [record.kind for record in scan(audited.folder / "rechecks.warc.gz")]
    assert kinds.count("revisit") == 3  # /bridge by its ETag, /school and /gone by their payload
    assert_warcio_finds_all_digests_right(audited.folder / "rechecks.warc.gz")
    assert rechecked(audited).code == 0


def test_words_that_are_gone_are_a_finding(audited: Audited) -> None:
    later = story("Bridge", BRIDGE.replace("will", "will not"))
    audited.server.on("/bridge", http("200 OK", later, ETAG))
    tree = as_json(audited)
    assert change_of(tree, "/bridge") == "changed"
    assert change_of(tree, "/school") == "unchanged"
    assert presence_of(tree, BRIDGE) == {"gone"}
    assert presence_of(tree, SCHOOL) == {"still-there"}
    run = rechecked(audited)
    assert run.code == 1
    assert f"quotation 1 gone: “{BRIDGE},” (was verbatim, is altered)" in run.out


def test_words_may_still_stand_on_a_page_that_changed(audited: Audited) -> None:
    audited.server.on("/bridge", http("200 OK", story("Bridge", "First.", BRIDGE, "More.")))
    tree = as_json(audited)
    assert change_of(tree, "/bridge") == "changed"
    assert presence_of(tree, BRIDGE) == {"still-there"}
    assert rechecked(audited).code == 0


def test_other_markup_around_the_same_words_is_told_apart(audited: Audited) -> None:
    later = story("Bridge", BRIDGE).replace(b"<footer>", b"<footer class='new'>")
    audited.server.on("/bridge", http("200 OK", later))
    assert change_of(as_json(audited), "/bridge") == "same-text"
    assert "other bytes, the same words" in rechecked(audited).out


def test_a_page_that_is_gone_is_not_compared(audited: Audited) -> None:
    audited.server.on("/bridge", http("410 Gone"))
    tree = as_json(audited)
    assert change_of(tree, "/bridge") == "lost"
    assert change_of(tree, "/gone") == "still-missing"
    assert presence_of(tree, SCHOOL) == {"still-there"}
    run = rechecked(audited)
    assert (run.code, presence_of(tree, BRIDGE)) == (0, {"not-compared"})
    assert "cannot be read any more (gone: status 410: taken down for good)" in run.out
    assert rechecked(audited, "--fail-on-incomplete").code == 4


def test_a_page_that_came_and_one_that_moved(audited: Audited) -> None:
    audited.server.on(
        "/gone", http("200 OK", story("Width", "It is much too wide for all of us here"))
    )
    audited.server.on("/moved", http("301 Moved", b"", "Location: /school"))
    run = rechecked(audited)
    assert "/gone: can be read now" in run.out
    assert f"now at {audited.server.url('/school')}" in run.out


@pytest.mark.parametrize(("age", "asked"), [("1h", 0), ("0", 1), ("2d", 0)])
def test_young_captures_are_used_instead_of_asking(audited: Audited, age: str, asked: int) -> None:
    before = audited.server.asked("/school")
    rechecked(audited, "--max-age", age)
    assert audited.server.asked("/school") - before == asked


@pytest.mark.parametrize("age", ["soon", "-1", "1w", "1.5h", ""])
def test_an_age_that_is_none_is_one_clear_line(audited: Audited, age: str) -> None:
    run = rechecked(audited, f"--max-age={age}")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "write a number and s, m, h or d" in run.err


def test_a_supplied_page_that_is_gone_is_not_unchanged(audited: Audited, tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_bytes(b"<p>" + f"“{BRIDGE},” Anna Lindqvist said.".encode())
    sources = Path("story.sources.toml")
    sources.write_text(
        '[[source]]\nspeaker = "Anna Lindqvist"\nurl = "http://x.example/"\nfile = "saved.html"\n',
        encoding="utf-8",
    )
    audited.run("check", "story.md", "--sources", sources, "--offline")
    assert change_of(as_json(audited), "x.example/") == "unchanged"
    saved.unlink()
    tree = as_json(audited)
    assert change_of(tree, "x.example/") == "lost"
    assert "still-there" not in presence_of(tree, BRIDGE)


def test_a_private_address_in_a_report_is_not_asked(audited: Audited) -> None:
    before = audited.server.connections
    run = audited.run("recheck", audited.report)
    assert run.code == 0
    assert "refused" in run.out
    assert audited.server.connections == before
