"""From the links of an article to what is said of its words, over archives and over HTTP on loopback."""

import threading
from collections.abc import Iterator
from functools import partial
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.run import citeaudit, report_of, said_with
from tests.end_to_end.web import Answer, page, write_web

GAZETTE = "https://gazette.example/ferry"
BBC_PIER = "https://www.bbc.co.uk/news/pier"
RIVAL = "https://rival.example/ferry"
SAID = "The ferry will open before the summer comes"
PAGE = page("Ferry", [f"“{SAID},” Anna Lindqvist said.", "It rained all day in the harbour."] * 3)
OTHER = page(
    "Ferry", ["“The ferry will not open before the summer comes,” Bo Holm said.", "It rained."] * 3
)
RAIN = page("Rain", ["It rained all day in the harbour, and the fair was called off."] * 5)
FORMS = pytest.mark.parametrize("form", ["md", "html"])


def audited(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    paragraphs: list[str],
    answers: list[Answer],
    form: str,
) -> tuple[int, dict[str, Any], str]:
    """The exit code, the report and its Markdown for paragraphs whose links are ``{words|url}``."""
    web = tmp_path / "web.warc.gz"
    write_web(web, answers)
    article = tmp_path / f"article.{form}"
    article.write_text(_written(paragraphs, form), encoding="utf-8")
    run = citeaudit(
        capsys,
        *("check", article, "--captures", web, "--offline", "--output-dir", tmp_path / "out"),
    )
    folder = tmp_path / "out" / "article"
    return run.code, report_of(folder), (folder / "report.md").read_text(encoding="utf-8")


def _written(paragraphs: list[str], form: str) -> str:
    pieces = [paragraph.replace("}", "{").split("{") for paragraph in paragraphs]
    if form == "md":
        return "\n\n".join(
            "".join(
                _link(piece, "[{0}]({1})") if at % 2 else piece for at, piece in enumerate(each)
            )
            for each in pieces
        )
    body = "".join(
        "<p>"
        + "".join(
            _link(piece, '<a href="{1}">{0}</a>') if at % 2 else escape(piece, quote=False)
            for at, piece in enumerate(each)
        )
        + "</p>"
        for each in pieces
    )
    return f'<html lang="en"><body><article>{body}</article></body></html>'


def _link(piece: str, form: str) -> str:
    words, _, url = piece.partition("|")
    return form.format(words, escape(url) if "<a" in form else url)


def rules(report: dict[str, Any]) -> dict[str, str]:
    return {finding["rule"]: finding["severity"] for finding in report["findings"]}


@FORMS
def test_words_in_a_link_of_the_paragraph_are_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    text = [f"The {{old pier|{GAZETTE}}} is closed. “{SAID},” Anna Lindqvist said of the boats."]
    _, report, _ = audited(tmp_path, capsys, text, [Answer(GAZETTE, PAGE)], form)
    found = said_with(report, SAID)
    assert (found["verdict"], found["source_id"]) == ("verbatim", found["candidates"][0])
    assert found["paired_with"] == []
    assert found["searched"] == found["candidates"]
    assert not rules(report)


@FORMS
def test_words_in_no_cited_page_are_a_warning_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    text = [
        f"The {{old pier|{GAZETTE}}} is closed. “{SAID},” Anna Lindqvist said of the boats.",
        f"The {{weather|{RIVAL}}} was bad.",
    ]
    named = RAIN.replace("the harbour", "the harbour of Anna Lindqvist", 1)
    answers = [Answer(GAZETTE, named), Answer(RIVAL, RAIN)]
    code, report, written = audited(tmp_path, capsys, text, answers, form)
    found = said_with(report, SAID)
    assert (found["verdict"], found["reason"]) == ("not-compared", "not-in-cited")
    assert found["searched"] == ["s1", "s2"]
    assert rules(report) == {"quote-not-in-cited": "warning"}
    assert "none of the pages that the article cites has them" in written
    assert "Searched for the words: " in written
    assert "compared with nothing" not in written
    assert code == 0


@FORMS
@pytest.mark.parametrize("speaker", ["Anna Lindqvist", "the angler Bo Holm"])
def test_they_are_a_note_where_the_page_beside_them_does_not_name_their_speaker(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, speaker: str
) -> None:
    text = [
        f"The {{old pier|{GAZETTE}}} is closed. “{SAID},” {speaker} said of the boats.",
        f"The {{weather|{RIVAL}}} was bad.",
    ]
    named = RAIN.replace("the harbour", f"the harbour of {speaker}", 1)
    answers = [Answer(GAZETTE, RAIN), Answer(RIVAL, named)]
    _, report, _ = audited(tmp_path, capsys, text, answers, form)
    assert rules(report) == {"quote-not-in-cited": "note"}


