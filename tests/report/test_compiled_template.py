"""The compiled template is kept as Python keeps compiled modules, and never a wrong one is used."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, compiler

from audit.report.html.compiled import BesideTheSource


@pytest.fixture(autouse=True)
def _pycache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def rendered(template: str, *makers: str) -> str:
    cache = BesideTheSource((compiler.__file__, *makers))
    environment = Environment(
        loader=DictLoader({"x": template}), bytecode_cache=cache, autoescape=True
    )
    return environment.get_template("x").render()


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("template_*.pyc") if path.is_file()]


def times_compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    compiled: list[str] = []
    generate = compiler.generate

    def counted(*words: object, **named: object) -> str | None:
        compiled.append("")
        return generate(*words, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("jinja2.environment.generate", counted)
    return compiled


def test_it_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = times_compiled(monkeypatch)
    assert [rendered("{{ 1 + 1 }}!") for _ in range(3)] == ["2!"] * 3
    assert len(compiled) == 1
    assert len(kept(tmp_path)) == 1


def test_another_template_is_compiled_anew() -> None:
    assert [rendered("{{ 1 }}"), rendered("{{ 2 }}")] == ["1", "2"]


def test_what_made_it_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = times_compiled(monkeypatch)
    maker = tmp_path / "maker"
    for text in ("a", "b"):
        maker.unlink(missing_ok=True)
        maker.write_text(text, encoding="utf-8")
        assert rendered("{{ 1 }}", str(maker)) == "1"
    assert len(compiled) == 2


@pytest.mark.parametrize("cut", [0, 10, 40, 100])
def test_a_damaged_one_is_made_anew(tmp_path: Path, cut: int) -> None:
    rendered("{{ 1 + 1 }}")
    [path] = kept(tmp_path)
    path.write_bytes(path.read_bytes()[:cut])
    assert rendered("{{ 1 + 1 }}") == "2"


def test_none_is_kept_where_python_keeps_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered("{{ 1 }}") == "1"
    assert kept(tmp_path) == []


def test_a_folder_that_takes_no_files_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "file"))
    assert rendered("{{ 1 }}") == "1"
