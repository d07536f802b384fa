"""The guides: every command and every program that they show is run, and every link leads somewhere."""

import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from audit._version import REPOSITORY
from audit.rules import RULES
from tests.end_to_end.run import ROOT, citeaudit
from tests.end_to_end.web import Answer, write_web
from tests.loopback import serving
from tests.read.documents import document, paragraph

GUIDES = sorted([*(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "ci").glob("*.md")])
REFERENCE = ROOT / "docs" / "reference.md"
"""Its commands name what a reader has; the options that they show are held to `--help`."""
TUTORIALS = [guide for guide in GUIDES if guide != REFERENCE]
JOURNALISTS = (ROOT / "docs" / "journalists.md").read_text(encoding="utf-8")
BBC = "www.bbc.example"
PAGE = """<html lang="en"><body><article><h1>Bridge</h1>
<p>“I love eating toasted cheese,” Anna Lindqvist said. “We will see it opened in May.”</p>
</article></body></html>
"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    web = tmp_path / "web"
    web.mkdir()
    (web / "page.html").write_text(PAGE, encoding="utf-8")
    with serving(partial(Quiet, directory=web)) as site:
        yield site


@pytest.fixture
def folder(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the commands name, and settings that let them ask a server of its own."""
    settings = tmp_path / "home" / ".config" / "citeaudit" / "citeaudit.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        f'allow-private = ["{site}"]\ndelay = 0\narchive = "none"\n', encoding="utf-8"
    )
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    work = tmp_path / "work"
    for name in ("drafts", "saved", "saved-pages"):
        (work / name).mkdir(parents=True)
    article = PAGE.replace(
        " Anna Lindqvist said", f' <a href="http://{site}/page.html">she said</a>'
    )
    for name in ("article.html", "drafts/story.html", "page.html"):
        (work / name).write_text(article, encoding="utf-8")
    for name in ("saved/bbc.html", "saved-pages/bbc.html"):
        (work / name).write_text(PAGE, encoding="utf-8")
    write_web(work / "crawl.warc.gz", [Answer(f"https://{BBC}/bridge", PAGE)])
    (work / "stories.jsonl").write_text(
        json.dumps({"url": f"https://{BBC}/ferry", "html": PAGE}) + "\n", encoding="utf-8"
    )
    notes, pages = re.findall(r"```toml\n(.*?)```", JOURNALISTS, re.DOTALL)
    (work / "article.sources.toml").write_text(f"{notes}{pages}", encoding="utf-8")
    (work / "interview.txt").write_text(
        "Lindqvist: I love eating toasted cheese.\n", encoding="utf-8"
    )
    said = "“I love eating toasted cheese,” Anna Lindqvist said."
    (work / "draft.md").write_text(f"{said}\n", encoding="utf-8")
    (work / "draft.docx").write_bytes(document(paragraph(said)))
    monkeypatch.chdir(work)
    return work


@pytest.mark.parametrize("guide", TUTORIALS, ids=lambda path: path.stem)
def test_every_command_runs(guide: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder == Path.cwd()
    run_commands(guide, capsys)


def run_commands(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for line in re.findall(
        r"^    citeaudit (.*)$", guide.read_text(encoding="utf-8"), re.MULTILINE
    ):
        ran = citeaudit(capsys, *shlex.split(line, comments=True))
        assert ran.code == 0, f"{line}: {ran.err}"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_program_runs(guide: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    programs = re.findall(r"```python\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL)
    if programs and guide in TUTORIALS:
        run_commands(guide, capsys)  # they make what the programs read
    for program in programs:
        exec(compile(program, f"{folder.name}/{guide.name}", "exec"), {})  # noqa: S102 — our own guide


def test_formats_lead_to_where_the_project_is_kept() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["urls"]["Repository"] == REPOSITORY
    assert f"repo: {REPOSITORY}\n" in (ROOT / "docs" / "ci" / "README.md").read_text("utf-8")
    owner_and_name = REPOSITORY.removeprefix("https://git.example/")
    for path in (ROOT / "README.md", ROOT / "action.yml", *(ROOT / "docs").rglob("*.*ml"), *GUIDES):
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"https://git\.example/[\w./-]*\w", text)) <= {REPOSITORY}, path
        assert set(re.findall(r"uses: ([\w.-]+/citeaudit)@", text)) <= {owner_and_name}, path
    headings = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8").splitlines()
    for rule in RULES:
        assert f"## {rule.id}" in headings, "where SARIF's helpUri leads"


@pytest.mark.parametrize("guide", [*GUIDES, ROOT / "README.md"], ids=lambda path: path.stem)
def test_every_link_leads_to_a_file(guide: Path) -> None:
    text = re.sub(r"```.*?```", "", guide.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)<>\s]+)\)", text):
        if not target.startswith(("http", "#")):
            assert (guide.parent / target.partition("#")[0]).exists(), target
