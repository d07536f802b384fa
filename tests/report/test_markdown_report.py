"""The whole Markdown report: as committed, deterministic, and unmoved by hostile text."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from audit.model import Facts, Report
from audit.report.markdown import render_markdown
from audit.rules import judge
from tests.conftest import Snapshot
from tests.report.poison import POISONS, poisoned
from tests.report.sample import report

GFM = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OUR_LINKS = re.compile(r"https?://|#quotation-[SN]?[0-9]+\Z")


def test_the_report_reads_as_committed(snapshot: Snapshot) -> None:
    snapshot(Path(__file__).with_name("sample-report.md"), render_markdown(report()))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_markdown(report()) == render_markdown(report())


def test_every_link_in_the_report_has_its_anchor() -> None:
    text = render_markdown(report())
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) == set(re.findall(r'<a id="([^"]+)">', text))


def test_a_post_is_linked_itself_and_not_the_service_that_gave_its_words() -> None:
    text = render_markdown(report())
    assert "<https://x.example/harbour/status/7>" in text
    assert "](<https://publish.example" not in text


def test_an_article_without_quotations_says_so() -> None:
    empty = Facts(report().facts.article, checks=(), sources=())
    text = render_markdown(Report("1.2.3", empty, judge(empty), when=None))
    assert "> **No quotation was found**" in text


def test_a_fetched_article_has_paragraphs_instead_of_lines() -> None:
    fetched = replace(report().facts.article, origin=None, path=None, url="https://news.example/a")
    text = render_markdown(replace(report(), facts=replace(report().facts, article=fetched)))
    assert "> - **problem** paragraph 3, " in text
    assert "line 3" not in text
    assert " · <https://news.example/a> · " in text


OURS = ("citeaudit", "check", "a b'; rm -rf x.html")


def test_the_command_to_repeat_the_audit_is_quoted_for_a_shell() -> None:
    text = render_markdown(replace(report(), repeat=(*OURS, "--offline")))
    (command,) = re.findall("```sh\n(.*?)\n```", text, re.DOTALL)
    echoed = subprocess.run(
        ["sh", "-c", command.replace("citeaudit", "printf '%s\\n'", 1)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert echoed.stdout.splitlines() == [*OURS[1:], "--offline"]


SPOILERS: tuple[Callable[[str, str], str], ...] = (
    lambda text, poison: text + poison,
    lambda text, poison: f"{text} {poison} {text}",
)


@settings(max_examples=40)
@given(
    st.one_of(
        st.sampled_from(POISONS),
        st.text(st.sampled_from("\\`*_[]()<>#+-.!|~&$@:\n 1a\u202e"), min_size=1, max_size=40),
    ),
    st.sampled_from(SPOILERS),
)
def test_hostile_text_leaves_the_structure_of_the_report_as_it_is(
    poison: str, spoil: Callable[[str, str], str]
) -> None:
    text = render_markdown(poisoned(report(), lambda free: spoil(free, poison)))
    tokens = GFM.parse(text)
    assert skeleton(tokens) == skeleton(GFM.parse(render_markdown(report())))
    for child in (child for token in tokens for child in token.children or []):
        if child.type == "link_open":
            assert OUR_LINKS.match(str(child.attrs["href"]))
        elif child.type == "html_inline":
            assert re.fullmatch(r'<a id="quotation-[SN]?[0-9]+">|</a>', child.content)
        else:
            assert child.type in {
                "text",
                "code_inline",
                "strong_open",
                "strong_close",
                "link_close",
            }


def skeleton(tokens: list[Token]) -> list[tuple[str, str]]:
    """The block structure: every block with its tag, and our own HTML."""
    return [
        (token.type, token.content if token.type == "html_block" else token.tag) for token in tokens
    ]
