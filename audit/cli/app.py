"""The Click app: its commands, each loaded when it runs, and the options before them."""

from importlib import import_module

import click
from click.shell_completion import get_completion_class

from audit._version import __version__
from audit.cli.console.output import result
from audit.cli.exits import Exit

SUMMARIES = {
    "check": "Audit articles: compare their quotations with their sources and write a report for each.",
    "extract": "List who is quoted or cited in articles, with which words.",
    "sources": "Write a sources file for what an article quotes without a link, to be filled in.",
    "capture": "Fetch and archive every link of articles, or single URLs.",
    "verify": "Hash the captures of reports again and compute every verdict again.",
    "recheck": "Fetch the sources of reports again: what changed, and whether each quotation still"
    " stands.",
    "render": "Print finished reports in another format.",
    "waive": "Answer for a finding of a report: write its waiver, with a reason, into the settings.",
    "config": "Show the settings that hold here, and where each comes from.",
    "init": "Write a settings file with every key, its default and what it does.",
    "quote": "Compare one quotation with sources: verdict, passage, and what differs word by word.",
    "index": "Build a corpus of pages, or add to it, to be searched for quotations.",
    "search": "Search a corpus for the pages that have words: outlet, date, and the passage.",
    "explain": "Explain a rule or a word of a report: what it means, what to do.",
}
"""Every command, in the order of the help, with the first sentence of its own: tests hold them
equal.
"""

_MODULES = {"config": "settings", "init": "settings"}
"""The modules of ``audit.cli.commands`` that are not named like their command."""


class _Commands(click.Group):
    """Commands that are made when they are asked for: the help of all takes none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 — as Click calls it
        """The names of all commands."""
        return list(SUMMARIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 — as above
        """The command of a name."""
        if cmd_name not in SUMMARIES:
            return None
        from audit.cli.options.declare import command_of  # noqa: PLC0415 — not for the help of all

        module = import_module(f"audit.cli.commands.{_MODULES.get(cmd_name, cmd_name)}")
        return command_of(getattr(module, cmd_name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 — as above
        """Writes what each command does."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))


def _show_version(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 — as Click calls it
    if asked:
        result(f"citeaudit {__version__}\n")
        context.exit()


def _show_completion(context: click.Context, _: click.Parameter, shell: str | None) -> None:
    if shell is None:
        return
    script = get_completion_class(shell)
    assert script is not None  # one of the shells that Click names
    result(script(context.command, {}, "citeaudit", "_CITEAUDIT_COMPLETE").source() + "\n")
    context.exit()


def _without_command() -> int | None:
    context = click.get_current_context()
    if context.invoked_subcommand is not None:
        return None
    result(f"{context.get_help()}\n")
    context.exit(Exit.USAGE)


app = _Commands(
    name="citeaudit",
    commands=[
        click.Command(name) for name in SUMMARIES
    ],  # what a slip of the keys is compared with
    callback=_without_command,
    invoke_without_command=True,
    help="Audits the citations and quotations of a news article: compares its words with its"
    " sources, and says what differs. It does not judge what is true.",
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help="Print the version and exit.",
        ),
        click.Option(
            ["--show-completion"],
            type=click.Choice(["bash", "fish", "zsh"]),
            is_eager=True,
            expose_value=False,
            callback=_show_completion,
            help="Print what teaches a shell the commands and options, for its start-up file.",
        ),
    ],
)
