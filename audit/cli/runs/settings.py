"""``citeaudit config`` and ``citeaudit init``: the settings that hold, a file to begin with."""

from pathlib import Path

from audit.cli.console.output import result, say
from audit.cli.exits import Exit
from audit.config import as_toml, layers, settled
from audit.config.schema import OwnSettingsTable
from audit.errors import UsageError
from audit.files import write_new
from audit.report.escape import visible

_WIDEST = 40  # characters of a value that moves the column behind it
_BEGINNING = """\
# Settings of citeaudit for this project. Uncomment what should differ from the defaults, which stand here.
# The command line and the environment (CITEAUDIT_STYLE, CITEAUDIT_FAIL_ON …) come before this file.

# style = "strict"             # or "light-edit": a short list of unmarked differences counts as edited;
#                              # "ap", "reuters", "guardian", "bbc": what the house's guide allows
# fail-on = "error"            # or "warning", "note", "never"
# fail-on-incomplete = false   # true: exit 4 when a source could not be checked
# output-dir = "reports"       # from the folder of this file
# deadline = 30                # seconds that one source may take
# max-time = 600               # seconds that all sources of a run may take together; no bound by default
# delay = 1                    # seconds between two pages of one host
# max-bytes = 20000000         # of one page, as received and as it inflates to
# archive = "memento"          # copies of lost pages are looked for; "none": they are not
# obey-robots = false          # true: leave pages alone that robots.txt closes to programs
# discover = "named"           # sources nobody linked are searched for; "all" quotations, "off"
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


def show_settings(path: Path | None) -> Exit:
    """Prints every key, its value and origin; ``path`` stands for the project's file."""
    settings, origins = settled(layers(path))
    rows = []
    for name, field in OwnSettingsTable.model_fields.items():
        owners = (settings, settings.fetch, settings.discovery)
        owner = next(each for each in owners if hasattr(each, name))
        value = visible(as_toml(name, getattr(owner, name)))
        rows.append((field.alias or name, value, origins.get(name, "default")))
    widths = [
        max(len(row[column]) for row in rows if len(row[column]) <= _WIDEST) for column in range(2)
    ]
    lines = (
        f"{key:{widths[0]}} = {value:{widths[1]}}  # {visible(origin)}".rstrip()
        for key, value, origin in rows
    )
    result("\n".join(lines) + "\n")
    return Exit.OK


def write_settings(path: Path) -> Exit:
    """Writes a settings file to begin with, where there is none."""
    try:
        write_new(path, _BEGINNING)
    except FileExistsError:
        raise UsageError(f"{path} exists already: it is left as it is") from None
    except OSError as error:
        raise UsageError(f"cannot write {path} ({error.strerror}): choose another file") from error
    say(f"wrote {path}")
    return Exit.OK
