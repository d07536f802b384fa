"""Which files below a folder are our own reports: they are no articles."""

from pathlib import Path

from audit.files import real
from audit.report.own_files import is_report


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
        is_own = self._is_output(entry, root) or is_report(entry)
        self.passed_over += is_own
        return is_own

    def _is_output(self, entry: Path, root: Path) -> bool:
        output_dir = self._output_dir
        if output_dir is None or real(root).is_relative_to(output_dir):
            return False
        return real(entry).is_relative_to(output_dir)
