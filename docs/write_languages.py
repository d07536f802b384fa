"""Writes the files of audit/languages/ anew: every key in its order, with what it is above it.

Words stay as they are; the comments and the template come from the classes that read the files.

    make docs
"""

import textwrap
import tomllib
from pathlib import Path
from typing import Any

from audit.languages.comparison.comparing import Comparing
from audit.languages.comparison.spelling import Spelling
from audit.languages.comparison.values import ValueWords
from audit.languages.extraction.english import GivenNames, Lexicon, NameWords, PersonWords
from audit.languages.extraction.english_figures import StatementFigures
from audit.languages.extraction.english_naming import NamingWords
from audit.languages.extraction.english_small_words import SmallWords
from audit.languages.extraction.german import Grammar
from audit.languages.extraction.layout import Layout
from audit.languages.extraction.linking import Linking
from audit.languages.extraction.notes import NoteWords
from audit.languages.extraction.phrasebook import Phrasebook
from audit.languages.folders import TEMPLATE, folders
from audit.languages.recognition import Recognition
from audit.languages.schema import documented, empty

ROOT = Path(__file__).parents[1] / "audit" / "languages"
FILES = {
    "recognition.toml": Recognition,
    "reporting.toml": Phrasebook,
    "comparing.toml": Comparing,
    "values.toml": ValueWords,
    "linking.toml": Linking,
    "layout.toml": Layout,
    "notes.toml": NoteWords,
    "english.toml": Lexicon,
    "naming.toml": NamingWords,
    "small_words.toml": SmallWords,
    "spelling.toml": Spelling,
    "given_names.toml": GivenNames,
    "names_in_statements.toml": NameWords,
    "figures_in_statements.toml": StatementFigures,
    "grammar.toml": Grammar,
    "persons.toml": PersonWords,
}
"""The files that a folder may have, and the class that reads each."""
_OF_ONE_LANGUAGE = frozenset(
    {
        "english.toml",
        "given_names.toml",
        "names_in_statements.toml",
        "figures_in_statements.toml",
        "grammar.toml",
        "persons.toml",
        "naming.toml",
        "small_words.toml",
        "spelling.toml",
    }
)
_WIDTH = 100


def pages() -> dict[Path, str]:
    """Every file of words that there is, and the template's, as they ought to be."""
    made: dict[Path, str] = {}
    for name, schema in FILES.items():
        for code in folders():
            path = ROOT / code / name
            if path.exists():
                made[path] = page(code, schema, tomllib.loads(path.read_text(encoding="utf-8")))
        if name not in _OF_ONE_LANGUAGE:
            made[ROOT / TEMPLATE / name] = page(TEMPLATE, schema, empty(schema))
    return made


def page(code: str, schema: type, values: dict[str, Any]) -> str:
    """The text of a file with these values."""
    lines = [f"# {code}: {(schema.__doc__ or '').splitlines()[0]}"]
    wanted = documented(schema)
    tables = [name for name in wanted if _is_table(values.get(name))]
    for name in [*(name for name in wanted if name not in tables), *tables]:
        if name not in values:
            continue
        lines += ["", *(f"# {line}" for line in textwrap.wrap(wanted[name], _WIDTH - 2))]
        lines += _table(name, values[name]) if name in tables else [_line(name, values[name])]
    return "\n".join(lines) + "\n"


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and isinstance(value[0], dict)
    )


def _table(name: str, value: Any) -> list[str]:
    if isinstance(value, dict):
        return [f"[{name}]", *(_line(_key(key), entry) for key, entry in value.items())]
    lines: list[str] = []
    for number, table in enumerate(value):
        lines += [*([""] if number else []), f"[[{name}]]"]
        lines += [_line(key, entry) for key, entry in table.items()]
    return lines


def _key(key: str) -> str:
    return (
        key if key.isascii() and key.replace("'", "").isalnum() and "'" not in key else _text(key)
    )


def _line(name: str, value: Any) -> str:
    if isinstance(value, str):
        whole = f"{name} = {_text(value)}"
        if len(whole) <= _WIDTH:
            return whole
        wrapped = textwrap.fill(
            " ".join(value.split()), _WIDTH, break_long_words=False, break_on_hyphens=False
        )
        return f'{name} = """\n{wrapped}"""'
    if isinstance(value, list):
        items = [_item(item) for item in value]
        whole = f"{name} = [{', '.join(items)}]"
        if len(whole) <= _WIDTH:
            return whole
        rows = textwrap.wrap(
            ", ".join(item.replace(" ", "\x1f") for item in items),
            _WIDTH - 2,
            break_long_words=False,
            break_on_hyphens=False,
        )
        body = "\n".join(f"  {row}".replace("\x1f", " ") for row in rows)
        return f"{name} = [\n{body},\n]"
    return f"{name} = {str(value).lower()}"


def _item(item: Any) -> str:
    return f"[{', '.join(map(_text, item))}]" if isinstance(item, list) else _text(item)


def _text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
