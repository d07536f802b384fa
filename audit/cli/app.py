"""The Typer app: its commands, and the option that stands before them."""

from typing import Annotated

import typer

from audit._version import __version__
from audit.cli.capture import capture
from audit.cli.check import check
from audit.cli.exits import Exit
from audit.cli.explain import explain
from audit.cli.extract import extract
from audit.cli.output import result
from audit.cli.quote import quote
from audit.cli.recheck import recheck
from audit.cli.render import render
from audit.cli.settings import config, init
from audit.cli.spread import spread
from audit.cli.verify import verify

app = typer.Typer(
    name="citeaudit",
    invoke_without_command=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Audits the citations and quotations of a news article: compares its words with its"
    " sources, and says what differs. It does not judge what is true.",
)
app.command()(spread(check))
app.command()(extract)
app.command()(spread(capture))
app.command()(verify)
app.command()(spread(recheck))
app.command()(render)
app.command()(config)
app.command()(init)
app.command()(spread(quote))
app.command()(explain)


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
