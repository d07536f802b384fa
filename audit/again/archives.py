"""The archives of a report, found again. A report may come from anybody: it opens files of its own folder only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.capture import describe_archive
from audit.errors import UsageError
from audit.model import Archive
from audit.report.told import Told


@dataclass(frozen=True, slots=True)
class Found:
    """An archive that a report names, and the file that it is."""

    told: Archive
    file: Path

    def difference(self) -> str | None:
        """How the file's bytes differ from those that the report speaks of, in words.

        Raises:
            CaptureError: The file cannot be read.
        """
        now = describe_archive(self.file, self.told.size)
        if now.sha256 == self.told.sha256:
            return None
        if now.size < self.told.size:
            return f"{self.told.size - now.size} of its {self.told.size} bytes are missing"
        return f"its bytes are not those of the report: SHA-256 {now.sha256}"


def find_archives(told: Told, given: Sequence[Path]) -> tuple[Found, ...]:
    """The archives of a report: those that were given for it, by hash or by name, else by its own paths.

    Raises:
        UsageError: The report names an archive outside its folder, and it was not given.
        CaptureError: A given archive cannot be read.
    """
    return tuple(_find(told, given))


def _find(told: Told, given: Sequence[Path]) -> Iterator[Found]:
    for archive in told.archives:
        by_hash = (p for p in given if describe_archive(p, archive.size).sha256 == archive.sha256)
        by_name = (p for p in given if p.name == Path(archive.path).name)
        file = next(by_hash, None) or next(by_name, None) or inside(told, archive.path)
        if file is None:
            raise UsageError(
                f"{told.path}: names an archive outside its folder, {archive.path}:"
                " if you trust it, give it with --captures"
            )
        yield Found(archive, file)


def inside(told: Told, path: str) -> Path | None:
    """A path that a report names, from its folder; None when it leads out of there, by a link too."""
    folder = told.path.parent.resolve()
    if "\0" in path or Path(path).drive:
        return None
    file = (folder / path).resolve()
    return file if file.is_relative_to(folder) else None
