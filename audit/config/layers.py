"""Where settings come from, one layer over the other, key by key.

Defaults, then the user's own file, the project's, the environment (``CITEAUDIT_…``); the command
line is laid over them by its commands. A project's file is looked for from the working directory
upward to the root of its repository, never from an article's folder: an article brings no settings.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from audit.config.files import PROJECT_FILE, read_settings, table_of
from audit.config.keys import KEYS, NEVER, Takes, named
from audit.config.project import differences
from audit.config.settings import Settings
from audit.config.toml import read_table
from audit.errors import UsageError, nearest_name
from audit.model import DiscoverySettings, FetchSettings, SearchService, Services

PREFIX = "CITEAUDIT_"
"""How the names of environment variables that are settings begin."""

_FLAGS = named(Takes.FLAG)
_WHOLE_NUMBERS = named(Takes.WHOLE_NUMBER)
_NUMBERS = named(Takes.NUMBER)
_LISTS = named(Takes.LIST)
_TABLES = named(Takes.TABLE)
_TRUTHS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


@dataclass(frozen=True, slots=True)
class Layer:
    """The keys that one place, named by ``origin``, gives for the fields of ``Settings``.

    ``project`` is the folder of a project's file, None where the user has chosen the place.
    """

    origin: str
    given: Mapping[str, Any]
    project: Path | None = None


def load_settings(
    path: Path | None = None, environment: Mapping[str, str] | None = None
) -> Settings:
    """The settings that hold here; ``path`` is a file that stands for the project's.

    Raises:
        UsageError: A file cannot be read, is no TOML, or a key is wrong or unknown.
    """
    settings, _ = settled(layers(path, environment))
    return settings


def layers(path: Path | None = None, environment: Mapping[str, str] | None = None) -> list[Layer]:
    """The layers over the defaults, the lowest first.

    Raises:
        UsageError: As ``load_settings``.
    """
    found = [*_of_user(), *(_of_project() if path is None else _of_file(path))]
    found.extend(_of_environment(os.environ if environment is None else environment))
    return found


def settled(found: list[Layer]) -> tuple[Settings, dict[str, str]]:
    """The settings of layers, and the origin of each key that one of them gives."""
    settings, origins = _merged(found)
    project = next((layer for layer in found if layer.project is not None), None)
    if project is not None:
        without, _ = _merged([layer for layer in found if layer is not project])
        told = differences(settings, without, project.origin)
        settings = replace(settings, of_project=told)
    chosen = origins.get("output_dir")
    if chosen is None:  # a checkout may have a link of the usual name
        settings = replace(settings, within=".")
    elif project is not None and chosen == project.origin:
        settings = replace(settings, within=str(project.project))
    return settings, origins


def _merged(found: Sequence[Layer]) -> tuple[Settings, dict[str, str]]:
    merged: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for layer in found:
        for key, value in layer.given.items():
            if key in _TABLES:
                merged[key] = {**merged.get(key, {}), **value}
            elif key in ("waive", "house"):
                merged[key] = (*merged.get(key, ()), *value)
            else:
                merged[key] = value
            origins[key] = layer.origin
    if "services" in merged:
        merged["services"] = Services(**merged["services"])
    if "search" in merged:
        merged["search"] = SearchService(**merged["search"])
    if "sites" in merged:
        merged["sites"] = {name.casefold(): found for name, found in merged["sites"].items()}
    if merged.get("fail_on") == NEVER:
        merged["fail_on"] = None
    fetch = FetchSettings(**_taken_from(merged, FetchSettings))
    discovery = DiscoverySettings(**_taken_from(merged, DiscoverySettings))
    return replace(Settings(fetch=fetch, discovery=discovery), **merged), origins


def _taken_from(
    merged: dict[str, Any], kind: type[FetchSettings] | type[DiscoverySettings]
) -> dict[str, Any]:
    """The values that are fields of a group of settings, which then has them alone."""
    of_group = {field.name for field in fields(kind)}
    return {key: merged.pop(key) for key in [*merged] if key in of_group}


def _of_user() -> Iterator[Layer]:
    from platformdirs import user_config_path  # noqa: PLC0415 — keeps --help light

    path = user_config_path("citeaudit", appauthor=False) / PROJECT_FILE
    if os.path.lexists(path):
        yield from _of_file(path)


def _of_file(path: Path) -> Iterator[Layer]:
    yield Layer(str(path), read_settings(read_table(path), str(path), of_project=False))


def project_table() -> tuple[Path, str, dict[str, Any]] | None:
    """The nearest ``citeaudit.toml``, or ``pyproject.toml`` with our table, here or above.

    Its path, the heading that its keys stand under (empty where it is the whole file), its keys;
    None where there is none.

    Raises:
        UsageError: A file cannot be read, or is no TOML.
    """
    for folder in _upward(Path.cwd()):
        for path, where in (
            (folder / PROJECT_FILE, ""),
            (folder / "pyproject.toml", "[tool.citeaudit]"),
        ):
            table = table_of(path, where) if os.path.lexists(path) else None
            if table is not None:
                return path, where, table
    return None


def _of_project() -> Iterator[Layer]:
    found = project_table()
    if found is None:
        return
    path, where, table = found
    origin = " ".join(filter(None, (os.path.relpath(path), where)))
    given = dict(read_settings(table, origin, of_project=True))
    if "output_dir" in given:
        given["output_dir"] = os.path.relpath(path.parent / given["output_dir"])
    yield Layer(origin, given, path.parent)


def _upward(folder: Path) -> Iterator[Path]:
    """A folder and those above it up to the root of its repository.

    Outside of one, itself alone.
    """
    above = [folder, *folder.parents]
    root = next((at for at, parent in enumerate(above) if (parent / ".git").exists()), 0)
    yield from above[: root + 1]


def _of_environment(environment: Mapping[str, str]) -> Iterator[Layer]:
    known = {key.name for key in KEYS}
    for variable in sorted(environment):
        if not variable.startswith(PREFIX):
            continue
        key = variable.removeprefix(PREFIX).lower().replace("_", "-")
        if key not in known - _TABLES:
            nearest = nearest_name(key, sorted(known - _TABLES))
            hint = ""
            if nearest is not None:
                hint = f": did you mean {PREFIX}{nearest.upper().replace('-', '_')}?"
            raise UsageError(f"the environment's {variable} is no setting{hint}")
        where = f"the environment's {variable}"
        value = _value(key, environment[variable], where)
        yield Layer(where, read_settings({key: value}, where, of_project=False))


def _value(key: str, text: str, where: str) -> Any:
    """What a variable's text stands for; what does not fit is left for the schema to refuse."""
    if key in _FLAGS:
        return _TRUTHS.get(text.strip().lower(), text)
    if key in _LISTS:
        return [part.strip() for part in text.split(",") if part.strip()]
    if key in _NUMBERS or key in _WHOLE_NUMBERS:
        try:
            return int(text) if key in _WHOLE_NUMBERS else float(text)
        except ValueError:
            raise UsageError(f"{where}: {text[:40]!r} is no number") from None
    return text
