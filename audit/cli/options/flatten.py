"""Options that several commands share, declared once: as the fields of a dataclass."""

import inspect
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import Any, get_type_hints


def flatten_options(command: Callable[..., int]) -> Callable[..., int]:
    """Makes a command for Typer of one whose parameters are groups of options.

    A parameter annotated with a dataclass is replaced by an option for each field, where the
    parameter stood. The fields are annotated as Typer has it, and have defaults.

    Args:
        command: A function with annotated parameters.

    Returns:
        A function that takes the options, and calls the command with the dataclasses.
    """
    hints = get_type_hints(command, include_extras=True)
    groups: dict[str, Any] = {name: kind for name, kind in hints.items() if is_dataclass(kind)}
    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(command).parameters.items():
        if name not in groups:
            parameters.append(parameter.replace(annotation=hints[name]))
            continue
        of_fields = get_type_hints(groups[name], include_extras=True)
        parameters.extend(
            inspect.Parameter(
                field.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=field.default,
                annotation=of_fields[field.name],
            )
            for field in fields(groups[name])
        )

    @wraps(command)
    def with_groups(**given: Any) -> int:
        for name, kind in groups.items():
            given[name] = kind(**{field.name: given.pop(field.name) for field in fields(kind)})
        return command(**given)

    annotations = {parameter.name: parameter.annotation for parameter in parameters}
    with_groups.__annotations__ = annotations | {"return": int}
    with_groups.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return with_groups
