"""The HTML report: one inert file, the same structure whatever the texts are, and fit for a real browser."""

import json
import re
import subprocess
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.model import (
    Article,
    Block,
    BlockKind,
    Format,
    NotCompared,
    Outcome,
    Report,
    Span,
    Verdict,
)
from audit.report.html import render_html
from audit.report.html.marks import Mark, paragraphs
from tests.conftest import Snapshot
from tests.report.poison import POISONS, poisoned
from tests.report.sample import report

HERE = Path(__file__).parent
REPORTS = HERE.parents[1] / "reports"
EMPTY = replace(report(), facts=replace(report().facts, checks=(), sources=()), findings=())
NO_BLOCKS = replace(
    report(),
    facts=replace(report().facts, article=replace(report().facts.article, blocks=())),
)
HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
POLICY = (
    "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'"
)


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ends: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.ends.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile(poison: str) -> Report:
    return poisoned(report(), lambda text: text and text + poison)


def test_the_report_reads_as_committed(snapshot: Snapshot) -> None:
    snapshot(HERE / "sample-report.html", render_html([report()]))


def test_the_policy_allows_this_style_sheet_and_nothing_else() -> None:
    text = render_html([report()])
    [style] = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    page = Page(text)
    [policy] = [
        attributes["content"]
        for tag, attributes in page.tags
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == POLICY.format(b64encode(sha256(style.encode()).digest()).decode())


@pytest.mark.parametrize(
    "reports", [[], [EMPTY], [report()], [NO_BLOCKS], [report(), EMPTY, report()]]
)
def test_nothing_acts_or_is_asked_for_and_every_anchor_leads_somewhere(
    reports: list[Report],
) -> None:
    page = Page(render_html(reports))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in page.tags:
        assert tag not in {"script", "iframe", "object", "embed", "form", "base", "img", "svg"}
        assert not {
            name for name in attributes if name.startswith("on") or name in {"style", "src"}
        }
        href = attributes.get("href") or ""
        if tag == "a":
            assert href[1:] in ids if href.startswith("#") else href.startswith("https://")
        elif tag == "link":
            assert href == "data:,"
        for name in (attributes.get("aria-labelledby") or "").split():
            assert name in ids


@settings(max_examples=30)
@given(
    st.one_of(
        st.sampled_from(POISONS),
        st.text(st.sampled_from("<>&\"'`{}%#-/!=\n 1a\u202e\x1b\ud800"), min_size=1, max_size=40),
    )
)
def test_hostile_text_leaves_the_structure_of_the_page_as_it_is(poison: str) -> None:
    plain, spoilt = Page(render_html([report()])), Page(render_html([hostile(poison)]))
    loose = {"a", "mark"}  # an address or a passage may be one no more
    kept = ("id", "class", "aria-labelledby", "rel", "dir")
    said = ("blockquote", [None, "said", None, None, "auto"])  # not where the line above has it all
    spoilt_tags, plain_tags = (
        [
            shape
            for tag, found in page.tags
            if tag not in loose and (shape := (tag, [found.get(name) for name in kept])) != said
        ]
        for page in (spoilt, plain)
    )
    assert spoilt_tags == plain_tags
    assert spoilt.ends.count("p") == plain.ends.count("p")
    for tag, found in spoilt.tags:
        if tag == "a":
            assert re.match(r"https?://|#", found["href"] or "")
    text = render_html([hostile(poison)])
    assert not HIDDEN.search(text)
    text.encode()


@pytest.mark.parametrize("poison", POISONS)
def test_template_marks_in_a_text_are_text(poison: str) -> None:
    text = render_html([hostile("{{ 7 * 7 }}{% raw %}" + poison)])
    assert "{{ 7 * 7 }}{% raw %}" in text


def test_every_quotation_is_marked_with_its_number_and_where_it_stands_on_the_scale() -> None:
    text = render_html([report()])
    for number, result in enumerate(
        ["problem", "check", "problem", "fine", "check", "problem"], start=1
    ):
        assert f'id="mark-{number}"' in text
        assert f'href="#quotation-{number}"' in text
        assert re.search(
            f'id="mark-{number}" .*?{number}<.*?<span class="hidden"> {result}</span></a>', text
        )


def test_a_card_has_the_difference_the_passage_and_what_was_kept() -> None:
    text = render_html([report()])
    card = text[text.index('id="quotation-1"') : text.index('id="quotation-3"')]
    difference = re.sub("<[^>]+>", "", card[card.index('dir="auto">We will') :]).split("\n")[0]
    assert " ".join(difference.removeprefix('dir="auto">').split()) == (
        "We will only in the source: +not close the school in"
        " only in the article: −June only in the source: +July"
    )
    assert "“<mark>We will not close the school in July</mark>,” she said." in card
    assert 'href="https://www.gazette.example/tunnel#:~:text=We%20will%20not%20close' in card
    for kept in ("2025-03-03T08:00:00Z", "urn:uuid:00000000-0000-0000-0000-000000000002", "b" * 64):
        assert kept in card


def test_the_links_of_the_article_can_be_followed_and_those_that_act_cannot() -> None:
    base = report()
    [link, dead] = base.facts.article.links
    acting = replace(dead, url="javascript:alert(1)")
    article = replace(base.facts.article, links=(link, acting))
    text = render_html([replace(base, facts=replace(base.facts, article=article))])
    body = text[text.index('class="body"') : text.index('class="evidence"')]
    assert f'<a href="{link.url}" rel="noreferrer noopener">the Harbour Gazette</a>' in body
    assert "javascript" not in body
    assert "told Port Radio" in body


TEXT = "He said “one two three four” and left.\n\nShe agreed."
BLOCKS = (Block(0, 38, BlockKind.PARAGRAPH), Block(40, 51, BlockKind.PARAGRAPH))


@given(st.lists(st.tuples(st.integers(0, 51), st.integers(0, 51)), max_size=8))
def test_marks_may_overlap_in_any_way_and_the_text_stays_whole(
    pairs: list[tuple[int, int]],
) -> None:
    article = Article(TEXT, BLOCKS, (), (), Format.TEXT, "a" * 64)
    marked = [
        (Mark(str(at), f"m{at}", f"c{at}", "verbatim"), (Span(min(pair), max(pair), ""),))
        for at, pair in enumerate(pairs)
    ]
    shown = list(paragraphs(article, marked))
    assert ["".join(piece.text for piece in paragraph.pieces) for paragraph in shown] == TEXT.split(
        "\n\n"
    )
    pieces = [piece for paragraph in shown for piece in paragraph.pieces]
    firsts = [mark.id for piece in pieces for mark, first in piece.refs if first]
    assert len(firsts) == len(set(firsts))
    for mark, (span,) in marked:
        if any(max(span.start, b.start) < min(span.end, b.end) for b in BLOCKS):
            assert mark.id in firsts


def test_a_mark_takes_the_quotation_marks_along() -> None:
    article = Article(TEXT, BLOCKS, (), (), Format.TEXT, "a" * 64)
    mark = Mark("1", "m", "c", "verbatim")
    start = TEXT.index("one")
    [first, _] = paragraphs(article, [(mark, (Span(start, start + 18, "one two three four"),))])
    assert [piece.text for piece in first.pieces if piece.mark] == ["“one two three four”"]


def nothing_compared() -> Report:
    """The sample without a source that could be read."""
    facts = report().facts
    unread = replace(facts.sources[0].capture, outcome=Outcome.NETWORK_ERROR, status=None)
    sources = tuple(replace(record, capture=unread, page=None) for record in facts.sources)
    why = NotCompared.SOURCE_NOT_CAPTURED
    checks = tuple(
        replace(check, verdict=Verdict.NOT_COMPARED, reason=why, parts=(), missing=())
        for check in facts.checks
    )
    return replace(report(), facts=replace(facts, checks=checks, sources=sources), findings=())


PAGES: dict[str, Callable[[], str]] = {
    "sample": lambda: render_html([report()]),
    "several": lambda: render_html([report(), EMPTY, report()]),
    "hostile": lambda: render_html([hostile("".join(POISONS))]),
    "nothing-compared": lambda: render_html([nothing_compared()]),
    "long-words": lambda: render_html([hostile("Donaudampfschifffahrt" * 40)]),
    "russia-taliban": lambda: (REPORTS / "russia-taliban/report.html").read_text("utf-8"),
    "harbour-tunnel": lambda: (REPORTS / "harbour-tunnel/report.html").read_text("utf-8"),
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What the browser saw of all pages; it starts once."""
    folder = tmp_path_factory.mktemp("browser")
    for name, text in PAGES.items():
        (folder / f"{name}.html").write_text(text(), encoding="utf-8")
    done = subprocess.run(
        ["node", HERE / "browser.mjs", folder / "profile", *sorted(folder.glob("*.html"))],
        capture_output=True,
        text=True,
        check=False,
        timeout=580,
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.program("chromium")
@pytest.mark.program("node")
@pytest.mark.program("playwright-core")
@pytest.mark.program("axe-core")
@pytest.mark.parametrize("name", PAGES)
def test_a_browser_finds_nothing_wrong_at_any_width_light_or_dark(
    name: str, seen: list[dict[str, Any]]
) -> None:
    views = [view for view in seen if Path(view["file"]).stem == name]
    assert len(views) == 6
    for view in views:
        assert view["violations"] == []
        assert (view["console"], view["requests"], view["dialogs"]) == ([], [], 0)
        assert (view["wider"], view["broken"], view["sheets"]) == (0, [], 1)
        assert view["inView"] == [True, True]
        assert view["focus"] == ["skip", "solid"]
    assert len({view["paper"] for view in views}) == 2


@pytest.mark.program("chromium")
@pytest.mark.program("node")
@pytest.mark.program("playwright-core")
@pytest.mark.program("axe-core")
def test_the_report_of_a_short_article_prints_on_two_pages(seen: list[dict[str, Any]]) -> None:
    pages = {Path(view["file"]).stem: view["pages"] for view in seen}
    assert pages["russia-taliban"] <= 2
    assert pages["harbour-tunnel"] <= 6
