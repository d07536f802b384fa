"""The finished reports of a batch, each read when it is shown and let go again.

What is told in a line or two is told by the record that the ledger has: no report is read for it.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

from audit.batch.ledger import Entry, Ledger
from audit.errors import ReadError
from audit.files import read_file
from audit.report.index.listed import Listed, Recorded, from_json
from audit.report.json.model_of import report_of
from audit.report.json.read_back import LARGEST, Finished

_REPORT = "report.json"


class KeptReports(Recorded):
    """The reports of the articles at some places among the inputs.

    What a format takes of a report, ``report.json`` has; so a batch of any size is shown out of the
    files that it wrote.

    Args:
        ledger: Has the entries.
        output_dir: Where their files are.
        places: Of the articles that have a report, in order.
    """

    def __init__(self, ledger: Ledger, output_dir: Path | None, places: Sequence[int]) -> None:
        self._ledger = ledger
        self._output_dir = output_dir
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Finished: ...

    @overload
    def __getitem__(self, at: slice) -> "KeptReports": ...

    def __getitem__(self, at: int | slice) -> "Finished | KeptReports":
        if isinstance(at, slice):
            return KeptReports(self._ledger, self._output_dir, self._places[at])
        entry = self._entry(at)
        tree = json.loads(_text_of(entry, self._output_dir))
        return Finished(report_of(tree), tree)

    def __iter__(self) -> Iterator[Finished]:
        return (self[at] for at in range(len(self._places)))

    def rows(self) -> Iterator[Listed]:
        """The record of each."""
        return (from_json(self._entry(at).outcome) for at in range(len(self._places)))

    def _entry(self, at: int) -> Entry:
        entry = self._ledger.at(self._places[at])
        if entry is None:
            raise IndexError(at)
        return entry


def _text_of(entry: Entry, output_dir: Path | None) -> str | bytes:
    """The report of an entry as JSON.

    Raises:
        ReadError: Somebody took its file away meanwhile.
    """
    if entry.tree is not None or output_dir is None:
        return entry.tree or ""
    path = next(output_dir / name for name in entry.files if name.endswith(_REPORT))
    try:
        return read_file(path, LARGEST)
    except OSError as error:
        raise ReadError(f"{path} cannot be read ({error.strerror}): run again") from None
