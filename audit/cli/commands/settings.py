"""``citeaudit config`` and ``citeaudit init``: the settings that hold, a file to begin with."""

from pathlib import Path
from typing import Annotated

from audit.cli.options.declare import Argument, Option


def config(
    config: Annotated[
        Path | None,
        Option(metavar="FILE", help="A settings file that stands for the project's."),
    ] = None,
) -> int:
    """Show the settings that hold here, and where each comes from."""
    from audit.cli.runs.settings import show_settings

    return show_settings(config)


def init(
    path: Annotated[Path, Argument(metavar="FILE", help="The file to write.")] = Path(
        "citeaudit.toml"
    ),
) -> int:
    """Write a settings file with every key, its default and what it does."""
    from audit.cli.runs.settings import write_settings

    return write_settings(path)
