"""``citeaudit config`` and ``citeaudit init``: which settings hold here, and a file to begin with."""

from pathlib import Path
from typing import Annotated

import typer

from audit.cli.output import result, say
from audit.errors import UsageError
from audit.files import write_new
from audit.report.escape import visible

_BEGINNING = """\
# Settings of citeaudit for this project. Uncomment what should differ from the defaults, which stand here.
# The command line and the environment (CITEAUDIT_STYLE, CITEAUDIT_FAIL_ON …) come before this file.

# style = "strict"             # or "light-edit": a short list of unmarked differences counts as edited
# fail-on = "error"            # or "warning", "note", "never"
# fail-on-incomplete = false   # true: exit 4 when a source could not be checked
# output-dir = "reports"       # from the folder of this file
# deadline = 30                # seconds that one source may take
# max-time = 600               # seconds that all sources of a run may take together; no bound by default
# delay = 1                    # seconds between two pages of one host
# max-bytes = 20000000         # of one page, as received and as it inflates to
# archive = "memento"          # copies of lost pages are looked for; "none": they are not
# obey-robots = false          # true: leave pages alone that robots.txt closes to programs
#
# [severity]                   # of rules, where theirs is not yours; citeaudit explain lists all rules
# link-moved = "off"           # or "error", "warning", "note"
#
# [[waive]]                    # a finding that somebody answers for, and why; one table for each
# rule = "source-unlinked"
# fingerprint = "0e3a5c1f9b7d2468ace013579bdf8642"   # as report.json has it
# reason = "own interview, notes 2 Nov"
# who = "Nora Vale"
# until = 2026-12-31           # the last day on which it counts
"""

Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A settings file that stands for the project's."),
]


def config(config: Config = None) -> int:
    """Show the settings that hold here, and where each comes from."""
    from audit.config import as_toml, layers, settled  # noqa: PLC0415 — keeps --help light
    from audit.config.schema import OwnSettingsTable  # noqa: PLC0415 — pydantic is slow to import

    settings, origins = settled(layers(config))
    rows = []
    for name, field in OwnSettingsTable.model_fields.items():
        owner = settings if hasattr(settings, name) else settings.fetch
        value = visible(as_toml(name, getattr(owner, name)))
        rows.append((field.alias or name, value, origins.get(name, "default")))
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    lines = (
        f"{key:{widths[0]}} = {value:{widths[1]}}  # {visible(origin)}".rstrip()
        for key, value, origin in rows
    )
    result("\n".join(lines) + "\n")
    return 0


def init(
    path: Annotated[Path, typer.Argument(metavar="[FILE]", help="The file to write.")] = Path(
        "citeaudit.toml"
    ),
) -> int:
    """Write a settings file with every key, its default and what it does."""
    try:
        write_new(path, _BEGINNING)
    except FileExistsError:
        raise UsageError(f"{path} exists already: it is left as it is") from None
    except OSError as error:
        raise UsageError(f"cannot write {path} ({error.strerror}): choose another file") from error
    say(f"wrote {path}")
    return 0
