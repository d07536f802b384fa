"""Every key of the settings, declared once: what it takes, within which bounds, and from whom.

The schema's bounds, the sentences about mistakes, the reading of the environment and the options of
the command line are made of this; what cannot be, the schema's and dataclasses' fields and the file
that ``citeaudit init`` writes, is held to it by ``tests/config/test_keys.py``. Defaults are those
of ``Settings`` and ``FetchSettings``.
"""

from dataclasses import dataclass
from enum import Enum, auto

from audit.model import ArchiveUse, Discover, Severity, Style
from audit.model.bounds import (
    DEADLINE,
    DELAY,
    DISCOVER_DAYS,
    DISCOVER_REQUESTS,
    DISCOVER_TIME,
    DISCOVER_TOTAL,
    MAX_BYTES,
    MAX_CPU,
    MAX_MEMORY,
    MAX_TIME,
    Bounds,
)


class Takes(Enum):
    """The type of a key's value."""

    FLAG = auto()
    NUMBER = auto()
    WHOLE_NUMBER = auto()
    TEXT = auto()
    LIST = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name in a settings file, and what a message says that it takes.

    ``own`` says that it is for a file that the user names, and for none that comes with a project.
    """

    name: str
    takes: Takes
    expected: str
    bounds: Bounds | None = None
    own: bool = False

    @property
    def field(self) -> str:
        """The name of its field in ``Settings`` or ``FetchSettings``, and in the schema."""
        return self.name.replace("-", "_")


NEVER = "never"
"""Of ``fail-on``: no finding fails a run."""
OFF = "off"
"""Of a rule in ``severity``: it is not asked."""

OF_A_RULE = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""The severities that a rule can be given."""
_FLAG = "true or false"

KEYS = (
    Key("style", Takes.TEXT, f"one of {', '.join(Style)}"),
    Key("fail-on", Takes.TEXT, f"one of {', '.join([*OF_A_RULE, NEVER])}"),
    Key("fail-on-incomplete", Takes.FLAG, _FLAG),
    Key("output-dir", Takes.TEXT, "the path of a folder"),
    Key(
        "severity",
        Takes.TABLE,
        f"a table of rules, each with one of {', '.join([*OF_A_RULE, OFF])}",
    ),
    Key("deadline", Takes.NUMBER, f"seconds: a number {DEADLINE}", DEADLINE),
    Key("max-bytes", Takes.WHOLE_NUMBER, f"a whole number {MAX_BYTES}", MAX_BYTES),
    Key("max-time", Takes.NUMBER, f"seconds: a number {MAX_TIME}", MAX_TIME),
    Key("delay", Takes.NUMBER, f"seconds: a number {DELAY}", DELAY),
    Key("obey-robots", Takes.FLAG, _FLAG),
    Key(
        "archive",
        Takes.TEXT,
        f"one of {ArchiveUse.NONE}, {ArchiveUse.MEMENTO}; {ArchiveUse.SAVE} is for the command line",
    ),
    Key("discover", Takes.TEXT, f"one of {', '.join(Discover)}"),
    *(
        Key(name, takes, f"{unit}: a number {bounds}", bounds, own=True)
        for name, takes, unit, bounds in (
            ("discover-requests", Takes.WHOLE_NUMBER, "requests", DISCOVER_REQUESTS),
            ("discover-total", Takes.WHOLE_NUMBER, "requests", DISCOVER_TOTAL),
            ("discover-time", Takes.NUMBER, "seconds", DISCOVER_TIME),
            ("discover-days", Takes.WHOLE_NUMBER, "days", DISCOVER_DAYS),
        )
    ),
    Key(
        "allow-private",
        Takes.LIST,
        'a list of HOST:PORT, for instance ["127.0.0.1:8000"]',
        own=True,
    ),
    Key("max-cpu", Takes.WHOLE_NUMBER, f"seconds: a whole number {MAX_CPU}", MAX_CPU, own=True),
    Key(
        "max-memory",
        Takes.WHOLE_NUMBER,
        f"bytes: a whole number {MAX_MEMORY}",
        MAX_MEMORY,
        own=True,
    ),
    Key("services", Takes.TABLE, "a table of http or https addresses", own=True),
    Key(
        "sites",
        Takes.TABLE,
        "a table of outlets, each with an http or https address or a list of them",
        own=True,
    ),
    Key(
        "search",
        Takes.TABLE,
        "a table with url, in which {query} stands for the words, and the names of what it answers",
        own=True,
    ),
)
"""In the order in which ``citeaudit config`` lists them."""


def named(*takes: Takes) -> frozenset[str]:
    """The names of the keys that take values of these types."""
    return frozenset(key.name for key in KEYS if key.takes in takes)
