"""The exit codes, the same for every command and format, and which of several counts."""

from collections.abc import Iterable
from enum import IntEnum


class Exit(IntEnum):
    """What a run's exit code says; docs/reference.md shows this table, pinned by a test."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    INCOMPLETE = 4
    INTERNAL = 70
    INTERRUPTED = 130


_FIRST_COUNTS = (
    Exit.INTERRUPTED,
    Exit.INTERNAL,
    Exit.USAGE,
    Exit.UNREADABLE,
    Exit.FINDINGS,
    Exit.INCOMPLETE,
    Exit.OK,
)


def worst(codes: Iterable[Exit]) -> Exit:
    """The code of a run in which several apply."""
    return min(codes, key=_FIRST_COUNTS.index, default=Exit.OK)
