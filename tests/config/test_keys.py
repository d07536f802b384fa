"""A key of the settings is declared once: what is not made of its declaration is held to it here."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from audit.cli.commands.settings import init
from audit.cli.options.web import WebOptions
from audit.config import Settings, as_toml, load_settings
from audit.config.files import PROJECT_FILE
from audit.config.keys import KEYS, Key, Takes
from audit.config.schema import OwnSettingsTable, SettingsTable
from audit.errors import UsageError
from audit.model import DiscoverySettings, FetchSettings
from audit.model.bounds import Bounds
from tests.end_to_end.run import ROOT

OF_A_PROJECT = [key.name for key in KEYS if not key.own]
BOUNDED = [key for key in KEYS if key.bounds is not None]
EXAMPLES = {
    "max-time",
    "archive",
    "discover",
}  # whose default is none: the files show what could be


def bounds(key: Key) -> Bounds:
    assert key.bounds is not None
    return key.bounds


def number(key: Key, value: float) -> float:
    return int(value) if key.takes is Takes.WHOLE_NUMBER else value


def test_the_schema_has_every_key_and_no_other() -> None:
    assert set(OwnSettingsTable.model_fields) == {key.field for key in KEYS}
    assert set(SettingsTable.model_fields) == {key.field for key in KEYS if not key.own}


def test_every_key_sets_something() -> None:
    kinds = (Settings, FetchSettings, DiscoverySettings)
    held = {field.name for kind in kinds for field in fields(kind)}
    assert {key.field for key in KEYS} <= held


def set_to(key: Key, settings: Settings) -> Any:
    owners = (settings, settings.fetch, settings.discovery)
    return getattr(next(owner for owner in owners if hasattr(owner, key.field)), key.field)


@pytest.mark.parametrize("key", BOUNDED, ids=lambda key: key.name)
def test_a_number_is_held_to_its_bounds(key: Key, tmp_path: Path) -> None:
    of = bounds(key)
    path = tmp_path / "own.toml"

    def loaded(value: float) -> Any:
        path.write_text(f"{key.name} = {number(key, value)}\n", encoding="utf-8")
        return set_to(key, load_settings(path, {}))

    least = of.least_option if of.above else of.least
    assert [loaded(value) for value in (least, of.most)] == [least, of.most]
    for value in (of.least if of.above else of.least - 1, of.most + 1):
        with pytest.raises(UsageError, match=re.escape(key.expected)):
            loaded(value)


@pytest.mark.parametrize("key", BOUNDED, ids=lambda key: key.name)
def test_a_project_is_held_to_bounds_of_its_own(
    key: Key, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    of = bounds(key)
    for bound, beyond in ((of.project_least, -1), (of.project_most, 1)):
        if bound is None:
            continue
        for value, refused in ((bound, False), (bound + beyond, True)):
            text = f"{key.name} = {number(key, value)}\n"
            (tmp_path / PROJECT_FILE).write_text(text, encoding="utf-8")
            if refused:
                with pytest.raises(UsageError, match=f"'{key.name}'.* at (least|most) {bound:.0f}"):
                    load_settings(environment={})
            else:
                assert set_to(key, load_settings(environment={})) == value


def test_an_option_has_the_bounds_of_its_key() -> None:
    hints = get_type_hints(WebOptions, include_extras=True)
    bounded = {}
    for name, hint in hints.items():
        for option in get_args(hint)[1:]:
            if option.least is not None or option.most is not None:
                bounded[name] = (option.least, option.most)
    of = {key.field: (bounds(key).least_option, bounds(key).most) for key in BOUNDED}
    assert bounded
    assert bounded == {name: of[name] for name in bounded}


def test_the_file_to_begin_with_has_every_key_with_its_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    init()
    text = Path(PROJECT_FILE).read_text(encoding="utf-8")
    shown = tomllib.loads("\n".join(line.removeprefix("# ") for line in text.splitlines()[3:]))
    assert sorted(shown) == sorted([*OF_A_PROJECT, "waive"])
    defaults = Settings()
    for key in KEYS:
        if key.own or key.name in EXAMPLES or key.takes is Takes.TABLE:
            continue
        value = as_toml(key.field, set_to(key, defaults))
        assert as_toml(key.field, shown[key.name]) == value, key.name


def test_the_reference_shows_what_the_file_to_begin_with_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    init()
    text = Path(PROJECT_FILE).read_text(encoding="utf-8")
    begun = tomllib.loads("\n".join(line.removeprefix("# ") for line in text.splitlines()[3:]))
    reference = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    [block] = re.findall(r"```toml\n(style = .*?)```", reference, re.DOTALL)
    shown = tomllib.loads(block)
    assert shown == {name: begun[name] for name in shown}


@pytest.mark.parametrize(
    ("takes", "text", "value"),
    [
        (Takes.FLAG, "yes", True),
        (Takes.NUMBER, "7.5", 7.5),
        (Takes.WHOLE_NUMBER, "", None),
        (Takes.LIST, "127.0.0.1:8000, [::1]:80", (("127.0.0.1", 8000), ("::1", 80))),
    ],
)
def test_a_variable_is_read_as_its_key_takes_it(takes: Takes, text: str, value: object) -> None:
    of_type = [key for key in KEYS if key.takes is takes]
    assert of_type
    for key in of_type:
        variable = f"CITEAUDIT_{key.field.upper()}"
        if takes is Takes.WHOLE_NUMBER:
            value = int(bounds(key).most)
            text = str(value)
        assert set_to(key, load_settings(environment={variable: text})) == value
