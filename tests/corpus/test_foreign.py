"""A corpus from somebody else: refused with one line, or read, and nothing of it is run."""

import json
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
import zstandard

from audit.corpus.schema import LARGEST_BLOCK, VERSION
from audit.corpus.search import search_corpus
from audit.corpus.writer import open_writer
from audit.errors import CaptureError
from tests.corpus.conftest import Builder
from tests.corpus.pages import AROUND, QUOTE, lines, row


@pytest.fixture
def path(corpus: Builder, tmp_path: Path) -> Path:
    corpus(lines(tmp_path / "a.jsonl", row(1, f"{QUOTE}. {AROUND}"), row(2, AROUND)))
    return corpus.path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def refused(path: Path) -> str:
    with pytest.raises(CaptureError) as error:
        search_corpus(path, QUOTE)
    assert "\n" not in str(error.value)
    return str(error.value).removeprefix(f"{path}: ")


@pytest.mark.parametrize(
    "data", [b"", b"words", b"SQLite format 3\0", b"SQLite format 3\0" + b"\0" * 4080]
)
def test_what_is_no_corpus_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.corpus"
    path.write_bytes(data)
    assert refused(path).startswith("not a corpus")


def test_what_is_missing_or_no_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "none.corpus")
    assert "it is a folder" in refused(tmp_path)


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.corpus"
    change(path, "CREATE TABLE page (id)")
    assert refused(path).startswith("not a corpus")


def test_another_version_is_refused_and_left_as_it_is(path: Path) -> None:
    change(path, f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    assert refused(path).startswith(f"a corpus of another version ({VERSION + 1}, not {VERSION})")
    assert path.read_bytes() == before


def test_a_corpus_of_an_earlier_version_is_to_be_built_again(path: Path) -> None:
    change(path, "ALTER TABLE page DROP COLUMN pairs", "PRAGMA user_version = 2")
    assert refused(path) == (
        "a corpus of another version (2, not 3); build it again with citeaudit index"
    )
    with pytest.raises(CaptureError, match="a corpus of another version"), open_writer(path):
        pass


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW more AS SELECT load_extension('x')",
        "CREATE TRIGGER run AFTER INSERT ON page BEGIN DELETE FROM page; END",
        "CREATE INDEX by_key ON page (abs(key))",
        "CREATE TABLE more (id)",
        "DROP INDEX page_by_key",
        "ALTER TABLE page ADD COLUMN more GENERATED ALWAYS AS (upper(key))",
    ],
)
def test_a_schema_that_is_not_ours_is_refused(path: Path, statement: str) -> None:
    change(path, statement)
    assert refused(path).startswith("not a corpus")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE block SET data = x'00'",
        "UPDATE block SET data = 'text'",
        "UPDATE page SET pairs = 'text'",
        "UPDATE page SET pairs = x''",
        "UPDATE page SET pairs = zeroblob(9000)",
        "DELETE FROM block",
        "UPDATE block SET id = 77",
        "UPDATE block SET id = -9223372036854775808",
        "INSERT INTO dictionary (data) VALUES ('text')",
        "INSERT INTO dictionary (data) VALUES (x'00')",
        "INSERT INTO dictionary (data) VALUES (zeroblob(3000000))",
        "UPDATE word_data SET block = x'ffffffffffffffffffff'",
        "DELETE FROM word_data",
    ],
)
def test_contents_that_are_not_as_they_should_be_are_told(path: Path, statement: str) -> None:
    change(path, statement)
    assert refused(path).startswith("the corpus is damaged")


def good(**more: object) -> bytes:
    """The head of a page, in which one value is no good."""
    head = {"url": "https://e.example/", "sha256": "0" * 64, "blocks": []}
    return json.dumps(head | more).encode()


@pytest.mark.parametrize(
    "head",
    [
        b"[]",
        b"{",
        b"{}",
        b'{"url": "https://e.example/", "sha256": "0"}',
        b'{"url": 7, "sha256": "0"}',
        good(blocks=[0, 1]),
        good(blocks=[0, 9999999, 0]),
        good(blocks=[-1, 1, 0]),
        good(blocks=[0, 1, 99]),
        good(blocks=["a", "b", "c"]),
        good(blocks=7),
        good(title=7),
        good(voices=[1]),
        good(times={"a": 1}),
        good(published=7),
        b"[" * 100_000,
    ],
)
def test_a_page_that_is_not_as_it_should_be_is_told(path: Path, head: bytes) -> None:
    text = QUOTE.encode()
    lengths = len(head).to_bytes(4, "little") + len(text).to_bytes(4, "little")
    block = zstandard.compress(lengths + head + text + b"\0" * 8)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE block SET data = ?", (block,))
        connection.commit()
    assert refused(path).startswith("the corpus is damaged")


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO dictionary (data) VALUES ('text')",
        "INSERT INTO dictionary (data) VALUES (x'00')",
        "INSERT INTO dictionary (data) VALUES (zeroblob(3000000))",
    ],
)
def test_nothing_is_added_with_a_dictionary_that_is_none(path: Path, statement: str) -> None:
    change(path, statement)
    with pytest.raises(CaptureError, match="the corpus is damaged"), open_writer(path):
        pass


@pytest.mark.parametrize("declared", [True, False])
def test_a_block_that_inflates_beyond_bounds_is_not_unpacked(path: Path, declared: bool) -> None:  # noqa: FBT001 — a parameter
    packer = zstandard.ZstdCompressor(write_content_size=declared).compressobj(
        size=LARGEST_BLOCK + 1 if declared else -1
    )
    block = b"".join([*map(packer.compress, [bytes(LARGEST_BLOCK), b"\0"]), packer.flush()])
    assert len(block) < 100_000
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE block SET data = ?", (block,))
        connection.commit()
    assert refused(path).startswith("the corpus is damaged")


def test_a_journal_beside_it_is_not_played_back(path: Path) -> None:
    path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
    assert refused(path).startswith("a rollback journal lies beside it")


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_no_link_beside_it_is_followed(path: Path, tmp_path: Path, ending: str) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    path.with_name(path.name + ending).symlink_to(tmp_path / "mine")
    assert "a link, which is not followed" in refused(path)
    assert (tmp_path / "mine").read_bytes() == b"mine"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("log", [False, True])
def test_a_corpus_that_nobody_can_write_to_is_read(path: Path, log: bool) -> None:  # noqa: FBT001 — a parameter
    if log:  # as a run leaves it that found readers at its end
        change(path, "PRAGMA journal_mode = WAL")
    folder = path.parent
    path.chmod(stat.S_IRUSR)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert len(search_corpus(path, QUOTE).hits) == 1
    finally:
        folder.chmod(stat.S_IRWXU)
    assert [each.name for each in folder.glob("pages.corpus?*")] == []


def test_searching_writes_nothing(path: Path) -> None:
    before = path.read_bytes()
    assert len(search_corpus(path, QUOTE).hits) == 1
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.glob("pages.corpus?*")] == []
