"""The README and the reference are held to the program: excerpt, words, options, formats."""

import re

import pytest

from audit.cli.outputs import OUTPUTS
from audit.model import NotCompared, Standing, Verdict
from audit.read import suffixes
from docs.write_options import page
from tests.end_to_end.run import ROOT, citeaudit

README = (ROOT / "README.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")


def test_the_excerpt_stands_in_the_committed_report() -> None:
    found = re.search(r"<!-- excerpt: (\S+) -->\n````markdown\n(.*?)````\n", README, re.DOTALL)
    assert found is not None
    assert found[2] in (ROOT / found[1]).read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [Verdict, NotCompared, Standing])
def test_every_word_of_the_report_is_explained(
    words: type[Verdict] | type[NotCompared] | type[Standing],
) -> None:
    for word in words:
        assert f"| `{word.value}` |" in REFERENCE


def test_every_option_that_is_shown_exists(capsys: pytest.CaptureFixture[str]) -> None:
    commands = (
        "check",
        "extract",
        "quote",
        "capture",
        "verify",
        "recheck",
        "render",
        "waive",
        "explain",
        "index",
        "search",
    )
    helps = "".join(citeaudit(capsys, command, "--help").out for command in commands)
    helps += citeaudit(capsys, "--help").out
    for command in commands:
        assert f"    citeaudit {command} " in README + REFERENCE
    shown = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README + REFERENCE))
    for option in shown:
        assert option in helps, option


def test_every_option_is_in_the_reference() -> None:
    assert page() == REFERENCE, "make docs writes it anew"


def test_every_format_is_explained_and_no_other() -> None:
    section = REFERENCE.split("## Formats", 1)[1].split("\n## ", 1)[0]
    assert re.findall(r"^\| `([a-z]+)` \|", section, re.MULTILINE) == [
        output.name for output in OUTPUTS
    ]


def test_the_suffixes_of_articles_are_those_of_the_readers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    [line] = [
        line
        for line in README.splitlines()
        if line.startswith("    citeaudit check article.html  ")
    ]
    assert re.findall(r"\.[a-z]+", line.partition("#")[2]) == list(suffixes())
    for command in ("check", "capture", "extract"):
        shown = " ".join(citeaudit(capsys, command, "--help").out.split())
        assert f"({', '.join(suffixes())})" in shown


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("demo", "test"):
        assert f"    make {target} " in README
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_the_settings_that_the_reference_shows_are_accepted(
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    [settings] = re.findall(r"```toml\n(style = .*?)```", REFERENCE, re.DOTALL)
    (folder / "citeaudit.toml").write_text(settings, encoding="utf-8")
    (folder / "story.txt").write_text("“It is over,” Ann Lee told the BBC.", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert citeaudit(capsys, "check", "story.txt", "--offline").code == 0


def test_the_readme_is_no_longer_than_one_reads() -> None:
    assert len(README.splitlines()) <= 150


@pytest.mark.parametrize("guide", [README, REFERENCE], ids=["README", "reference"])
def test_every_anchor_is_a_heading_of_the_reference(guide: str) -> None:
    headings = re.findall(r"^#+ (.*)$", REFERENCE, re.MULTILINE)
    anchors = {heading.lower().replace(" ", "-").replace("`", "") for heading in headings}
    pattern = r"\(#([\w-]+)\)" if guide is REFERENCE else r"reference\.md#([\w-]+)"
    assert set(re.findall(pattern, guide)) <= anchors
