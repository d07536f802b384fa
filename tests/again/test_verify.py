"""A report held against its archives: nothing changed, one bit flipped, one word changed."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audit.capture.archive.records import scan
from tests.again.conftest import BRIDGE, SCHOOL, Audited, story
from tests.capture.archives import OTHER, packed

Tree = dict[str, Any]


def tampered(report: Path, change: Callable[[Tree], object]) -> None:
    tree = json.loads(report.read_text(encoding="utf-8"))
    change(tree)
    report.write_text(json.dumps(tree), encoding="utf-8")


def test_a_report_is_as_its_archives_bear_out(audited: Audited) -> None:
    asked = len(audited.server.requests)
    run = audited.run("verify", audited.report)
    assert run.out == (
        f"{audited.report}: all as the report says"
        " (1 archive, 4 sources, 3 of 4 quotations compared; not: page not found 1)\n"
    )
    assert (run.code, run.err) == (0, "")
    assert len(audited.server.requests) == asked


def test_it_is_so_in_another_folder_and_without_the_article(
    audited: Audited, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.move(audited.folder, elsewhere)
    Path("story.md").unlink()
    monkeypatch.chdir(elsewhere)
    assert audited.run("verify", "report.json").code == 0


def test_a_report_of_a_fetched_article_is_verified(audited: Audited, tmp_path: Path) -> None:
    article = audited.server.url("/bridge")
    allowed = f"127.0.0.1:{audited.server.port}"
    assert audited.run("check", article, "--allow-private", allowed).code == 0
    report = tmp_path / "reports" / "bridge" / "report.json"
    assert json.loads(report.read_text())["article"]["capture"]["outcome"] == "captured"
    assert audited.run("verify", report).code == 0
    tampered(report, lambda tree: tree["article"].update(sha256="0" * 64))
    run = audited.run("verify", report)
    assert (run.code, run.out.splitlines()[1:]) == (
        1,
        [f"article {article}: the report names two SHA-256 for it"],
    )


def test_one_flipped_bit_in_an_archive_is_reported(audited: Audited) -> None:
    sound = audited.archive.read_bytes()
    generator = random.Random(5)
    places = {0, 1, len(sound) - 1, *(generator.randrange(len(sound)) for _ in range(40))}
    for place in places:
        data = bytearray(sound)
        data[place] ^= 1 << generator.randrange(8)
        audited.archive.write_bytes(data)
        run = audited.run("verify", audited.report)
        assert run.code == 1, place
        assert "archive captures.warc.gz: its bytes are not those of the report" in run.out
        assert "internal error" not in run.err


def test_damage_costs_only_what_it_hits(audited: Audited) -> None:
    [school] = [
        record
        for record in scan(audited.archive)
        if record.kind == "response" and "school" in record.uri
    ]
    data = bytearray(audited.archive.read_bytes())
    data[(school.offset + school.end) // 2] ^= 8
    audited.archive.write_bytes(data)
    lines = audited.run("verify", audited.report).out.splitlines()
    assert "4 differences found (1 archive, 4 sources, 3 of 4 quotations compared" in lines[0]
    assert lines[2] == f"archive captures.warc.gz: damaged at byte {school.offset}"
    assert lines[3].endswith(f"/school: no archive has its record {school.id}")
    assert "is not-compared (source-not-captured), not verbatim" in lines[4]


def test_an_archive_that_was_added_to_is_as_it_was(audited: Audited) -> None:
    with audited.archive.open("ab") as file:
        file.write(packed(OTHER))
    assert audited.run("verify", audited.report).code == 0


def test_an_archive_that_was_cut_is_reported(audited: Audited) -> None:
    audited.archive.write_bytes(audited.archive.read_bytes()[:-7])
    run = audited.run("verify", audited.report)
    assert run.code == 1
    assert "7 of its" in run.out


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            lambda tree: tree["attributions"][0].update(verdict="altered"),
            f"quotation 1: “{BRIDGE},” is verbatim, not altered",
        ),
        (
            lambda tree: tree["attributions"][0]["contents"][0].update(
                text="We will never rebuild the bridge by spring if the money lasts"
            ),
            "is altered, not verbatim",
        ),
        (
            lambda tree: tree["attributions"][0]["parts"][0].update(start=3),
            f"quotation 1: “{BRIDGE},” has another start in the report",
        ),
        (
            lambda tree: tree["attributions"][0]["parts"][0].update(passage="Never"),
            "has another passage in the report",
        ),
        (lambda tree: tree["sources"][0].update(sha256="0" * 64), "its body has the SHA-256"),
        (lambda tree: tree["sources"][0].update(status=203), "its status is 200, not 203"),
        (lambda tree: tree["sources"][0].update(outcome="gone"), "its record shows captured"),
        (lambda tree: tree["sources"][0].update(record_id="urn:x"), "no archive has its record"),
        (lambda tree: tree["sources"][0].update(final_url="http://x.example/"), "its record is of"),
        (lambda tree: tree["sources"][0].update(fetched_at="2020-01-01T00:00:00Z"), "is of 20"),
        (lambda tree: tree["sources"][3]["hops"][0].update(status=302), "another status than 302"),
        (lambda tree: tree["sources"][3]["hops"][0].update(url="http://x/"), "its redirect is of"),
        (lambda tree: tree["archives"][0].update(sha256="0" * 64), "its bytes are not those"),
        (lambda tree: tree.update(findings=[]), "the report lacks this "),
        (lambda tree: tree["findings"][0].update(severity="note"), "the report has it as note"),
        (lambda tree: tree["findings"][0].update(message="All is well."), "has another message"),
        (lambda tree: tree["findings"][0].update(confidence="low"), "has the confidence low"),
        (lambda tree: tree["findings"][0].update(rule="quote-absent"), "nothing bears out"),
        (lambda tree: tree["findings"][0].update(line=77), "names another place"),
        (lambda tree: tree["counts"].update(fine=0), "count fine: the report counts 0, it has 3"),
        (lambda tree: tree["sources"][0]["page"].update(title="X"), "has another title"),
        (lambda tree: tree["sources"][0]["page"].update(whole=False), "has another whole"),
        (
            lambda tree: tree["attributions"][0].update(notes=["It is on page 3."]),
            f"quotation 1: “{BRIDGE},” has other notes in the report",
        ),
        (
            lambda tree: tree["attributions"][0].update(speaker_name="Bo Holm"),
            "has another speaker name in the report",
        ),
    ],
)
def test_a_report_that_was_changed_is_found_out(
    audited: Audited, change: Callable[[Tree], object], line: str
) -> None:
    tampered(audited.report, change)
    run = audited.run("verify", audited.report)
    assert run.code == 1
    assert any(line in printed for printed in run.out.splitlines()[1:]), run.out
    assert audited.run("verify", audited.report, "-f", "json").code == 1


def test_an_attribution_that_was_left_out_is_found_out_where_the_article_is_at_hand(
    audited: Audited,
) -> None:
    tampered(audited.report, lambda tree: tree["attributions"].pop(1))
    run = audited.run("verify", audited.report)
    assert run.code == 1
    assert f"article story.md: the report lacks its words “{SCHOOL},”" in run.out


def test_figures_that_were_not_found_cannot_be_taken_out(audited: Audited, tmp_path: Path) -> None:
    saved, article = tmp_path / "saved.html", Path("ledger.md")
    saved.write_bytes(story("Pipes", "The utility of the town has 18,940 accounts"))
    url = "https://ledger.example/pipes"
    article.write_text(
        f"Anna Lindqvist [said that the utility of the town has 17,250 accounts]({url}).\n"
    )
    Path("ledger.sources.toml").write_text(f'[[source]]\nurl = "{url}"\nfile = "{saved}"\n')
    sources = ("--sources", "ledger.sources.toml", "--pages", tmp_path)
    audited.run("check", article, *sources, "--offline")
    report = next(Path("reports").rglob("ledger/report.json"))
    assert json.loads(report.read_text(encoding="utf-8"))["attributions"][0]["missing"]
    assert audited.run("verify", report).code == 0
    tampered(report, lambda tree: tree["attributions"][0].update(missing=[]))
    run = audited.run("verify", report)
    assert run.code == 1
    assert "has other figures that were not found in the report" in run.out


@pytest.mark.parametrize(
    ("options", "settings"),
    [
        (("--ignore", "link-dead"), ""),
        (("--select", "link-moved"), ""),
        (("--min-confidence", "high"), ""),
        ((), '[severity]\nlink-dead = "off"\nlink-moved = "error"\n'),
        (("--write-baseline", "baseline.json"), ""),
    ],
)
def test_what_a_run_was_told_of_findings_is_no_difference(
    audited: Audited, options: tuple[str, ...], settings: str
) -> None:
    Path("citeaudit.toml").write_text(settings, encoding="utf-8")
    if "--write-baseline" in options:
        audited.run("check", "story.md", "--offline", *options)
        options = ("--baseline", "baseline.json")
    captures = ("--captures", audited.archive)
    audited.run("check", "story.md", "--offline", *captures, *options)
    run = audited.run("verify", audited.report)
    assert run.code == 0, run.out


@pytest.mark.parametrize("until", ["", ", until 2020-01-01"])
def test_a_waived_finding_is_held_by_what_it_was(audited: Audited, until: str) -> None:
    article = Path("story.md")
    rules = {
        finding["rule"]
        for finding in json.loads(audited.report.read_text(encoding="utf-8"))["findings"]
    }
    comments = [f"<!-- citeaudit: ignore[{rule}] seen by the desk{until} -->" for rule in rules]
    text = article.read_text(encoding="utf-8")
    article.write_text(
        "\n\n".join("\n".join((*comments, part)) for part in text.split("\n\n")), encoding="utf-8"
    )
    audited.run("check", "story.md", "--offline", "--captures", audited.archive)
    assert audited.run("verify", audited.report).code == 0
    article.unlink()
    assert audited.run("verify", audited.report).code == 0


def test_the_json_says_the_same(audited: Audited) -> None:
    tree = json.loads(audited.run("verify", audited.report, "-f", "json").out)
    assert (tree["agrees"], tree["differences"], tree["unverified"]) == (True, [], [])
    audited.archive.write_bytes(audited.archive.read_bytes()[:-7])
    tree = json.loads(audited.run("verify", audited.report, "-f", "json").out)
    assert tree["agrees"] is False
    assert {difference["about"] for difference in tree["differences"]} == {"archive"}


def test_two_records_of_one_id_are_reported(audited: Audited) -> None:
    data = audited.archive.read_bytes()
    audited.archive.write_bytes(data + data)
    run = audited.run("verify", audited.report)
    assert run.code == 1
    assert "2 records have its id" in run.out


@pytest.mark.parametrize("path", ["../outside.warc.gz", "link.warc.gz", "a\0b"])
def test_an_archive_outside_the_folder_of_the_report_is_refused(
    audited: Audited, path: str
) -> None:
    outside = audited.folder.parent / "outside.warc.gz"
    outside.write_bytes(audited.archive.read_bytes())
    (audited.folder / "link.warc.gz").symlink_to(outside)
    for name in (path, str(outside)):
        tampered(audited.report, lambda tree, name=name: tree["archives"][0].update(path=name))  # type: ignore[misc]  # a lambda's default has no type
        for command in ("verify", "recheck"):
            run = audited.run(command, audited.report)
            assert run.code == 2
            assert "names an archive outside its folder" in run.err
            assert run.err.count("\n") == 1
    assert audited.run("verify", audited.report, "--captures", outside).code == 0


def test_a_bundle_has_all_that_verifying_needs(audited: Audited, tmp_path: Path) -> None:
    bundle = tmp_path / "story.wacz"
    allowed = f"127.0.0.1:{audited.server.port}"
    for _ in range(2):  # the second time the pages are revisits
        audited.run("check", "story.md", "--allow-private", allowed, "--bundle", bundle)
    shutil.move(audited.report, tmp_path / "report.json")
    assert audited.run("verify", "report.json", "--captures", bundle).code == 0
    tampered(tmp_path / "report.json", lambda tree: tree["sources"][0].update(sha256="0" * 64))
    assert audited.run("verify", "report.json", "--captures", bundle).code == 1
    data = bytearray(bundle.read_bytes())
    data[300] ^= 1
    bundle.write_bytes(data)
    run = audited.run("verify", "report.json", "--captures", bundle)
    assert run.code == 2
    assert "not a sound WACZ file" in run.err


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '"words"', "[" * 100_000, '{"schema": "urn:citeaudit:schema:report:1"}'],
)
def test_what_is_no_report_is_one_clear_line(audited: Audited, text: str) -> None:
    audited.report.write_text(text, encoding="utf-8")
    for command in ("verify", "recheck"):
        run = audited.run(command, audited.report)
        assert (run.code, run.err.count("\n"), run.out) == (3, 1, "")
    assert audited.run("verify", "missing.json").code == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: tree["attributions"][0].update(paired_with=["s99"]),
        lambda tree: tree["sources"].append(tree["sources"][0]),
        lambda tree: tree["attributions"].append(tree["attributions"][0]),
        lambda tree: tree["sources"][0].update(outcome="fine"),
        lambda tree: tree["sources"][0].update(length=-1),
        lambda tree: tree.pop("style"),
    ],
)
def test_a_report_that_does_not_hold_together_is_one_clear_line(
    audited: Audited, change: Callable[[Tree], object]
) -> None:
    tampered(audited.report, change)
    run = audited.run("verify", audited.report)
    assert (run.code, run.err.count("\n")) == (3, 1)


def test_words_without_a_record_cannot_be_verified(audited: Audited) -> None:
    tampered(audited.report, lambda tree: tree["sources"][0].update(record_id=None))
    run = audited.run("verify", audited.report)
    assert run.code == 4
    first = run.out.splitlines()[0]
    assert "nothing found (1 archive, 4 sources, 3 of 4 quotations compared" in first
    assert "not verified: source s1: " in run.out
    assert "the report names no record for its words" in run.out


def supplied(audited: Audited, file: Path) -> Path:
    """An audit for which the page of a source was saved by hand."""
    file.write_bytes(b"<p>" + f"“{BRIDGE},” Anna Lindqvist said.".encode())
    sources = Path("story.sources.toml")
    sources.write_text(
        f'[[source]]\nspeaker = "Anna Lindqvist"\nurl = "http://x.example/"\nfile = "{file}"\n',
        encoding="utf-8",
    )
    audited.run("check", "story.md", "--sources", sources, "--pages", file.parent, "--offline")
    return audited.report


def test_a_supplied_page_is_hashed_again(audited: Audited, tmp_path: Path) -> None:
    report = supplied(audited, tmp_path / "saved.html")
    assert audited.run("verify", report).code == 0
    (tmp_path / "saved.html").write_bytes(b"<p>Something else")
    run = audited.run("verify", report)
    assert run.code == 1
    assert "saved.html, is another now" in run.out


def test_a_supplied_page_elsewhere_is_not_read(
    audited: Audited, tmp_path_factory: pytest.TempPathFactory
) -> None:
    report = supplied(audited, tmp_path_factory.mktemp("elsewhere") / "saved.html")
    run = audited.run("verify", report)
    assert run.code == 4
    assert "not verified: source s1: the page supplied for it" in run.out


def test_a_sentence_of_nobody_that_no_page_tells_any_more(audited: Audited, tmp_path: Path) -> None:
    words = "I am not against the pipes coming out of the ground"
    told = "The utility lost 312 customers last year and has 18,940 accounts."
    saved, article = tmp_path / "saved.html", Path("ledger.md")
    saved.write_text(f"<p>“{words},” Ann Vance said.</p><p>{told}</p>", encoding="utf-8")
    url = "https://ledger.example/pipes"
    article.write_text(
        f"“{words},” Ann Vance [told the Ledger]({url}).\n\n"
        "The utility lost 312 customers last year, falling to 18,940 accounts.\n",
        encoding="utf-8",
    )
    sources = Path("ledger.sources.toml")
    sources.write_text(f'[[source]]\nurl = "{url}"\nfile = "{saved}"\n', encoding="utf-8")
    audited.run("check", article, "--sources", sources, "--pages", tmp_path, "--offline")
    report = next(Path("reports").rglob("ledger/report.json"))
    assert len(json.loads(report.read_text(encoding="utf-8"))["attributions"]) == 2
    assert audited.run("verify", report).code == 0
    saved.write_text(f"<p>“{words},” Ann Vance said.</p>", encoding="utf-8")
    run = audited.run("verify", report)
    assert (run.code, "is told by none of the pages now" in run.out) == (1, True)
    saved.unlink()
    assert audited.run("verify", report).code == 4


def test_several_reports_and_folders_are_verified_one_after_the_other(
    audited: Audited, tmp_path: Path
) -> None:
    run = audited.run("verify", tmp_path / "reports", audited.report)
    assert (run.code, run.out.count("all as the report says")) == (0, 2)
    (tmp_path / "reports" / "broken").mkdir()
    (tmp_path / "reports" / "broken" / "report.json").write_text("{}", encoding="utf-8")
    run = audited.run("verify", tmp_path / "reports")
    assert (run.code, run.out.count("\n"), run.err.count("\n")) == (3, 1, 1)
    run = audited.run("verify", audited.report, audited.report, "-f", "json")
    assert [tree["agrees"] for tree in json.loads(run.out)] == [True, True]
    run = audited.run("verify", tmp_path / "reports", "--captures", audited.archive)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "give one report at a time" in run.err
    (tmp_path / "empty").mkdir()
    run = audited.run("verify", tmp_path / "empty")
    assert (run.code, run.out) == (3, "")
    assert "has no report.json below it" in run.err
