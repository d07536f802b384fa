"""The ledger of an output folder: what counts of it, whoever has written to it meanwhile."""

import os
import socket
import sqlite3
import struct
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from audit.batch.ledger import NAME, Entry, Ledger
from tests.batch.press import press, write_archive, write_articles
from tests.end_to_end.run import citeaudit, outputs_of

SITE = "https://press.example"
CHECK = ("check", "in", "--captures", "web.warc.gz", "--offline", "--jobs", "2")
ARTICLES = 6


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_articles(tmp_path / "in", SITE, ARTICLES, 8)
    write_archive(tmp_path / "web.warc.gz", SITE, 8)
    return tmp_path


def kept(capsys: pytest.CaptureFixture[str], *words: str) -> int:
    """Runs the command; how many reports were kept."""
    run = citeaudit(capsys, *CHECK, *words)
    assert run.code == 1, run.err
    told = [line for line in run.err.splitlines() if line.startswith("kept ")]
    return int(told[0].split()[1]) if told else 0


def changes_article(desk: Path) -> None:
    path = desk / "in" / "a00.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")


def adds_sources(desk: Path) -> None:
    (desk / "in" / "a01.sources.toml").write_text(
        '[[source]]\nspeaker = "Bo Holm"\nurl = "https://press.example/7"\n', encoding="utf-8"
    )


def changes_report(desk: Path) -> None:
    path = desk / "reports" / "in" / "a02" / "report.html"
    path.write_text(path.read_text(encoding="utf-8").replace("altered", "verbatim") + " ")


def loses_report(desk: Path) -> None:
    (desk / "reports" / "in" / "a03" / "report.md").unlink()


def changes_settings(desk: Path) -> None:
    (desk / "citeaudit.toml").write_text("[severity]\nlink-moved = 'off'\n", encoding="utf-8")