@FORMS
def test_a_dead_link_is_not_made_up_for_by_what_another_person_says_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    text = [
        f"“{SAID},” Anna Lindqvist {{said|{GAZETTE}}}.",
        f"“The ferry will not open before the summer comes,” Bo Holm {{said|{RIVAL}}}.",
    ]
    gone = Answer(GAZETTE, page("Not found", ["Nothing here."]), status="404 Not Found")
    for answers in ([gone, Answer(RIVAL, OTHER)], [Answer(RIVAL, OTHER), gone]):
        _, report, _ = audited(tmp_path, capsys, text, answers, form)
        assert said_with(report, SAID)["verdict"] == "not-compared"
        assert said_with(report, "will not open")["verdict"] == "verbatim"
        assert not [rule for rule in rules(report) if rule.startswith("quote-")]


@FORMS
def test_a_link_to_an_outlet_serves_words_told_it_in_another_paragraph(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    text = [
        f"The {{Kelmouth Courier|{GAZETTE}}} broke the story.",
        "It rained.",
        f"“{SAID.replace('before', 'after')},” Anna Lindqvist told the Courier.",
    ]
    _, report, _ = audited(tmp_path, capsys, text, [Answer(GAZETTE, PAGE)], form)
    found = said_with(report, "The ferry will open after")
    assert (found["verdict"], found["standing"], found["url"]) == ("altered", "linked", GAZETTE)
    assert found["cited"] == [GAZETTE]


@FORMS
def test_a_wrapped_link_is_compared_with_the_page_that_it_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    wrapped = f"https://www.google.com/url?q={GAZETTE}&sa=D&source=editors&ust=1&usg=A"
    again = "https://l.facebook.com/l.php?u=https%3A%2F%2Fgazette.example%2Fferry%3Futm_source%3Dfb"
    text = [f"“{SAID},” Anna Lindqvist {{said|{wrapped}}}.", f"It {{rained|{again}}} all day."]
    _, report, _ = audited(tmp_path, capsys, text, [Answer(GAZETTE, PAGE)], form)
    assert said_with(report, SAID)["verdict"] == "verbatim"
    assert [source["url"] for source in report["sources"]] == [GAZETTE]


@FORMS
def test_a_link_that_is_no_source_is_told_apart_and_nothing_is_said_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    text = (
        f"“{SAID},” {{Anna Lindqvist|https://gazette.example/author/anna-lindqvist}}"
        f" {{said|{GAZETTE}}}. {{Subscribe|https://gazette.example/subscribe}} or"
        " {share|https://twitter.com/intent/tweet?url=x} or {write|mailto:desk@gazette.example}."
    )
    _, report, _ = audited(tmp_path, capsys, [text], [Answer(GAZETTE, PAGE)], form)
    assert [source["url"] for source in report["sources"]] == [GAZETTE]
    assert [link["role"] for link in report["article"]["links"]] == [
        *("profile", "source", "subscribe", "share")
    ]
    assert not rules(report)


class Site(BaseHTTPRequestHandler):
    """A story, and rain at all other addresses; it keeps count of what was asked for."""

    protocol_version = "HTTP/1.1"

    def __init__(self, asked: list[str], *rest: Any) -> None:
        self._asked = asked
        super().__init__(*rest)

    def do_GET(self) -> None:
        self._asked.append(self.path)
        body = (PAGE if self.path == "/story" else RAIN).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Site, asked))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    server.server_close()
    thread.join()


