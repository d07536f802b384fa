"""The report under GitHub's own renderer."""

import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest

from audit.report.markdown import render_markdown
from tests.report.poison import POISONS, poisoned
from tests.report.sample import report

OUR_LINKS = re.compile(r"https?://(?!evil)|#quotation-[0-9]+\Z")
GITHUB_WOULD_ACT = re.compile(r"@|www\.|://|#[0-9]|gh-[0-9]|:[a-z+-]\w*:", re.IGNORECASE)


class Rendered(HTMLParser):
    """What a browser would be given: the tags, the targets of links, and the text GitHub looks at."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.targets: list[str] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not [name for name, _ in attrs if name.startswith("on") or name in {"src", "style"}]
        self.open.append(tag)
        if tag != "code":  # words that GitHub would act upon become code
            self.tags.append(tag)
        self.targets += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"code", "a", "pre"} & set(self.open):
            self.text += data


def github(markdown: str) -> Rendered:
    program = shutil.which("cmark-gfm")
    assert program
    extensions = ("table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes")
    options = [part for name in extensions for part in ("-e", name)]
    done = subprocess.run(
        [program, *options, "--unsafe"],
        input=markdown.encode(),
        capture_output=True,
        check=True,
    )
    rendered = Rendered()
    rendered.feed(done.stdout.decode())
    rendered.close()
    return rendered


@pytest.mark.program("cmark-gfm")
@pytest.mark.parametrize("poison", POISONS)
def test_githubs_own_renderer_finds_nothing_of_a_pages_in_the_report(poison: str) -> None:
    clean = github(render_markdown(report()))
    hostile = github(render_markdown(poisoned(report(), lambda free: f"{free} {poison}")))
    assert hostile.tags == clean.tags
    assert hostile.open == clean.open == []
    assert len(hostile.targets) == len(clean.targets)
    assert not [target for target in hostile.targets if not OUR_LINKS.match(target)]
    assert not GITHUB_WOULD_ACT.search(hostile.text)
