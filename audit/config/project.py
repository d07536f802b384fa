"""What a project's file makes of an audit: said in every report, and kept within bounds.

The file comes with the articles, and may be anybody's. What it sets can silence an audit, so none
of it goes without a word; see ``Settings.of_project``.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.config.keys import KEYS
from audit.errors import UsageError
from audit.files import is_below
from audit.model import DiscoverySettings, FetchSettings, ProjectSetting
from audit.model.counted import counted

if TYPE_CHECKING:
    from audit.config.settings import Settings

_OF_RUN = ("style", "house", "fail_on", "fail_on_incomplete", "output_dir", "severity", "waive")
_NOT_SET = "–"


def require_bounds(given: Mapping[str, Any], where: str) -> None:
    """Refuses limits, by the names of their fields, with which sources would go unread.

    Raises:
        UsageError: A limit is too low, or the pause between pages too long.
    """
    for key in KEYS:
        value, bounds = given.get(key.field), key.bounds
        if value is None or bounds is None:
            continue
        if bounds.project_least is not None and value < bounds.project_least:
            raise UsageError(_beyond(key.name, f"at least {bounds.project_least:.0f}", where))
        if bounds.project_most is not None and value > bounds.project_most:
            raise UsageError(_beyond(key.name, f"at most {bounds.project_most:.0f}", where))


def _beyond(name: str, bound: str, where: str) -> str:
    return (
        f"{where}: {name!r}: a project's file gives {bound}, so that its sources are read;"
        " another value is for the command line or a file of your own (--config)"
    )


def differences(
    settings: "Settings", without: "Settings", where: str
) -> tuple[ProjectSetting, ...]:
    """What is set otherwise than it would be without a project's file; ``where`` is that file."""
    before = _values(without)
    return tuple(
        ProjectSetting(key, value, before.get(key, "its own"), where)
        for key, value in _values(settings).items()
        if value != before.get(key)
    )


def still_of_project(settings: "Settings") -> tuple[ProjectSetting, ...]:
    """What a project's file has set and no option of the command line has set otherwise since."""
    now = _values(settings)
    return tuple(
        setting for setting in settings.of_project if now.get(setting.key) == setting.value
    )


def output_folder(settings: "Settings", named: Path | None = None) -> Path:
    """The folder of the reports: the one named, which is the user's own affair, or the settings'.

    Raises:
        UsageError: It is not the user's own, and leads out of the project.
    """
    if named is not None:
        return named
    folder = Path(settings.output_dir)
    if settings.within is None:
        return folder
    try:
        inside = is_below(folder, Path(settings.within))
        below = os.path.relpath(folder.resolve(), Path(settings.within).resolve())
    except OSError as error:
        raise UsageError(f"{folder}: no reports can go there: {error.strerror}") from None
    if ".git" in Path(below.lower()).parts:
        raise UsageError(f"{folder} is Git's own: name a folder with --output-dir")
    if not inside:
        raise UsageError(
            f"{folder} leads out of the project by a link: name a folder with --output-dir"
        )
    return folder


def as_toml(key: str, value: Any) -> str:
    """A value as TOML would have it; what is not set as a dash."""
    match value:
        case None:
            return {"fail_on": '"never"', "severity": '"off"'}.get(key.partition(".")[0], _NOT_SET)
        case bool():
            return str(value).lower()
        case Enum():
            return f'"{value.value}"'
        case Mapping():
            pairs = (
                f"{rule} = {as_toml('severity', severity)}" for rule, severity in value.items()
            )
            return f"{{{', '.join(pairs)}}}"
        case tuple() if key == "house":
            return counted(len(value), "line")
        case tuple() if key == "waive":
            return counted(len(value), "finding")
        case tuple():
            listed = (each if isinstance(each, str) else f"{each[0]}:{each[1]}" for each in value)
            return "[" + ", ".join(f'"{each}"' for each in listed) + "]"
        case str():
            return f'"{value}"'
        case int() | float():
            return f"{value:g}" if isinstance(value, float) else str(value)
        case _:
            return ", ".join(as_toml(key, getattr(value, name)) for name in value.__slots__)


def _values(settings: "Settings") -> dict[str, str]:
    return dict(_each_value(settings))


def _each_value(settings: "Settings") -> Iterator[tuple[str, str]]:
    """Each setting and its value as TOML has them, a rule's severity by itself."""
    for name in _OF_RUN:
        value = getattr(settings, name)
        if name == "severity":
            for rule, severity in sorted(value.items()):
                yield f"severity.{rule}", as_toml("severity", severity)
        else:
            yield name.replace("_", "-"), as_toml(name, value)
    for group, kind in ((settings.fetch, FetchSettings), (settings.discovery, DiscoverySettings)):
        for field in fields(kind):
            yield field.name.replace("_", "-"), as_toml(field.name, getattr(group, field.name))
