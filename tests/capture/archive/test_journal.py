"""The journal of captures: private, appended to by several processes, bounded, and believed only where it is ours."""

import logging
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from audit.capture.archive import journal as journal_module
from audit.capture.archive.journal import Journal, digest_of_bytes

ONE, OTHER = digest_of_bytes(b"one"), digest_of_bytes(b"other")
posix = pytest.mark.skipif(os.name != "posix", reason="modes and owners are POSIX's")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "captures.journal"


def test_what_was_noted_is_known_later(path: Path) -> None:
    first = Journal(path)
    assert not first.has(ONE)
    first.add(ONE)
    assert first.has(ONE)
    later = Journal(path)
    assert later.has(ONE)
    assert not later.has(OTHER)


@posix
def test_it_is_for_its_user_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        Journal(path).add(ONE)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@posix
@pytest.mark.parametrize("mode", [0o644, 0o660, 0o604])
def test_one_that_a_checkout_may_have_made_is_not_believed(
    path: Path, mode: int, caplog: pytest.LogCaptureFixture
) -> None:
    Journal(path).add(ONE)
    path.chmod(mode)
    before = path.read_bytes()
    journal = Journal(path)
    assert not journal.has(ONE)
    journal.add(OTHER)
    assert not Journal(path).has(OTHER)
    assert path.read_bytes() == before
    assert {record.levelno for record in caplog.records} == {logging.WARNING}
    assert "others than this user" in caplog.text


def test_one_below_the_working_folder_is_not_believed(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    Journal(path).add(ONE)
    monkeypatch.chdir(path.parents[1])
    assert not Journal(path).has(ONE)
    assert "in the folder that is audited" in caplog.text
    monkeypatch.setenv("HOME", str(path.parents[1]))
    assert Journal(path).has(ONE)


@posix
@pytest.mark.parametrize("kind", ["link", "link to nothing", "pipe", "folder", "device"])
def test_what_is_no_file_is_neither_read_nor_written(
    path: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    victim = path.with_name("victim")
    match kind:
        case "link":
            victim.write_text("words")
            path.symlink_to(victim)
        case "link to nothing":
            path.symlink_to(victim)
        case "device":
            path.symlink_to("/dev/zero")
        case "pipe":
            os.mkfifo(path)
        case _:
            path.mkdir()
    journal = Journal(path)
    assert not journal.has(ONE)
    journal.add(ONE)
    assert Journal(path).has(OTHER) is False
    assert kind != "link" or victim.read_text() == "words"
    assert kind != "link to nothing" or not victim.exists()
    assert "no archived capture is believed" in caplog.text


@pytest.mark.parametrize("damage", [b"\0" * 99, b"2026-01-01 abc", b"\xff\n\n words \r\n"])
def test_damage_costs_the_damaged_lines_alone(
    path: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    Journal(path).add(ONE)
    with path.open("ab") as file:
        file.write(damage)  # as a run leaves it that was killed, or a machine that lost its power
    Journal(path).add(OTHER)
    journal = Journal(path)
    assert journal.has(ONE)
    assert journal.has(OTHER)
    assert len(caplog.records) == 1
    assert "damaged" in caplog.text


def test_it_is_bounded_and_keeps_what_is_newest(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_module, "_LARGEST", 76 * 50)
    journal = Journal(path)
    digests = [digest_of_bytes(b"%d" % number) for number in range(500)]
    for digest in digests:
        journal.add(digest)
        assert path.stat().st_size <= 76 * 52
    later = Journal(path)
    assert all(later.has(digest) for digest in digests[-20:])
    assert not later.has(digests[0])
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_place_that_cannot_be_written_costs_a_line_and_no_run(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("no folder")
    journal = Journal(tmp_path / "state" / "captures.journal")
    for _ in range(3):
        journal.add(ONE)
        journal.has(OTHER)
    assert len(caplog.records) == 1


def test_threads_and_processes_add_whole_lines(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from audit.capture.archive.journal import *\n"
        "journal = Journal(Path(sys.argv[1]))\n"
        "for n in range(200): journal.add(digest_of_bytes(f'{sys.argv[2]} {n}'.encode()))"
    )
    words = [sys.executable, "-c", program, str(path)]
    running = [subprocess.Popen([*words, name]) for name in ("a", "b", "c")]
    shared = Journal(path)

    def add(name: str) -> None:
        for number in range(200):
            shared.add(digest_of_bytes(f"{name} {number}".encode()))

    threads = [threading.Thread(target=add, args=(name,)) for name in ("d", "e")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [process.wait(60) for process in running] == [0, 0, 0]
    later = Journal(path)
    assert all(
        later.has(digest_of_bytes(f"{name} {number}".encode()))
        for name in "abcde"
        for number in range(200)
    )
    # a line seen while it is being written is ended as a cut one is: by an empty line more
    assert len([line for line in path.read_bytes().splitlines() if line]) == 1000


def test_a_user_without_a_home_has_no_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    journal = Journal(Path("~/.local/state/citeaudit/captures.journal"))
    journal.add(ONE)
    assert not Journal(Path("~/.local/state/citeaudit/captures.journal")).has(ONE)
    assert list(tmp_path.iterdir()) == []
    assert len(caplog.records) == 1
