"""What a run of the audit can be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audit.model import (
    DiscoverySettings,
    FetchSettings,
    NamedWaiver,
    ProjectSetting,
    Severity,
    Style,
)

if TYPE_CHECKING:
    from audit.model import HouseLine, HouseStyle


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's settings; the defaults are what ``citeaudit check`` does untold.

    ``house`` are lines of one's own on quotations, which hold over those of ``style``.
    ``fail_on`` is the least severity of a finding that fails the run, None when none does.
    ``severity`` has the severities of rules that differ from their own, None for a rule that is
    off; ``waive`` the findings that somebody answers for. ``output_dir`` is the folder in which
    each article's reports get a folder of their own. ``max_cpu`` is the seconds of computing that
    one page or article may take at a time, ``max_memory`` the bytes of address space that its
    process may take beside what it begins with. ``of_project`` says what a project's file has made
    other than it would be; ``within`` is the folder that ``output_dir`` may not leave, None where
    the user has chosen it.
    """

    style: Style = Style.STRICT
    house: "tuple[HouseLine, ...]" = ()
    fail_on: Severity | None = Severity.ERROR
    fail_on_incomplete: bool = False
    output_dir: str = "reports"
    max_cpu: int = 60
    max_memory: int = 2_000_000_000
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    waive: tuple[NamedWaiver, ...] = ()
    fetch: FetchSettings = field(default_factory=FetchSettings)
    discovery: DiscoverySettings = field(default_factory=DiscoverySettings)
    of_project: tuple[ProjectSetting, ...] = field(default=(), compare=False)
    within: str | None = field(default=None, compare=False)

    @property
    def house_style(self) -> "HouseStyle":
        """How strictly quotations are held to their sources, lines of one's own included."""
        from audit.model import HouseStyle  # noqa: PLC0415 — few commands compare quotations

        return HouseStyle(self.style, self.house)


def host_and_port(text: str) -> tuple[str, int]:
    """An address that may be asked although it is not public: its host in lower case, its port.

    Raises:
        ValueError: It is not HOST:PORT.
    """
    host, colon, port = text.rpartition(":")
    if not (host and colon and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise ValueError("not HOST:PORT")
    return host.strip("[]").lower(), int(port)
