"""Both articles of the fixtures, from the command line to the committed reports."""

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import Snapshot
from tests.end_to_end.run import ROOT, citeaudit, report_of, said_with

ARTICLES = Path("fixtures/articles")
SCHEMA = ROOT / "audit" / "report" / "report.schema.json"
BBC = "https://www.bbc.com/news/articles/cx0exampl3o"
CBS_NEWS = "https://www.cbsnews.com/news/russia-taliban-recognition-example/"
PLANTED = tomllib.loads(
    (ROOT / ARTICLES / "harbour-tunnel.planted.toml").read_text(encoding="utf-8")
)["passage"]


def audited(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    folder: Path,
    suffix: str = "html",
) -> tuple[int, dict[str, Any]]:
    """The exit code and the report of one article, written where the demo would write it."""
    monkeypatch.chdir(ROOT)
    sources = ARTICLES / f"{name}.sources.toml"
    run = citeaudit(
        capsys,
        *("check", ARTICLES / f"{name}.{suffix}", "--sources", sources),
        *("--captures", "fixtures/web.warc.gz", "--offline", "--output-dir", folder),
    )
    return run.code, report_of(folder / name)


@pytest.mark.parametrize("name", ["russia-taliban", "harbour-tunnel"])
def test_the_reports_are_those_that_are_committed(
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    snapshot: Snapshot,
) -> None:
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    monkeypatch.chdir(tmp_path)
    sources = ("--sources", ARTICLES / f"{name}.sources.toml")
    run = citeaudit(
        capsys,
        *("check", ARTICLES / f"{name}.html"),
        *(("--no-sources",) if name == "russia-taliban" else sources),
        *("--captures", "fixtures/web.warc.gz", "--offline"),
    )
    assert run.code in {0, 1}, run.err
    for file in ("report.html", "report.md", "report.json"):
        text = (tmp_path / "reports" / name / file).read_bytes().decode()
        snapshot(ROOT / "reports" / name / file, text)


@pytest.mark.parametrize("name", ["russia-taliban", "harbour-tunnel"])
def test_a_report_fits_its_published_schema(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, report = audited(capsys, monkeypatch, name, tmp_path)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(report)


@pytest.mark.parametrize("suffix", ["html", "md", "txt"])
def test_the_article_of_the_mission_shows_what_is_known_of_its_sources(
    suffix: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code, report = audited(capsys, monkeypatch, "russia-taliban", tmp_path, suffix)
    assert code == 0
    bbc = said_with(report, "a regime that is authoritarian")
    assert (bbc["verdict"], bbc["standing"]) == ("verbatim", "supplied")
    farhadi = said_with(report, "Moscow has the mappings")
    assert [part["verdict"] for part in farhadi["parts"]] == ["verbatim", "verbatim"]
    for words in ("positive message to the rest of the world.", "regional countries"):
        found = said_with(report, words)
        assert {part["verdict"] for part in found["parts"]} == {"verbatim"}
        assert found["found_elsewhere"]
        assert found["notes"] == ["Found on CBS News (the article names no outlet)."]
    post = said_with(report, "preliminarily valued")
    assert (post["verdict"], post["standing"]) == ("verbatim", "linked")
    [source] = [each for each in report["sources"] if each["url"] == "https://t.co/za6xO4qEPB"]
    assert source["outcome"] == "captured"
    assert said_with(report, "regrettable")["reason"] == "no-source"


@pytest.mark.parametrize("suffix", ["html", "md", "txt"])
def test_the_sources_of_the_mission_are_found_without_a_file_that_names_them(
    suffix: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    run = citeaudit(
        capsys,
        *("check", ARTICLES / f"russia-taliban.{suffix}", "--no-sources", "--offline"),
        *("--captures", "fixtures/web.warc.gz", "--output-dir", tmp_path),
    )
    assert run.code == 0
    report = report_of(tmp_path / "russia-taliban")
    sources = {source["id"]: source for source in report["sources"]}
    for words, provider, url in (
        ("a regime that is authoritarian", "sitemap", BBC),
        ("Moscow has the mappings", "feed", CBS_NEWS),
    ):
        said = said_with(report, words)
        assert (said["verdict"], said["standing"]) == ("verbatim", "discovered")
        assert {part["verdict"] for part in said["parts"]} == {"verbatim"}
        source = sources[said["source_id"]]
        assert (source["url"], source["standing"]) == (url, "discovered")
        assert source["discovery"]["provider"] == provider
        assert source["discovery"]["of"] > 100
        assert said["search"]["found"] == source["id"]
    assert said_with(report, "regional countries")["verdict"] == "verbatim"
    assert said_with(report, "regrettable")["search"] is None
    found = [finding for finding in report["findings"] if finding["rule"] == "source-discovered"]
    assert {finding["severity"] for finding in found} == {"note"}
    assert all("does not link" in finding["message"] for finding in found)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted["begins"])
def test_what_was_planted_in_the_second_article_is_found(
    planted: dict[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code, report = audited(capsys, monkeypatch, "harbour-tunnel", tmp_path)
    assert code == 1
    [check] = [
        each
        for each in report["attributions"]
        if each["kind"] == planted["kind"]
        and each["contents"][0]["text"].startswith(planted["begins"])
    ]
    parts = check["parts"]
    assert check["verdict"] == planted["verdict"]
    assert check["standing"] == planted["standing"]
    assert check["reason"] == planted.get("reason")
    assert (check["outlet"] or {}).get("name") == planted.get("outlet")
    assert planted.get("speaker", "").removeprefix("the ") in (check["speaker_name"] or "")
    sources = {source["id"]: source for source in report["sources"]}
    if "outcome" in planted:
        assert sources[check["source_id"]]["outcome"] == planted["outcome"]
    if "caution" in planted:
        assert planted["caution"] in parts[0]["cautions"]
    if "said_by" in planted:
        assert planted["said_by"] in parts[0]["said_by"]


def test_every_quotation_of_the_second_article_was_planted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, report = audited(capsys, monkeypatch, "harbour-tunnel", tmp_path)
    quoted = [
        attribution
        for attribution in report["attributions"]
        if attribution["kind"] in {"direct", "mixed", "post", "unattributed"}
    ]
    planted = [attribution for attribution in PLANTED if attribution["kind"] != "indirect"]
    assert len(quoted) == len(planted)


def test_an_audit_done_twice_is_the_same_byte_for_byte(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("one", "two"):
        audited(capsys, monkeypatch, "harbour-tunnel", tmp_path / folder)
    for file in ("report.md", "report.json"):
        first, second = (tmp_path / name / "harbour-tunnel" / file for name in ("one", "two"))
        assert first.read_bytes() == second.read_bytes()
