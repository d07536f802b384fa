"""What can go wrong, as one tree; only the command line catches.

CiteauditError                 exit 70 unless a branch says otherwise
├── UsageError                 exit 2   an option, a setting or a sources file is wrong
├── ReadError                  exit 3   an article cannot be read or has no text
└── CaptureError               exit 2   an archive cannot be read or written

What the web does (a dead link, a refusal, a time-out) is no exception: it is an ``Outcome``.
Every message is one line that says what to do.
"""


class CiteauditError(Exception):
    """The root: nothing else of ours is raised."""


class UsageError(CiteauditError):
    """An option, a setting or a sources file is wrong."""


class ReadError(CiteauditError):
    """An article cannot be read, or has no text."""


class CaptureError(CiteauditError):
    """An archive of captures cannot be read or written."""
