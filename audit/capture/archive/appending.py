"""An archive file that is added to: one writer at a time, whole records, safe against a crash."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from audit.capture.archive.record import Record
from audit.capture.archive.records import recover
from audit.errors import CaptureError
from audit.files import open_to_append

PATIENCE = 10.0  # seconds that a run waits for another to end


class ArchiveFile:
    """A ``.warc.gz`` open for appending, cleared of a last record that a killed run has cut.

    ``end`` is the offset at which the next record will stand.

    Args:
        path: The file; made when it is not there.
        take: Is handed each record that stands in it already.

    Raises:
        CaptureError: It cannot be written, is no archive, is damaged, or another run writes to it.
    """

    def __init__(self, path: Path, take: Callable[[Record], None]) -> None:
        self.path = path
        try:
            self._file = open_to_append(path)
        except OSError as error:
            raise unwritable(path, error) from error
        try:
            self._wait_for_lock()
            for record in recover(path):
                take(record)
            self.end = self._file.seek(0, os.SEEK_END)
        except BaseException:
            self._file.close()
            raise

    def _wait_for_lock(self) -> None:
        ends = time.monotonic() + PATIENCE
        while not _locked(self._file.fileno()):
            if time.monotonic() >= ends:
                raise CaptureError(
                    f"{self.path}: another run is writing to this archive; wait for it to end"
                )
            time.sleep(0.1)

    def append(self, record: bytes) -> int:
        """Adds a record that is packed already, whole or not at all, and gives its offset.

        Raises:
            CaptureError: It cannot be written.
        """
        offset = self.end
        rest = memoryview(record)
        try:
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            self._file.truncate(offset)
            raise unwritable(self.path, error) from error
        self.end += len(record)
        return offset

    def close(self) -> None:
        """Sees to it that the records are on the disk, and ends."""
        if not self._file.closed:
            os.fsync(self._file.fileno())
            self._file.close()  # which also unlocks it


def unwritable(path: Path, error: OSError) -> CaptureError:
    """The error of an archive that cannot be written."""
    return CaptureError(
        f"{path}: the archive cannot be written ({error.strerror}); choose another place for it"
    )


if sys.platform == "win32":
    import msvcrt

    _BEYOND_ANY_RECORD = (1 << 31) - 2

    def _locked(handle: int) -> bool:
        os.lseek(handle, _BEYOND_ANY_RECORD, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
