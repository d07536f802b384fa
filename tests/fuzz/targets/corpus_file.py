"""A corpus from somebody else → a search: refused with one line, or searched; never written to.

Bytes of a sound corpus are replaced: each four of the input are an offset (three) and what stands there.
An input that begins with '=' is the block of pages in it instead.
"""

import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

import zstandard

from audit.corpus.entry import Kept
from audit.corpus.search import search_corpus
from audit.corpus.writer import open_writer
from audit.errors import CaptureError
from audit.model import Page
from audit.page.layout import paragraphs

WORDS = (
    *("SQLite format 3", "cite", "CREATE TRIGGER", "CREATE VIEW", "word_data", '{"blocks":[0,9,0]'),
    *(',"voices":[[0,1,"a"]]', ',"times":[[0,1.5]]', ',"whole":false', "}", "\x28\xb5\x2f\xfd"),
)
RUNS = 1500
_QUOTE = "we will not dig a single metre until all conditions are met"
_FOLDER = tempfile.TemporaryDirectory()


def _sound() -> bytes:
    path = Path(_FOLDER.name, "sound.corpus")
    with open_writer(path) as writer:
        for number in range(3):
            text = f"Page {number}.\n\nShe said {_QUOTE}.\n\nThe harbour board met {'again ' * number}."
            page = Page(text, tuple(paragraphs(text)), title=f"Page {number}")
            url = f"https://news.example/{number}"
            writer.add(Kept(url, f"{number:064x}", page, "2026-03-04"))
    return path.read_bytes()


_SOUND = _sound()


def run(data: bytes) -> None:
    path = Path(_FOLDER.name, "a.corpus")
    stored = bytearray(_SOUND)
    if data[:1] != b"=":
        for at in range(0, len(data) - 3, 4):
            stored[int.from_bytes(data[at : at + 3], "big") % len(stored)] = data[at + 3]
    path.write_bytes(stored)
    if data[:1] == b"=":
        with closing(sqlite3.connect(path)) as connection:
            block = zstandard.compress(data[1:])
            connection.execute("UPDATE block SET data = ?", (block,))
            connection.commit()
        stored = bytearray(path.read_bytes())
    with suppress(CaptureError):
        assert all(hit.passage for hit in search_corpus(path, _QUOTE).hits)
    assert path.read_bytes() == stored