def changes_archive(desk: Path) -> None:
    write_archive(desk / "web.warc.gz", SITE, 9)


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda _: None, ARTICLES),
        (changes_article, ARTICLES - 1),
        (adds_sources, ARTICLES - 1),
        (changes_report, ARTICLES - 1),
        (loses_report, ARTICLES - 1),
        (changes_settings, 0),
        (changes_archive, 0),
    ],
)
def test_an_article_is_done_again_where_anything_of_it_has_changed(
    change: Callable[[Path], None], left: int, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kept(capsys) == 0
    before = outputs_of(desk / "reports")
    change(desk)
    assert kept(capsys) == left
    if left in {ARTICLES, ARTICLES - 1} and change not in {changes_article, adds_sources}:
        assert outputs_of(desk / "reports") == before
    assert kept(capsys) == ARTICLES


def test_an_article_is_done_again_where_other_findings_or_files_are_asked_for(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.is_dir()
    assert kept(capsys) == 0
    assert kept(capsys, "--ignore", "link-moved") == 0
    assert kept(capsys, "--reports", "jsonl", "--ignore", "link-moved") == 0


def test_a_ledger_that_came_with_a_checkout_is_not_believed(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept(capsys) == 0
    monkeypatch.setenv("XDG_STATE_HOME", str(desk / ".." / "somebody"))
    assert kept(capsys) == 0
    assert kept(capsys) == ARTICLES


def forge(desk: Path) -> None:
    """An altered quotation is said to be fine."""
    base = sqlite3.connect(desk / "reports" / NAME)
    base.execute("UPDATE article SET outcome = replace(outcome, ':\"error\"', ':\"note\"')")
    base.commit()
    base.close()


def garbage(desk: Path) -> None:
    (desk / "reports" / NAME).write_bytes(b"SQLite format 3\0" + os.urandom(9000))


def cut(desk: Path) -> None:
    path = desk / "reports" / NAME
    path.write_bytes(path.read_bytes()[:6000])


def other_base(desk: Path) -> None:
    path = desk / "reports" / NAME
    path.unlink()
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE mine (x)")
    base.commit()
    base.close()


def trigger(desk: Path) -> None:
    base = sqlite3.connect(desk / "reports" / NAME)
    base.execute("CREATE TRIGGER t AFTER INSERT ON article BEGIN DELETE FROM run; END")
    base.commit()
    base.close()


@pytest.mark.parametrize(
    ("harm", "rebuilt"),
    [(forge, False), (garbage, True), (cut, True), (other_base, True), (trigger, True)],
)
def test_a_ledger_that_is_damaged_or_forged_is_begun_anew(
    harm: Callable[[Path], None],
    *,
    rebuilt: bool,
    desk: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert kept(capsys) == 0
    before = outputs_of(desk / "reports")
    harm(desk)
    run = citeaudit(capsys, *CHECK)
    assert run.code == 1
    told = [line for line in run.err.splitlines() if "begun anew" in line]
    assert len(told) == rebuilt
    assert not any(line.startswith("kept 6") for line in run.err.splitlines())
    assert outputs_of(desk / "reports") == before
    assert kept(capsys) == ARTICLES


def test_a_link_in_the_place_of_the_ledger_is_refused(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "reports").mkdir()
    (desk / "elsewhere").write_text("mine", encoding="utf-8")
    for suffix in ("", "-wal", "-journal"):
        link = desk / "reports" / f"{NAME}{suffix}"
        link.symlink_to(desk / "elsewhere")
        run = citeaudit(capsys, *CHECK)
        assert run.code == 2
        assert "it is a link" in run.err
        link.unlink()
    assert (desk / "elsewhere").read_text(encoding="utf-8") == "mine"


def write_hot_journal(base: Path, doomed: Path) -> None:
    """A rollback journal that claims to be of several files: whoever plays it back deletes the list of them.

    See https://sqlite.org/fileformat2.html#the_rollback_journal; that list has no file that is there.
    """
    magic, page = bytes.fromhex("d9d505f920a163d7"), 4096
    pages = base.stat().st_size // page
    head = magic + struct.pack(">IIIII", 0, 0, pages, 512, page)
    name = os.fsencode(doomed)
    locked = 0x40000000 // page + 1
    end = struct.pack(">I", locked) + name + struct.pack(">II", len(name), sum(name)) + magic
    base.with_name(f"{base.name}-journal").write_bytes(head.ljust(512, b"\0") + end)


def test_a_rollback_journal_that_came_along_is_not_followed(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kept(capsys) == 0
    doomed = desk / "letter"
    doomed.write_text("mine\n", encoding="utf-8")
    ledger = desk / "reports" / NAME
    write_hot_journal(ledger, doomed)
    run = citeaudit(capsys, *CHECK)
    assert run.code == 1
    assert [line for line in run.err.splitlines() if "begun anew" in line]
    assert doomed.exists()
    assert not ledger.with_name(f"{NAME}-journal").exists()
    assert kept(capsys) == ARTICLES


def test_the_journal_of_that_test_would_do_harm(tmp_path: Path) -> None:
    base, doomed = tmp_path / "base", tmp_path / "letter"
    doomed.write_text("mine\n", encoding="utf-8")
    with closing(sqlite3.connect(base)) as theirs:
        theirs.execute("CREATE TABLE a (b)")
    write_hot_journal(base, doomed)
    with closing(sqlite3.connect(base)) as theirs:
        theirs.execute("SELECT * FROM a").fetchall()
    assert not doomed.exists()


def test_without_a_folder_for_the_key_nothing_is_kept(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(desk / "file"))
    assert kept(capsys) == 0
    assert kept(capsys) == 0


def test_the_key_is_for_this_user_alone(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(capsys)
    key = Path(os.environ["XDG_STATE_HOME"]) / "citeaudit" / "ledger.key"
    assert len(key.read_bytes()) == 32
    assert os.name != "posix" or key.stat().st_mode & 0o077 == 0
    key.chmod(0o644)
    assert kept(capsys) == 0
    assert desk.is_dir()


def test_what_the_web_may_answer_otherwise_is_asked_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with press() as (site, asked):
        write_articles(tmp_path / "in", f"http://{site}", 2, 4)
        with socket.create_server(("127.0.0.1", 0)) as taken:
            closed = f"127.0.0.1:{taken.getsockname()[1]}"
        write_articles(tmp_path / "in2", f"http://{closed}", 1, 4)
        (tmp_path / "in2" / "a00.md").rename(tmp_path / "in" / "refused.md")
        words = ("check", "in", "--allow-private", site, "--delay", "0", "--archive", "none")
        wide = (*words, "--allow-private", closed)
        first = citeaudit(capsys, *wide)
        pages = {path: number for path, number in asked.items() if path != "/robots.txt"}
        assert set(pages.values()) == {1}, first.err
        second = citeaudit(capsys, *wide)
        assert "kept 2 reports" in second.err
        assert {path: asked[path] for path in pages} == pages
        assert "kept" not in citeaudit(capsys, *wide, "--fresh").err
        assert "kept" not in citeaudit(capsys, *wide, "--max-age", "0s").err
        assert "kept 2 reports" in citeaudit(capsys, *wide, "--max-age", "1h").err
        assert all(asked[path] > 1 for path in pages)


def entry(name: str, outcome: str = "{}") -> Entry:
    return Entry(name, "f", outcome, time.time(), {f"{name}/report.json": "0" * 64}, "tree")


def test_entries_come_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    with Ledger(tmp_path, "s") as ledger:
        for place in (2, 0, 1):
            ledger.note(place, entry(f"a{place}\udcff"))
        assert [each.name for each in ledger.entries()] == ["a0\\udcff", "a1\\udcff", "a2\\udcff"]
        assert ledger.at(1) is not None
        assert ledger.at(7) is None
    with Ledger(tmp_path, "s") as ledger:
        assert ledger.resumes
        assert list(ledger.entries()) == []
        assert ledger.found("a1\udcff", "f") is not None
        assert ledger.found("a1\udcff", "g") is None
        ledger.keep(0, "a1\udcff")
        assert [each.name for each in ledger.entries()] == ["a1\\udcff"]
        ledger.finish()
    with Ledger(tmp_path, "s") as ledger:
        assert not ledger.resumes


def test_places_are_of_one_run(tmp_path: Path) -> None:
    with Ledger(tmp_path, "s") as ledger:
        ledger.note_asked("https://a.example/\udcff", "", Path("x\udcff.warc.gz"), 7)
        assert ledger.asked("https://a.example/\udcff", "") == (Path("x\udcff.warc.gz"), 7)
    with Ledger(tmp_path, "s") as ledger:
        assert ledger.asked("https://a.example/\udcff", "") is not None
    with Ledger(tmp_path, "other settings") as ledger:
        assert ledger.asked("https://a.example/\udcff", "") is None
    with Ledger(tmp_path, "other settings", anew=True) as ledger:
        assert ledger.resumes
        ledger.finish()
    with Ledger(tmp_path, "other settings", anew=True) as ledger:
        assert not ledger.resumes


def test_what_a_killed_run_left_under_a_temporary_name_goes_with_the_next(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(capsys)
    loses_report(desk)
    places = (desk / "reports", desk / "reports" / "in" / "a03")
    for place in places:
        (place / ".0123456789abcdef.part").write_text("half", encoding="utf-8")
    assert kept(capsys) == ARTICLES - 1
    assert not [part for place in places for part in place.glob("*.part")]
