"""What can go wrong, as one tree; only the command line catches.

CiteauditError                 exit 70 unless a branch says otherwise
├── UsageError                 exit 2   an option, a setting or a sources file is wrong
├── ReadError                  exit 3   an article cannot be read or has no text
├── CaptureError               exit 2   an archive cannot be read or written
├── InternalError              exit 70  an article could not be checked, by a fault of ours
└── LanguageError              exit 70  a file of words in audit/languages/ is not as its keys want

What the web does (a dead link, a refusal, a time-out) is no exception: it is an ``Outcome``.
Every message is one line that says what to do.
"""

from collections.abc import Collection
from difflib import get_close_matches
from typing import Self

_LONGEST_NAME = 100  # characters: comparing takes more than linear time
_LARGE = 2_000_000  # bytes: hardly any article has so many


class CiteauditError(Exception):
    """The root: nothing else of ours is raised."""


class UsageError(CiteauditError):
    """An option, a setting or a sources file is wrong."""


class ReadError(CiteauditError):
    """An article cannot be read, or has no text."""


class CaptureError(CiteauditError):
    """An archive of captures cannot be read or written."""


class InternalError(CiteauditError):
    """An article could not be checked: we failed, ran out of time or of memory.

    A log says where.
    """

    @classmethod
    def of(cls, name: str, why: str, size: int = 0) -> Self:
        """That an article, a source or a report could not be checked, as everybody says it.

        ``why`` is a fault of ours or the bound at which it was ended, as ``crash`` says them.
        ``size`` is in bytes: where it has very many, that is said beside the reason.
        """
        large = f"; it has {size / 1e6:.1f} MB: try a part of it" if size >= _LARGE else ""
        return cls(f"{name} could not be checked: {why}{large}")


class LanguageError(CiteauditError):
    """A file of a language's words lacks a key, or has one too many."""


def nearest_name(name: str, known: Collection[str]) -> str | None:
    """The known name that may have been meant by one that is not known.

    None where nothing is near.
    """
    if len(name) > _LONGEST_NAME:
        return None
    found = get_close_matches(name.lower().replace("_", "-"), known, n=1, cutoff=0.5)
    return found[0] if found else None
