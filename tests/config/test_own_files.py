"""Sources that are files of the user's own, and tables that are still to be filled in."""

from pathlib import Path

import pytest

from audit.config import load_sources
from audit.errors import UsageError
from audit.markup.addresses.url import shown_address
from audit.model import Supplied


def loaded(folder: Path, text: str) -> tuple[Supplied, ...]:
    path = folder / "story.sources.toml"
    path.write_text(text, encoding="utf-8")
    return load_sources(path)


def test_a_file_needs_no_address(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    file = tmp_path / "notes" / "Müller 2.txt"
    file.touch()
    [supplied] = loaded(tmp_path, '[[source]]\nspeaker = "Müller"\nfile = "notes/Müller 2.txt"\n')
    assert supplied == Supplied("file:notes/Müller 2.txt", speaker="Müller", file=str(file))
    assert shown_address(supplied.url) == "your file notes/Müller 2.txt"


@pytest.mark.parametrize("place", ['url = ""', 'file = ""', 'url = ""\nfile = ""'])
def test_a_table_that_is_to_be_filled_in_is_passed_over(tmp_path: Path, place: str) -> None:
    url = '[[source]]\nline = 3\nurl = "https://a.example/"\nfile = ""\n'
    found = loaded(tmp_path, f'[[source]]\nspeaker = "Lee"\n{place}\n{url}')
    assert found == (Supplied("https://a.example/", line=3),)
    assert loaded(tmp_path, f'[[source]]\nspeaker = "Lee"\n{place}\n') == ()


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ('speaker = "Lee"', "say where the words are: url, file, or both"),
        ('speaker = "Lee"\nfile = "../notes.txt"', "leads out of the folder"),
        ('speaker = "Lee"\nfile = ".notes.txt"', "is hidden"),
        ('speaker = "Lee"\nfile = "none.txt"', "there is no file"),
        ('speaker = "Lee"\nurl = "file:notes.txt"', "expected an http or https address"),
        ('file = "a.txt"', "say which attributions it serves"),
    ],
)
def test_a_file_is_held_to_what_files_of_pages_are(tmp_path: Path, table: str, why: str) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    for name in ("notes.txt", "desk/.notes.txt", "desk/a.txt"):
        (tmp_path / name).touch()
    with pytest.raises(UsageError, match=why):
        loaded(folder, f"[[source]]\n{table}\n")
