"""Writes the table of all options in docs/reference.md; ``make docs`` runs it, and a test holds it.

The program is asked: an option that is added to a command is in the table.
"""

from pathlib import Path

import click

from audit.cli.app import SUMMARIES, app

PAGE = Path(__file__).parent / "reference.md"
_BEGIN = "<!-- options: written by `make docs` -->\n"
_END = "<!-- end of the options -->\n"


def page() -> str:
    """The reference with the table as it ought to be."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}\n{table()}\n{_END}{after}"


def table() -> str:
    """Every option as Markdown, in the order of the commands that have it."""
    commands: dict[tuple[str, str], list[str]] = {}
    with click.Context(app) as context:
        for name in SUMMARIES:
            command = app.get_command(context, name)
            assert command is not None  # it stands in the list
            for option in command.params:
                if isinstance(option, click.Option):
                    commands.setdefault((_names(option), option.help or ""), []).append(name)
    lines = ["| option | commands | what it does |", "| --- | --- | --- |"]
    lines += [
        f"| `{names}` | {', '.join(having)} | {says.replace('|', chr(92) + '|')} |"
        for (names, says), having in commands.items()
    ]
    return "\n".join(lines) + "\n"


def _names(option: click.Option) -> str:
    names = ", ".join((*option.opts, *option.secondary_opts))
    return f"{names} {option.metavar}" if option.metavar else names


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
