"""Adds a ``[[waive]]`` at the end of a settings file, where the file then says what is meant."""

import json
import os
from pathlib import Path

from audit.config.files import PROJECT_FILE, read_settings
from audit.config.layers import project_table
from audit.config.toml import parsed, read_text
from audit.errors import UsageError
from audit.files import write_text
from audit.model import NamedWaiver


def add_waiver(waiver: NamedWaiver, about: str, path: Path | None = None) -> tuple[Path, bool]:
    """Writes a waiver into the settings of the project; where there are none, begins them here.

    Args:
        waiver: What is waived, and why; its ``where`` does not count.
        about: One line that tells readers of the file which finding that is.
        path: A settings file that stands for the project's.

    Returns:
        The file, and whether the waiver was added: False where it has one for the finding already.

    Raises:
        UsageError: The file cannot be read or written, is wrong, or has its waivers in a form that
            nothing can be added to.
    """
    of_project = path is None
    heading = ""
    if path is None:
        found = project_table()
        path, heading, _ = found if found is not None else (Path(PROJECT_FILE), "", {})
        path = Path(os.path.relpath(path))
    text = read_text(path) if os.path.lexists(path) else ""
    before = _waivers(text, path, heading, of_project=of_project)
    if any((had.rule, had.fingerprint) == (waiver.rule, waiver.fingerprint) for had in before):
        return path, False
    after = _with_table(text, table_of_waiver(waiver, about, heading))
    try:
        after.encode()
        added = _waivers(after, path, heading, of_project=of_project)[len(before) :]
    except (UsageError, UnicodeEncodeError):  # of words that are not UTF-8
        added = ()
    if [(new.rule, new.fingerprint) for new in added] != [(waiver.rule, waiver.fingerprint)]:
        raise UsageError(
            f"{path}: this [[waive]] cannot be added at its end: write it by hand, each waiver as such"
            " a table"
        )
    try:
        write_text(path, after)
    except OSError as error:
        raise UsageError(f"cannot write {path} ({error.strerror}): choose another file") from error
    return path, True


def _with_table(text: str, table: str) -> str:
    """A file with a table behind its others, its line ends as they are."""
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    return text + (gap + table).replace("\n", "\r\n" if "\r\n" in text else "\n")


def table_of_waiver(waiver: NamedWaiver, about: str, heading: str = "") -> str:
    """The table in a settings file, below ``heading`` in a file of others' settings."""
    keys = {
        "rule": waiver.rule,
        "article": waiver.article,
        "fingerprint": waiver.fingerprint,
        "reason": waiver.waiver.reason,
        "who": waiver.waiver.who,
    }
    name = f"{heading.strip('[]')}.waive" if heading else "waive"
    lines = [f"# {about}"] if about else []
    lines += [f"[[{name}]]"]
    lines += [f"{key} = {_string(value)}" for key, value in keys.items() if value is not None]
    lines += [f"until = {waiver.waiver.until}"] if waiver.waiver.until is not None else []
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    """A basic string of TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _waivers(text: str, path: Path, heading: str, *, of_project: bool) -> tuple[NamedWaiver, ...]:
    """The waivers that a text of settings has, in their order."""
    document = parsed(text, path)
    if heading:
        document = document.get("tool", {}).get("citeaudit", {})
    found: tuple[NamedWaiver, ...] = read_settings(document, str(path), of_project=of_project).get(
        "waive", ()
    )
    return found
