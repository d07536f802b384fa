"""Reads ``citeaudit.toml`` and the sources file; every mistake in them is one clear line."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, TypeVar

from audit.config.keys import KEYS, OF_A_RULE, OFF
from audit.config.project import require_bounds
from audit.config.source_table import GivenSource, plainly_given
from audit.config.toml import read_table
from audit.errors import UsageError, nearest_name
from audit.files import is_below
from audit.markup.addresses.url import address_of_file
from audit.model import HouseLine, NamedWaiver, Severity, Supplied, Waiver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel, ValidationError

    Table = TypeVar("Table", bound=BaseModel)

PROJECT_FILE = "citeaudit.toml"
"""The name of a settings file that is read without being named."""

_LONGEST_KEY = 60  # characters of a key in a message
_PLACES = ("url", "file")
_SELECTORS = ("outlet", "speaker", "line")
_EXPECTED = {
    "outlet": "the name of a medium, as the article has it",
    "speaker": "the name of a person or group, as the article has it",
    "line": "a whole number from 1: a line of the article's file",
    "url": "an http or https address",
    "file": "the path of a saved page or of a file of your own, from the folder of this file",
    "heard": "true or false: whether a machine wrote the transcript",
    "rule": "the name of a rule",
    "fingerprint": "the 32 characters that report.json gives for the finding",
    "article": "the path of the article, from the root of the project",
    "reason": "a line that says why the finding may stand",
    "who": "the name of who answers for it",
    "until": "the last day on which it counts, for instance 2026-01-31",
    "kinds": "a list of names of differences, as reports have them",
    "printed": "a list of square-brackets, round-brackets, tight-ellipsis, fragment",
    "allowed": "true or false",
    "weight": "serious, minor or style",
    "guide": "an http or https address",
    **{key.name: key.expected for key in KEYS},
}
# A file that comes with a project must not open the network to it, nor carry secrets.
_LISTED = frozenset({"waive", "house"})
_COMMAND_LINE_ONLY = frozenset({
    *("ca-bundle", "credentials", "user", "username", "password", "token"),
    *("auth", "cookie", "cookies", "header", "headers", "proxy"),
})  # fmt: skip
_NOT_OF_A_PROJECT = frozenset(key.name for key in KEYS if key.own)


def load_sources(path: Path, pages: Sequence[Path] = ()) -> tuple[Supplied, ...]:
    """The ``[[source]]`` tables of a sources file, in order.

    A table needs a ``url`` or a ``file``; one in which both are empty is passed over. A ``file`` is
    taken from the folder of ``path`` and comes back as a path that can be opened. All links
    followed, it lies below that folder or one of ``pages``, and there in no hidden folder: its
    words come into reports, and the file that names it may be anybody's.

    Raises:
        UsageError: The file cannot be read, is no TOML, or a table is wrong.
    """
    document = read_table(path)
    for key in document:
        if key != "source":
            raise UsageError(
                f"{path}: {_named(key)} is not a key here: write [[source]] tables only"
            )
    tables = document.get("source", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError(f"{path}: write [[source]], in double brackets, above each source")
    if not tables:
        raise UsageError(f"{path} has no [[source]] table: add one, or leave --sources off")
    return tuple(
        _supplied(_filled_in(table), path, pages, f"{path}: [[source]] number {number}")
        for number, table in enumerate(tables, start=1)
        if not _is_to_be_filled_in(table)
    )


def _is_to_be_filled_in(table: dict[str, Any]) -> bool:
    """Whether a table is as ``citeaudit sources`` writes it: nothing is given for the words yet."""
    given = [table[key] for key in _PLACES if key in table]
    return bool(given) and not any(given)


def _filled_in(table: dict[str, Any]) -> dict[str, Any]:
    """A table without the places that are left empty in it."""
    return {key: value for key, value in table.items() if key not in _PLACES or value != ""}


def read_settings(document: dict[str, Any], where: str, *, of_project: bool) -> dict[str, Any]:
    """The keys of one settings table, checked, by the names of ``Settings``' fields.

    A file that comes with a project is read without being named: it can open no address, and name
    no service to be asked.

    Raises:
        UsageError: A key is wrong or unknown.
    """
    from audit.config.schema import (  # noqa: PLC0415 — pydantic is slow to import
        OwnSettingsTable,
        SettingsTable,
    )

    for key in document:
        name = key.lower().replace("_", "-")
        if name in _COMMAND_LINE_ONLY:
            raise UsageError(f"{where}: {_named(key)} is a command-line option only: take it out")
        if of_project and name in _NOT_OF_A_PROJECT:
            raise UsageError(
                f"{where}: {key!r} is not for a project's file: give it in a file of your own (--config)"
            )
    shape = SettingsTable if of_project else OwnSettingsTable
    keys = {key: value for key, value in document.items() if key not in _LISTED}
    given = _validated(shape, keys, where).model_dump(exclude_none=True)
    if "severity" in given:
        given["severity"] = {
            rule: None if severity == OFF else Severity(severity)
            for rule, severity in given["severity"].items()
        }
    if "waive" in document:
        given["waive"] = _waivers(document["waive"], where)
    if "house" in document:
        given["house"] = _house(document["house"], where)
    if of_project:
        require_bounds(given, where)
    folder = Path(given.get("output_dir", ""))
    if of_project and (folder.is_absolute() or ".." in folder.parts):
        raise UsageError(f"{where}: 'output-dir': a project writes to folders below its own")
    return given


def table_of(path: Path, where: str) -> dict[str, Any] | None:
    """The settings in a file: the document, or its ``[tool.citeaudit]``; None without one.

    Raises:
        UsageError: The file cannot be read, or is no TOML.
    """
    document = read_table(path)
    if not where:
        return document
    tool = document.get("tool")
    table = tool.get("citeaudit") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _house(tables: Any, where: str) -> tuple[HouseLine, ...]:
    from audit.config.schema import HouseTable  # noqa: PLC0415 — pydantic is slow to import

    lines = []
    for number, table in enumerate(_listed(tables, "house", "line", where), start=1):
        at = f"{where}: [[house]] number {number}"
        given = _validated(HouseTable, table, at)
        if not given.kinds and not given.printed:
            raise UsageError(f"{at}: say what it is on: kinds or printed")
        rule, guide = " ".join(given.rule.split()), given.guide or ""
        lines.append(
            HouseLine(given.kinds, given.allowed, rule, guide, given.weight, given.printed)
        )
    return tuple(lines)


def _listed(tables: Any, name: str, what: str, where: str) -> list[dict[str, Any]]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError(f"{where}: write [[{name}]], in double brackets, above each {what}")
    return tables


def _waivers(tables: Any, where: str) -> tuple[NamedWaiver, ...]:
    from audit.config.schema import WaiveTable  # noqa: PLC0415 — pydantic is slow to import

    waivers = []
    for number, table in enumerate(_listed(tables, "waive", "waiver", where), start=1):
        given = _validated(WaiveTable, table, f"{where}: [[waive]] number {number}")
        until = given.until.isoformat() if given.until is not None else None
        waiver = Waiver(" ".join(given.reason.split()), where, given.who, until)
        waivers.append(NamedWaiver(given.rule, given.fingerprint, waiver, given.article))
    return tuple(waivers)


def _supplied(table: dict[str, Any], path: Path, pages: Sequence[Path], where: str) -> Supplied:
    _require_plain_path(table, where)
    source = plainly_given(table) or _given(table, where)
    stands_for_address = source.url is not None and source.file is not None
    if not stands_for_address and all(getattr(source, name) is None for name in _SELECTORS):
        hint = (
            "give the url that a saved file stands for"
            if source.url is None
            else "give the file that is its saved page"
        )
        raise UsageError(
            f"{where}: say which attributions it serves: outlet, speaker or line (or {hint})"
        )
    if source.file is None:
        if source.url is None:
            raise UsageError(f"{where}: say where the words are: url, file, or both")
        return Supplied(
            source.url, source.outlet, source.speaker, source.line, heard=source.heard is True
        )
    file = str(_saved(path.parent, source.file, pages, where))
    url = source.url or address_of_file(PurePath(source.file).as_posix())
    heard = source.heard is True
    return Supplied(url, source.outlet, source.speaker, source.line, file, heard=heard)


def _require_plain_path(table: dict[str, Any], where: str) -> None:
    """Refuses a path in which a backslash made another sign of the letter behind it.

    Raises:
        UsageError: There is such a sign in it.
    """
    path = table.get("file")
    if isinstance(path, str) and any(sign in path for sign in "\b\t\n\f\r\x1b"):
        raise UsageError(
            f"{where}: 'file': a backslash in double quotation marks made another sign of the letter"
            " behind it: write / instead, or put the path in single ones"
        )


def _given(table: dict[str, Any], where: str) -> GivenSource:
    from audit.config.schema import SourceTable  # noqa: PLC0415 — pydantic is slow to import

    return GivenSource(**_validated(SourceTable, table, where).model_dump())


def _saved(folder: Path, name: str, pages: Sequence[Path], where: str) -> Path:
    saved = folder / name
    try:
        root = next((above for above in (folder, *pages) if is_below(saved, above)), None)
        is_file = saved.is_file()
    except OSError as error:
        raise UsageError(f"{where}: 'file': cannot be read: {error.strerror}") from None
    if root is None:
        raise UsageError(
            f"{where}: 'file': {name} leads out of the folder of this file:"
            " name the folder that it leads to with --pages"
        )
    if any(part.startswith(".") for part in saved.resolve().relative_to(root.resolve()).parts):
        raise UsageError(f"{where}: 'file': {name} is hidden: name its folder with --pages")
    if not is_file:
        if saved.is_dir():
            raise UsageError(f"{where}: 'file': {saved} is a folder: name the saved page in it")
        raise UsageError(f"{where}: 'file': there is no file {saved}: check the name")
    return saved


def _named(key: str) -> str:
    """A key as a message has it."""
    return repr(key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…")


def _validated(shape: type[Table], table: dict[str, Any], where: str) -> Table:
    from pydantic import ValidationError  # noqa: PLC0415 — pydantic is slow to import

    try:
        return shape.model_validate(table)
    except ValidationError as error:
        raise UsageError(f"{where}: {_complaint(shape, error)}") from None


def _complaint(shape: type[BaseModel], error: ValidationError) -> str:
    """What is wrong with the first key that is; a misspelt key before the one then missing."""
    errors = error.errors(include_url=False, include_context=False)
    first = next((each for each in errors if each["type"] == "extra_forbidden"), errors[0])
    key = str(first["loc"][0])
    if first["type"] == "extra_forbidden":
        known = _keys_of(shape, first["loc"][:-1])
        key = str(first["loc"][-1])
        nearest = nearest_name(key, known)
        hint = f"did you mean {nearest!r}?" if nearest else f"known are {', '.join(known)}"
        whole = ".".join(map(str, first["loc"]))
        return f"{_named(whole)} is not a key: {hint}"
    if first["type"] == "missing":
        return f"{key!r} is missing: expected {_EXPECTED[key]}"
    if key == "severity" and len(first["loc"]) > 1:
        rule = _named(f"severity.{first['loc'][1]}")
        return f"{rule}: expected one of {', '.join([*OF_A_RULE, OFF])}"
    return f"{key!r}: expected {_EXPECTED[key]}"


def _keys_of(shape: type[BaseModel], table: Sequence[int | str]) -> list[str]:
    """The keys that a table has, or one of its tables."""
    from audit.config.schema import ServicesTable  # noqa: PLC0415 — pydantic is slow to import

    fields = (ServicesTable if table else shape).model_fields
    return [field.alias or name for name, field in fields.items()]
