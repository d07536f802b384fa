"""Files of the machine: read only where they are files, written whole, and through no link."""

import os
import socket
from pathlib import Path

import pytest

from audit.files import (
    is_below,
    make_folder,
    open_file,
    open_to_append,
    read_file,
    write_new,
    write_text,
    write_texts,
    writing,
)


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    path = tmp_path / "victim"
    path.write_text("theirs", encoding="utf-8")
    return path


def test_a_link_in_the_place_of_an_output_is_replaced_and_not_followed(
    tmp_path: Path, victim: Path
) -> None:
    link = tmp_path / "report.md"
    link.symlink_to(victim)
    write_text(link, "ours")
    assert (link.read_text(), link.is_symlink(), victim.read_text()) == ("ours", False, "theirs")


def test_a_link_to_nothing_is_replaced_and_nothing_made_behind_it(tmp_path: Path) -> None:
    link = tmp_path / "report.md"
    link.symlink_to(tmp_path / "none")
    write_text(link, "ours")
    assert link.read_text() == "ours"
    assert not (tmp_path / "none").exists()


def test_nobody_can_guess_the_temporary_name(tmp_path: Path) -> None:
    names: set[str] = set()
    for _ in range(5):
        with writing(tmp_path / "a") as file:
            file.write(b"x")
            names.update(path.name for path in tmp_path.iterdir() if path.name != "a")
    assert len(names) == 5
    assert not any(name.strip(".").removesuffix(".part") == "a" for name in names)


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_fails_leaves_the_old_file_and_nothing_else(
    victim: Path, error: BaseException
) -> None:
    def half() -> None:
        with writing(victim) as file:
            file.write(b"half")
            raise error

    with pytest.raises(type(error)):
        half()
    assert [path.name for path in victim.parent.iterdir()] == ["victim"]
    assert victim.read_text() == "theirs"


def test_of_several_files_none_takes_its_place_before_all_are_whole(victim: Path) -> None:
    with pytest.raises(OSError, match="regular"):
        write_texts({victim: "ours", victim.parent: "a folder"})
    assert [path.name for path in victim.parent.iterdir()] == ["victim"]
    assert victim.read_text() == "theirs"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such devices here")
@pytest.mark.parametrize("device", ["/dev/full", "/dev/null", "/dev/zero"])
def test_a_device_is_neither_read_nor_written_nor_replaced(tmp_path: Path, device: str) -> None:
    link = tmp_path / "link"
    link.symlink_to(device)
    for path in (Path(device), link):
        with pytest.raises(OSError, match="no regular file"):
            read_file(path, 10)
        with pytest.raises(OSError, match="no regular file"):
            write_text(path, "x")
    with pytest.raises(OSError, match="is a link"):
        open_to_append(link)
    with pytest.raises(OSError, match="no regular file"):
        open_to_append(Path(device))


def test_a_pipe_without_a_writer_and_a_socket_are_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket has to be short
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        for name in ("pipe", "socket"):
            with pytest.raises(OSError, match=r"no regular file|No such device"):
                open_file(Path(name))
            with pytest.raises(OSError, match=r"no regular file|No such device"):
                open_to_append(Path(name))


def test_a_file_is_read_up_to_one_byte_more_than_is_taken(victim: Path) -> None:
    assert read_file(victim, 3) == b"thei"
    assert read_file(victim, 6) == b"theirs"


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "y/" * 3000])
def test_what_is_no_name_is_an_error_of_the_system(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    calls = (
        lambda: read_file(path, 1),
        lambda: write_text(path, ""),
        lambda: write_new(path, ""),
        lambda: make_folder(path),
        lambda: open_to_append(path),
    )
    for call in calls:
        with pytest.raises(OSError) as caught:  # noqa: PT011 — whichever the system has for it
            call()
        assert caught.value.strerror


def test_a_link_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there", target_is_directory=True)
    with pytest.raises(OSError, match="is a link"):
        make_folder(tmp_path / "link")
    make_folder(tmp_path / "link" / "a")  # what stands above may be the user's own
    make_folder(tmp_path / "there" / "a")
    assert (tmp_path / "there" / "a").is_dir()


def test_a_file_that_is_there_already_is_never_written_over(tmp_path: Path, victim: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "none")
    for path in (victim, tmp_path / "link"):
        with pytest.raises(FileExistsError):
            write_new(path, "ours")
    assert victim.read_text() == "theirs"
    assert not (tmp_path / "none").exists()


def test_below_is_told_with_all_links_followed(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "out").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "project" / "round").symlink_to("round")
    assert is_below(tmp_path / "project" / "new", tmp_path / "project")
    assert not is_below(tmp_path / "project" / "out" / "x", tmp_path / "project")
    assert not is_below(tmp_path / "project" / ".." / "x", tmp_path / "project")
