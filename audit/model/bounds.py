"""The bounds of the numbers of ``FetchSettings``, wherever they are given."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of a number.

    ``above`` says that the least is itself too little. A file that comes with a project is held to
    ``project_least`` and ``project_most`` as well, so that its sources are read.
    """

    least: float
    most: float
    above: bool = False
    project_least: float | None = None
    project_most: float | None = None

    @property
    def least_option(self) -> float:
        """The least that the command line takes; its bounds are always allowed."""
        return self.least + 0.1 if self.above else self.least

    def __str__(self) -> str:
        if self.above:
            return f"above {self.least:.0f}, at most {self.most:.0f}"
        return f"from {self.least:.0f} to {self.most:.0f}"


DEADLINE = Bounds(0, 3600, above=True, project_least=5)
MAX_TIME = Bounds(0, 86_400, above=True, project_least=60)
DELAY = Bounds(0, 3600, project_most=60)
MAX_BYTES = Bounds(1, 1_000_000_000, project_least=1_000_000)
DISCOVER_REQUESTS = Bounds(1, 100)
DISCOVER_TOTAL = Bounds(1, 1000)
DISCOVER_TIME = Bounds(0, 3600, above=True)
DISCOVER_DAYS = Bounds(0, 366)
MAX_CPU = Bounds(1, 3600)
MAX_MEMORY = Bounds(100_000_000, 64_000_000_000)