def test_what_a_wrapper_names_goes_through_the_same_policy(
    site: tuple[str, list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host, asked = site
    wrapped = f"https://www.google.com/url?q=http://{host}/story"
    subscribe = f"http://{host}/subscribe"
    article = tmp_path / "article.md"
    article.write_text(
        f"“{SAID},” Anna Lindqvist [said]({wrapped}). Please [subscribe]({subscribe}).",
        encoding="utf-8",
    )
    run = citeaudit(capsys, "check", article, "--output-dir", tmp_path / "out")
    assert run.code == 0
    assert asked == []
    [source] = report_of(tmp_path / "out" / "article")["sources"]
    assert (source["url"], source["outcome"]) == (f"http://{host}/story", "refused")
    run = citeaudit(
        capsys, *("check", article, "--allow-private", host, "--output-dir", tmp_path / "allowed")
    )
    assert set(asked) == {"/story", "/robots.txt"}
    assert said_with(report_of(tmp_path / "allowed" / "article"), SAID)["verdict"] == "verbatim"


@FORMS
def test_words_that_another_cited_page_has_are_said_to_stand_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    text = [
        f"“{SAID},” Anna Lindqvist {{said|{RIVAL}}}.",
        f"The {{old pier|{GAZETTE}}} is closed.",
    ]
    answers = [Answer(GAZETTE, PAGE), Answer(RIVAL, RAIN)]
    code, report, written = audited(tmp_path, capsys, text, answers, form)
    assert said_with(report, SAID)["verdict"] == "verbatim"
    assert rules(report) == {"quote-misattributed": "warning"}
    assert "stands in gazette.example, not in rival.example" in written
    assert code == 0


@FORMS
def test_another_page_of_the_outlet_that_is_named_is_another_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    other = "https://www.bbc.co.uk/news/rain"
    text = [
        f"“{SAID},” Anna Lindqvist {{told the BBC|{other}}}.",
        f"The {{old pier|{BBC_PIER}}} is closed.",
    ]
    answers = [Answer(BBC_PIER, PAGE), Answer(other, RAIN)]
    _, report, written = audited(tmp_path, capsys, text, answers, form)
    assert said_with(report, SAID)["verdict"] == "verbatim"
    assert rules(report) == {"quote-misattributed": "warning"}
    assert "stands in “Ferry”, not in “Rain”" in written


@FORMS
@pytest.mark.parametrize(
    "text",
    [
        # the paragraph links to both pages: which link is for the words may have been read wrong
        [f"“{SAID},” Anna Lindqvist {{said|{RIVAL}}} of the {{old pier|{GAZETTE}}}."],
        # three words stand anywhere
        [f"It was “open before the,” Anna Lindqvist {{said|{RIVAL}}}.", f"The {{pier|{GAZETTE}}}."],
        # the page that the article gives has them as well
        [f"“It rained all day,” Anna Lindqvist {{said|{RIVAL}}}.", f"The {{pier|{GAZETTE}}}."],
    ],
)
def test_words_on_another_page_are_no_warning_where_the_link_says_nothing_against_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, text: list[str]
) -> None:
    answers = [Answer(GAZETTE, PAGE), Answer(RIVAL, RAIN)]
    _, report, _ = audited(tmp_path, capsys, text, answers, form)
    assert "quote-misattributed" not in rules(report)


@FORMS
@pytest.mark.parametrize(
    ("linked", "kept"),
    [
        ([f"{GAZETTE}?utm_source=mail&utm_medium=x", GAZETTE], GAZETTE),
        ([GAZETTE, f"{GAZETTE}?fbclid=Iw"], f"{GAZETTE}?fbclid=Iw"),
        ([f"{GAZETTE}?id=3&utm_source=mail"], f"{GAZETTE}?id=3"),
    ],
)
def test_a_page_is_found_under_any_address_that_the_article_spells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, linked: list[str], kept: str
) -> None:
    text = [f"“{SAID},” Anna Lindqvist {{said|{url}}}." for url in linked]
    _, report, _ = audited(tmp_path, capsys, text, [Answer(kept, PAGE)], form)
    assert len(report["sources"]) == 1
    assert {each["verdict"] for each in report["attributions"]} == {"verbatim"}


@FORMS
def test_another_page_of_a_site_is_no_spelling_of_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    text = [f"“{SAID},” Anna Lindqvist {{said|{GAZETTE}?id=3&utm_source=mail}}."]
    _, report, _ = audited(tmp_path, capsys, text, [Answer(GAZETTE, PAGE)], form)
    assert said_with(report, SAID)["verdict"] == "not-compared"


@FORMS
def test_words_of_an_outlet_that_another_ones_page_has_are_shown_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    text = [
        f"“{SAID},” Anna Lindqvist told the New York Times.",
        f"The {{weather|{GAZETTE}}} was bad.",
    ]
    page = RAIN + f"<p>“{SAID},” Anna Lindqvist told the Gazette.</p>"
    _, report, written = audited(tmp_path, capsys, text, [Answer(GAZETTE, page)], form)
    assert rules(report) == {"source-unlinked": "warning"}
    [finding] = report["findings"]
    assert "and not found" not in finding["message"]
    assert "has these words, and the article names “The New York Times” for them" in str(finding)
    assert "; the same at " in written
