"""Which files below a folder are our own reports: they are no articles."""

from pathlib import Path

from audit.files import real

_REPORTS = frozenset({"report.md", "report.html"})
_INDEX = "index.md"
_INDEX_BEGINS = b"# Citation audits\n\n> **"
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
    return entry.name == _INDEX and _read(entry).startswith(_INDEX_BEGINS)


def _read(path: Path, from_end: int | None = None) -> bytes:
    """The first bytes of a regular file, or the last ones; nothing where it cannot be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            if from_end is not None:
                file.seek(max(path.stat().st_size - from_end, 0))
            return file.read(from_end or len(_INDEX_BEGINS))
    except OSError:
        return b""
