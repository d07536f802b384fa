"""Parameters and fields of dataclasses as the options and arguments of a command."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import click
import pytest
from click.testing import CliRunner

from audit.cli.options.declare import Argument, Option, command_of


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    size: Annotated[Size, Option(help="How large.")] = Size.SMALL
    maybe: Annotated[Size | None, Option(help="How large, if at all.")] = None
    kept_in: Annotated[Path | None, Option(metavar="FOLDER", help="Where.")] = None
    words: Annotated[list[str] | None, Option(("--word", "-w"), help="Which.")] = None
    times: Annotated[int, Option(least=1, most=9, help="How often.")] = 2
    delay: Annotated[float | None, Option(least=0, most=9, help="How long.")] = None
    quiet: Annotated[bool, Option(("--quiet",), help="Whether.")] = False


def run(*words: str) -> Any:
    """What a command is called with: its argument and its group."""
    called: list[Any] = []

    def command(names: Annotated[list[str], Argument("NAME", "Who.")], *, group: Group) -> int:
        """Do it."""
        called.append((names, group))
        return 0

    command_of(command).main(words, standalone_mode=False)
    return called.pop()


def test_what_is_not_said_is_the_default() -> None:
    assert run("a") == (["a"], Group())


def test_each_kind_is_given_as_it_is_annotated() -> None:
    options = ("--size", "large", "--maybe=small", "--kept-in", "x/y", "-w", "b", "--word", "c")
    names, group = run("a", *options, "--times", "3", "--delay", "0.5", "--quiet", "d")
    assert names == ["a", "d"]
    assert group == Group(
        size=Size.LARGE,
        maybe=Size.SMALL,
        kept_in=Path("x/y"),
        words=["b", "c"],
        times=3,
        delay=0.5,
        quiet=True,
    )
    assert isinstance(group.size, Size)


@pytest.mark.parametrize(
    "wrong",
    [("--size", "huge"), ("--times", "0"), ("--times", "1.5"), ("--delay", "10"), ("--nope",)],
)
def test_what_is_none_of_the_kind_is_refused(wrong: tuple[str, ...]) -> None:
    with pytest.raises(click.UsageError):
        run("a", *wrong)


def test_an_argument_that_has_no_default_is_asked_for() -> None:
    with pytest.raises(click.UsageError):
        run()


def test_help_explains_arguments_and_options() -> None:
    def command(name: Annotated[str | None, Argument("NAME", "Who.")] = None) -> int:
        """Do it."""
        return 0 if name else 1

    shown = CliRunner().invoke(command_of(command), ["--help"]).output
    assert "[OPTIONS] [NAME]" in shown
    assert "Arguments:\n  NAME  Who." in shown
