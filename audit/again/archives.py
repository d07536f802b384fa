"""The archives of a report, found again.

A report may come from anybody: it opens files of its own folder only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.capture import describe_archive
from audit.errors import UsageError
from audit.model import Archive
from audit.report.earlier import EarlierReport

_BUNDLE = ".wacz"


@dataclass(frozen=True, slots=True)
class Found:
    """An archive that a report names, and the file that it is, or a bundle that has its records."""

    earlier: Archive
    file: Path

    def difference(self) -> str | None:
        """How the file's bytes differ from those that the report speaks of, in words.

        Raises:
            CaptureError: The file cannot be read.
        """
        if self.file.suffix == _BUNDLE:  # it holds copies of records, under digests of its own
            return None
        now = describe_archive(self.file, self.earlier.size)
        if now.sha256 == self.earlier.sha256:
            return None
        if now.size < self.earlier.size:
            return f"{self.earlier.size - now.size} of its {self.earlier.size} bytes are missing"
        return f"its bytes are not those of the report: SHA-256 {now.sha256}"


def find_archives(earlier: EarlierReport, given: Sequence[Path]) -> tuple[Found, ...]:
    """The archives of a report.

    Those that were given for it, by hash or by name, else those at its own paths. A WACZ that was
    given stands for what is not found otherwise.

    Raises:
        UsageError: The report names an archive outside its folder, and it was not given.
        CaptureError: A given archive cannot be read.
    """
    return tuple(Found(archive, _file(earlier, archive, given)) for archive in earlier.archives)


def _file(earlier: EarlierReport, archive: Archive, given: Sequence[Path]) -> Path:
    for path in given:
        if describe_archive(path, archive.size).sha256 == archive.sha256:
            return path
    for path in given:
        if path.name == Path(archive.path).name:
            return path
    file = inside(earlier, archive.path)
    bundle = next((path for path in given if path.suffix == _BUNDLE), None)
    if bundle is not None and (file is None or not file.exists()):
        return bundle
    if file is None:
        raise UsageError(
            f"{earlier.path}: names an archive outside its folder, {archive.path}:"
            " if you trust it, give it with --captures"
        )
    return file


def inside(earlier: EarlierReport, path: str) -> Path | None:
    """A path that a report names, from its folder.

    None when it leads out of there, by a link too.
    """
    folder = earlier.path.parent.resolve()
    # On Windows, a path of another drive may be one of another machine: even asking for it tells.
    if "\0" in path or Path(path).drive not in {"", folder.drive}:
        return None
    file = (folder / path).resolve()
    return file if file.is_relative_to(folder) else None
