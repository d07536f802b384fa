"""Options and arguments, declared once as parameters or as the fields of a dataclass.

Commands of them. A parameter of a command is annotated with what it holds and with an ``Option`` or
``Argument``: Click takes names, type and default from there, where its own decorators would have
them said a second time, out of sight of the type checker.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import click


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its ``names``, where they are not that of the parameter; bounds of a number."""

    names: tuple[str, ...] = ()
    help: str = ""
    metavar: str | None = None
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """What stands on the command line without a name; ``metavar`` is what the help calls it."""

    metavar: str
    help: str


class Command(click.Command):
    """A command whose help explains its arguments too."""

    arguments: tuple[tuple[str, str], ...] = ()

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the arguments, then the options."""
        if self.arguments:
            with formatter.section("Arguments"):
                formatter.write_dl(self.arguments)
        super().format_options(ctx, formatter)


def command_of(function: Callable[..., int]) -> click.Command:
    """A command for Click, of a function whose parameters may be groups of options.

    A parameter that is annotated with a dataclass stands for an option for each of its fields. The
    help of the command is the docstring of the function.
    """
    groups: dict[str, Any] = {}
    parameters: list[click.Parameter] = []
    explained: list[tuple[str, str]] = []
    hints = get_type_hints(function, include_extras=True)
    for name, parameter in inspect.signature(function).parameters.items():
        hint = hints[name]
        if is_dataclass(hint):
            groups[name] = hint
            parameters.extend(_of_group(hint))
            continue
        parameters.append(_parameter(name, hint, parameter.default))
        declared = get_args(hint)[1]
        if isinstance(declared, Argument):
            explained.append((declared.metavar, declared.help))

    def with_groups(**given: Any) -> int:
        for name, kind in groups.items():
            given[name] = kind(**{field.name: given.pop(field.name) for field in fields(kind)})
        return function(**given)

    command = Command(
        function.__name__,
        callback=with_groups,
        params=parameters,
        help=inspect.cleandoc(function.__doc__ or ""),
    )
    command.arguments = tuple(explained)
    return command


def _of_group(group: Any) -> Iterator[click.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    for field in fields(group):
        yield _parameter(field.name, hints[field.name], field.default)


def _parameter(name: str, hint: Any, default: Any) -> click.Parameter:
    held, declared = get_args(hint)
    kinds = [kind for kind in get_args(held) or (held,) if kind is not NoneType]
    repeats = get_origin(held) is list or any(get_origin(kind) is list for kind in kinds)
    kind = kinds[0]
    if get_origin(kind) is list:
        [kind] = get_args(kind)
    has_default = default not in (inspect.Parameter.empty, None, False)
    if isinstance(default, StrEnum):
        default = default.value
    if isinstance(declared, Argument):
        is_required = default is inspect.Parameter.empty
        shown = declared.metavar if is_required else f"[{declared.metavar}]"
        return click.Argument(
            [name],
            type=_type_of(kind, declared),
            nargs=-1 if repeats else 1,
            required=is_required,
            **({"default": default} if has_default else {}),
            metavar=f"{shown}..." if repeats else shown,
            callback=_as_list if repeats else None,
        )
    assert isinstance(declared, Option)
    if kind is bool:
        return click.Option(
            [name, *declared.names], is_flag=True, default=default, help=declared.help
        )
    names = declared.names or (f"--{name.replace('_', '-')}",)
    return click.Option(
        [name, *names],
        type=_type_of(kind, declared),
        multiple=repeats,
        default=default if has_default else None,
        show_default=has_default,
        metavar=declared.metavar,
        callback=_as_list if repeats else None,
        help=declared.help,
    )


def _as_list(_: click.Context, __: click.Parameter, values: tuple[Any, ...]) -> list[Any] | None:
    """What a parameter was given several times, None where it was given not once."""
    return list(values) or None


def _type_of(kind: Any, declared: Option | Argument) -> click.ParamType[Any]:
    if issubclass(kind, StrEnum):
        return _Member(kind)
    if kind is Path:
        return _File(path_type=Path)
    if isinstance(declared, Option) and declared.most is not None:
        bounds = click.IntRange if kind is int else click.FloatRange
        return bounds(declared.least, declared.most)  # type: ignore[arg-type] # whole where it is int
    return click.STRING


class _File(click.Path):
    """A path, whether there is something or not."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path that is meant."""
        try:
            return super().convert(value, param, ctx)
        except ValueError as error:  # no file system has such a name
            self.fail(f"{value!r} is no path: {error}", param, ctx)


class _Member(click.Choice[str]):
    """A member of an enum, by its value."""

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__([member.value for member in kind])
        self._kind = kind

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> StrEnum:
        """The member that is meant."""
        return self._kind(super().convert(str(value), param, ctx))
