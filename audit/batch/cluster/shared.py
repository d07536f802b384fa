"""The place that the machines of a cluster share: captures as they come, then packed together.

``segments/HOST/ID.warc.gz`` has what one task has fetched of a host. When a round is over, the
segments are packed into ``captures/NUMBER-ID.warc.gz`` and go; audits read these. Records are
packed one by one, so that files can be put behind each other. Everything is written under another
name and then renamed, but for a segment, which grows record by record.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any

from audit.capture import discard_archive, whole_length
from audit.errors import CaptureError, UsageError
from audit.files import make_folder, writing
from audit.private import cache_folder

_CAPTURES = "captures"
_SEGMENTS = "segments"
_SUFFIX = ".warc.gz"
_LARGEST = 1_000_000_000  # bytes of a packed archive, the usual size


@dataclass(frozen=True, slots=True)
class Shared:
    """A folder that all machines see under one name, or an address as fsspec has them (``s3://…``).

    ``folder`` is the working folder of whoever began the run, from which the name of one may go.
    """

    place: str
    folder: str

    @property
    def is_folder(self) -> bool:
        """Whether the machines see it as a folder."""
        return "://" not in self.place

    @property
    def root(self) -> Path:
        """The folder that stands for the place on this machine."""
        if self.is_folder:
            return Path(self.folder) / self.place
        cache = cache_folder("clusters")
        if cache is None:
            raise UsageError(f"{self.place}: this user has no cache folder to keep captures in")
        return cache / self._digest

    @property
    def _digest(self) -> str:
        return sha256(self.place.encode()).hexdigest()[:16]

    def here(self, path: Path) -> Path:
        """An archive of the place, as another machine named it, on this one; others as they are."""
        is_shared = path.parts[-3:-1] == (self._digest, _CAPTURES)
        return self.root / _CAPTURES / path.name if is_shared else path

    def archives(self) -> tuple[Path, ...]:
        """The packed archives, at hand on this machine, in order."""
        folder = self.root / _CAPTURES
        if not self.is_folder:
            files = self._files()
            for name in self._names(_CAPTURES):
                if not (folder / Path(name).name).exists():
                    self._get(files, name, folder / Path(name).name)
        return tuple(sorted(folder.glob(f"*{_SUFFIX}")))

    def named_archives(self) -> tuple[Path, ...]:
        """The same as reports name them: from the working folder of whoever began the run."""
        root = Path(self.place) if self.is_folder else self.root
        return tuple(root / _CAPTURES / path.name for path in self.archives())

    @contextmanager
    def segments_of(self, host: str) -> Iterator[tuple[Path, ...]]:
        """What tasks have fetched of a host and nobody has packed yet, at hand meanwhile."""
        name = f"{_SEGMENTS}/{_named(host)}"
        if self.is_folder:
            yield tuple(_whole(sorted((self.root / name).glob(f"*{_SUFFIX}"))))
            return
        with tempfile.TemporaryDirectory(prefix="citeaudit-") as folder:
            files = self._files()
            paths = []
            for each in self._names(name):
                paths.append(Path(folder) / Path(each).name)
                self._get(files, each, paths[-1])
            yield tuple(_whole(paths))

    @contextmanager
    def segment(self, host: str) -> Iterator["Segment"]:
        """A file to record to; what is in it when it is published, or at the end, stays there."""
        name = f"{_SEGMENTS}/{_named(host)}/{token_hex(8)}"
        if self.is_folder:
            path = self.root / f"{name}{_SUFFIX}"
            make_folder(path.parent)
            yield Segment(path, lambda _: None)
            return
        with tempfile.TemporaryDirectory(prefix="citeaudit-") as folder:
            part = Path(folder) / "part"
            number = 0

            def publish(records: bytes) -> None:
                nonlocal number
                part.write_bytes(records)
                self._put(part, f"{name}-{number:06}{_SUFFIX}")
                number += 1

            segment = Segment(Path(folder) / f"segment{_SUFFIX}", publish)
            yield segment
            segment.publish()

    def pack(self) -> None:
        """Packs the segments into archives, and takes them away."""
        names = sorted(self._names(_SEGMENTS))
        if not names:
            return
        folder = self.root / _CAPTURES
        make_folder(folder)
        files = None if self.is_folder else self._files()
        number = len(self.archives())
        left = list(names)
        while left:
            path = folder / f"{number:05}-{token_hex(4)}{_SUFFIX}"
            with writing(path) as archive:
                packed = []
                while left and archive.tell() < _LARGEST:
                    packed.append(left.pop(0))
                    self._append(files, packed[-1], archive)
                is_empty = not archive.tell()
            if is_empty:
                path.unlink()
            elif files is not None:
                self._put(path, f"{_CAPTURES}/{path.name}")
            for name in packed:
                self._remove(files, name)
            number += 1

    def _append(self, files: Any, name: str, archive: Any) -> None:
        """The whole records of a segment: a killed worker has left a part of one behind them."""
        with tempfile.TemporaryDirectory(prefix="citeaudit-") as folder:
            path = self.root / name
            if files is not None:
                path = Path(folder) / Path(name).name
                self._get(files, name, path)
            length = whole_length(path)
            with path.open("rb") as segment:
                while length and (piece := segment.read(min(length, 1 << 20))):
                    archive.write(piece)
                    length -= len(piece)

    def put_folder(self, folder: Path) -> None:
        """Lets what this machine has written below its root be at the place too."""
        if self.is_folder:
            return
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self._put(path, path.relative_to(self.root).as_posix())

    def _names(self, folder: str) -> list[str]:
        """The archives below a folder of the place, as written from it."""
        if self.is_folder:
            found = (self.root / folder).rglob(f"*{_SUFFIX}")
            return [path.relative_to(self.root).as_posix() for path in found]
        files = self._files()
        base = _path(self.place)
        with suppress(FileNotFoundError):
            files.invalidate_cache()
            found = files.find(f"{base}/{folder}")
            return [name[len(base) + 1 :] for name in found if name.endswith(_SUFFIX)]
        return []

    def _files(self) -> Any:
        try:
            from fsspec.core import url_to_fs  # noqa: PLC0415 — of the extra, for addresses alone
        except ImportError as error:
            raise UsageError(
                f"{self.place} needs fsspec: install the extra s3, or name a folder"
            ) from error
        try:
            return url_to_fs(self.place)[0]
        except (ImportError, ValueError) as error:
            raise UsageError(f"{self.place}: {error}") from error

    def _get(self, files: Any, name: str, path: Path) -> None:
        make_folder(path.parent)
        part = path.with_name(f".{token_hex(8)}.part")
        files.get_file(f"{_path(self.place)}/{name}", str(part))
        part.replace(path)

    def _put(self, path: Path, name: str) -> None:
        if path.exists():
            self._files().put_file(str(path), f"{_path(self.place)}/{name}")

    def _remove(self, files: Any, name: str) -> None:
        if files is not None:
            files.rm_file(f"{_path(self.place)}/{name}")
            return
        path = self.root / name
        discard_archive(path)
        with suppress(OSError):  # another task of the host has begun meanwhile
            path.parent.rmdir()


class Segment:
    """A file that grows by whole records; ``publish`` hands on those since the last time."""

    def __init__(self, path: Path, take: Callable[[bytes], None]) -> None:
        self.path = path
        self._take = take
        self._end = 0

    def publish(self) -> None:
        """Lets what was recorded since the last time be at the shared place."""
        with self.path.open("rb") as file:
            file.seek(self._end)
            records = file.read()
        if records:
            self._take(records)
            self._end += len(records)


def _path(address: str) -> str:
    """An address as its file system takes it: without the scheme."""
    return address.partition("://")[2].rstrip("/")


def _named(host: str) -> str:
    """A host as the name of a folder."""
    return host.replace(":", "_") or "_"


def _whole(paths: Iterable[Path]) -> Iterator[Path]:
    """Those of some files that have a record: one that was just begun has none."""
    for path in paths:
        with suppress(CaptureError):
            if whole_length(path):
                yield path
