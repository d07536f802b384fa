"""The ledger of an output folder, whoever wrote it: begun anew, or nothing in it is believed."""

import tempfile
from functools import cache
from pathlib import Path

from audit.batch.ledger import NAME, Entry, Ledger
from audit.errors import UsageError

WORDS = (
    *("SQLite format 3", "CREATE TABLE article", "CREATE TRIGGER", "PRIMARY KEY", "WITHOUT ROWID"),
    *("cite", "fingerprint", "BEGIN DELETE FROM run; END", "\x00", "\x0d", "\x05", "\x02"),
)
RUNS = 300


@cache
def _sound() -> bytes:
    """A ledger with an article, in one file."""
    with tempfile.TemporaryDirectory() as name:
        with Ledger(Path(name), "s") as ledger:
            ledger.note(0, Entry("a", "f", "{}", 1.0, {}, "tree"))
        return Path(name, NAME).read_bytes()


def run(data: bytes) -> None:
    """The bytes stand in the place of some of a sound ledger, at an offset that the first two say."""
    sound = _sound()
    at = int.from_bytes(data[:2], "big") % (len(sound) + 1)
    forged = data if data[:1] == b"S" else sound[:at] + data[2:] + sound[at + len(data[2:]) :]
    with tempfile.TemporaryDirectory() as name:
        Path(name, NAME).write_bytes(forged)
        try:
            with Ledger(Path(name), "s") as ledger:
                entry = ledger.found("a", "f")
                assert entry is None or (entry.outcome, entry.tree) == ("{}", "tree")
                ledger.asked("https://a.example/", "")
                ledger.note(0, Entry("b", "f", "{}", 1.0, {}))
                assert [each.name for each in ledger.entries()][:1] == ["b"]
        except UsageError:
            return
