"""A language is a documented folder: what is wrong with one is said in a line."""

import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from audit.errors import LanguageError
from audit.languages.extraction.english import lexicon
from audit.languages.extraction.phrasebook import Phrasebook, languages, phrasebook
from audit.languages.folders import TEMPLATE, folders, read
from audit.languages.schema import Forms, key, parse
from docs.write_languages import FILES, ROOT, pages


@dataclass(frozen=True)
class _Words:
    quoting: frozenset[str] = key("what stands before marks: 'as'")
    ends: tuple[str, ...] = key("endings: '-ed'")
    flag: bool = key("a property")
    forms: tuple[Forms, ...] = key("stems and endings")
    worked_out: frozenset[str] = frozenset()


WHOLE = """quoting = "as of"
ends = ["ed"]
flag = true
[[forms]]
stems = "walk talk"
ends = "s ed"
"""


def test_a_file_gives_its_keys() -> None:
    given = parse(WHOLE, _Words, "xx/words.toml")
    assert given["quoting"] == {"as", "of"}
    assert given["ends"] == ("ed",)
    assert given["forms"] == (Forms(("walk", "talk"), ("s", "ed")),)
    assert "worked_out" not in given


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (("quoting", "# quoting"), "xx/words.toml: quoting is missing: what stands before marks: 'as'"),
        (("quoting", "qouting"), "xx/words.toml: qouting is no key of this file; did you mean quoting?"),
        (("flag", "worked_out"), "xx/words.toml: worked_out is no key of this file"),
        (('"as of"', '["as"]'), "xx/words.toml: quoting has to be a text of words: what stands before marks: 'as'"),
        (('["ed"]', '"ed"'), "xx/words.toml: ends has to be a list of texts: endings: '-ed'"),
        (("true", '"yes"'), "xx/words.toml: flag has to be true or false: a property"),
        (("stems", "stem"), "xx/words.toml: forms has to be tables of stems and ends"),
        (("true", ""), "xx/words.toml: Invalid value (at line 3, column 8)"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_one_line(changed: tuple[str, str], message: str) -> None:
    with pytest.raises(LanguageError) as caught:
        parse(WHOLE.replace(*changed, 1), _Words, "xx/words.toml")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "path", sorted(pages()), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_every_key_stands_in_order_below_what_it_is(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == pages()[path], "make docs writes it anew"


def test_no_file_of_a_folder_is_left_unread() -> None:
    there = {path.name for code in (*folders(), TEMPLATE) for path in (ROOT / code).iterdir()}
    assert there == set(FILES)


def test_every_language_has_the_files_that_all_stages_need() -> None:
    wanted = {path.name for path in (ROOT / TEMPLATE).iterdir()}
    files = ("comparing", "layout", "linking", "notes", "recognition", "reporting")
    assert wanted == {f"{name}.toml" for name in (*files, "values")}
    wanted.remove("values.toml")  # without it, figures are read by the signs of English
    for code in folders():
        there = {path.name for path in (ROOT / code).iterdir()}
        assert wanted <= there | ({"reporting.toml"} if code == "en" else set())


def test_a_file_that_is_not_there_is_said_in_a_line() -> None:
    with pytest.raises(LanguageError, match=r"xx/reporting\.toml is missing"):
        phrasebook("xx")


def test_a_copied_template_is_a_language_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With nothing but the folder: another process reads a copy of the package."""
    package = tmp_path / "audit"
    shutil.copytree(ROOT.parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(package / "languages" / TEMPLATE, package / "languages" / "xx")
    code = """
import audit
from dataclasses import replace
from audit.extract.language import language_of
from audit.languages.folders import folders
from audit.match import verify_quote
read = audit.read_article("«Abc def», ghi Jkl.".encode(), format="text")
article = replace(read, language="xx")
print(language_of(article), [one.speaker.text for one in audit.extract(article)])
print("xx" in folders(), verify_quote("abc def", "Abc def.").verdict)
"""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert run.stdout.splitlines() == ["xx ['Jkl']", "True verbatim"]


def test_the_template_is_a_language_without_words() -> None:
    assert TEMPLATE not in folders()
    given = read(TEMPLATE, "reporting.toml", Phrasebook)
    assert not any(given[name] for name in given if name != "forms")


@pytest.mark.parametrize("language", languages())
def test_words_are_written_as_text_is_compared(language: str) -> None:
    book = phrasebook(language)
    for name in ("say", "determiners", "roles", "titles", "adverbs", "men", "women"):
        assert all(word == word.lower() for word in getattr(book, name))


@pytest.mark.parametrize("language", languages())
def test_no_language_holds_the_words_of_english(language: str) -> None:
    """Words of two languages may look alike; of the ones that carry grammar only a few do."""
    ours, english = phrasebook(language).words, lexicon()
    for group in ("determiners", "pronouns", "prepositions", "conjunctions", "times"):
        shared = getattr(ours, group) & getattr(english, group)
        assert len(shared) <= len(getattr(ours, group)) / 10, (group, shared)


def test_no_sentinels_stand_in_the_files() -> None:
    for path in ROOT.glob("*/*.toml"):
        text = path.read_text(encoding="utf-8")
        assert "\\u0000" not in text
        assert tomllib.loads(text)


def test_a_language_with_a_folder_is_no_neighbour() -> None:
    tables = tomllib.loads((ROOT / "neighbours.toml").read_text(encoding="utf-8"))
    assert all(set(folders()).isdisjoint(table) for table in tables.values())
