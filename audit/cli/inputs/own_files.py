"""Which files below a folder are our own reports: they are no articles."""

import re
from pathlib import Path

from audit.files import real

_REPORTS = frozenset({"report.md", "report.html"})
_INDEXES = {
    "index.md": re.compile(rb"\A# Citation audits\n\n> \*\*"),
    "index.html": re.compile(rb'<meta name="generator" content="citeaudit">'),
}
_BEGINNING = 400  # bytes of an index that say whose it is
_REPORT_ENDS = b'"name": "citeaudit"'
_END = 400  # bytes of a report.json that say whose it is


class OwnFiles:
    """What an earlier run has written: all below the output folder, and single reports elsewhere.

    ``passed_over`` counts the folders and files that were told to be ours.
    """

    def __init__(self, output_dir: Path | None) -> None:
        self._output_dir = real(output_dir) if output_dir is not None else None
        self.passed_over = 0

    def has(self, entry: Path, root: Path) -> bool:
        """Whether a folder or a file is ours; ``root`` is the folder that the user named.

        Who names the output folder, or one in it, wants what is there, except the reports
        themselves.
        """
        is_own = self._is_output(entry, root) or _is_report(entry) or _is_index(entry)
        self.passed_over += is_own
        return is_own

    def _is_output(self, entry: Path, root: Path) -> bool:
        output_dir = self._output_dir
        if output_dir is None or real(root).is_relative_to(output_dir):
            return False
        return real(entry).is_relative_to(output_dir)


def _is_report(entry: Path) -> bool:
    if entry.name not in _REPORTS:
        return False
    return _REPORT_ENDS in _read(entry.with_name("report.json"), from_end=_END)


def _is_index(entry: Path) -> bool:
    begins = _INDEXES.get(entry.name)
    return begins is not None and begins.search(_read(entry)) is not None


def _read(path: Path, from_end: int | None = None) -> bytes:
    """The first bytes of a regular file, or the last ones; nothing where it cannot be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            if from_end is not None:
                file.seek(max(path.stat().st_size - from_end, 0))
            return file.read(from_end or _BEGINNING)
    except OSError:
        return b""
