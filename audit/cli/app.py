"""The Typer app: its commands, and the option that stands before them."""

from collections.abc import Callable
from typing import Annotated

import typer

from audit._version import __version__
from audit.cli.commands.capture import capture
from audit.cli.commands.check import check
from audit.cli.commands.explain import explain
from audit.cli.commands.extract import extract
from audit.cli.commands.quote import quote
from audit.cli.commands.recheck import recheck
from audit.cli.commands.render import render
from audit.cli.commands.settings import config, init
from audit.cli.commands.sources import sources
from audit.cli.commands.verify import verify
from audit.cli.console.output import result
from audit.cli.exits import Exit
from audit.cli.options.flatten import flatten_options

app = typer.Typer(
    name="citeaudit",
    invoke_without_command=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Audits the citations and quotations of a news article: compares its words with its"
    " sources, and says what differs. It does not judge what is true.",
)
_COMMANDS: tuple[Callable[..., int], ...] = (
    *(check, extract, sources, capture, verify, recheck),
    *(render, config, init, quote, explain),
)
for _command in _COMMANDS:
    app.command()(flatten_options(_command))


def _version(*, asked: bool) -> None:
    if asked:
        result(f"citeaudit {__version__}\n")
        raise typer.Exit


@app.callback()
def _before(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 — its callback has acted before we are called
        bool,
        typer.Option(
            "--version",
            callback=lambda asked: _version(asked=asked),
            is_eager=True,
            help="Print the version and exit.",
        ),
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        result(f"{context.get_help()}\n")
        raise typer.Exit(Exit.USAGE)
