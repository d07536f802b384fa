"""Pages that show hardly any words: what is not among them is not called absent."""

import pytest

from audit.match.verify import verify_quote
from audit.model import Capture, NotCompared, Outcome, Verdict
from audit.page.formats import source_text
from audit.pages import read_page

QUOTE = "We will reopen the ferry in spring"
WORDS = "The council met on Monday to look at the winter and the boats that were lost in it, one by one."


_LINKS = "".join(
    f"<div><h3><a href='/n/{number}'>Council sells the boat house</a></h3><p>{WORDS}</p></div>"
    for number in range(9)
)


@pytest.mark.parametrize(
    ("markup", "sparse"),
    [
        ("<p>ok</p>", True),
        (f"<h1>This was taken down</h1><p>By its author on Monday, without a word.</p>{_LINKS}", True),
        (f"<h1>Taken down</h1><p>{WORDS}</p>{_LINKS}", False),
        (f"<p>{WORDS}</p>", False),
        (f"<h1>Ferry</h1><p>{WORDS[:40]}</p>", True),
        (f"<nav><ul>{'<li><a href=x>The news</a></li>' * 30}</ul></nav><p>Ferry</p>", True),
        (f"<p hidden>{WORDS}</p><p>Ferry</p>", True),
        ("<p>渡船将于春季重新开放，市议会周一在市政厅开会讨论了冬季的情况以及在冬季丢失的船只和码头。</p>", False),
        ("<p>ページが見つかりません</p>", True),
    ],
)  # fmt: skip
def test_few_words_are_few_in_any_script(markup: str, sparse: bool) -> None:  # noqa: FBT001
    page = source_text(markup.encode(), "text/html; charset=utf-8")
    assert page.sparse is sparse
    check = verify_quote(QUOTE, page)
    if sparse:
        expected = (Verdict.NOT_COMPARED, NotCompared.HARDLY_ANY_WORDS)
        assert (check.verdict, check.reason) == expected
    else:
        assert check.verdict is not Verdict.VERBATIM


def test_words_that_are_there_count_on_the_shortest_page() -> None:
    page = source_text(b"<p>We will reopen the ferry in spring.</p>")
    assert verify_quote(QUOTE, page).verdict is Verdict.VERBATIM
    assert verify_quote("We will not reopen the ferry in spring", page).verdict is Verdict.ALTERED


def test_a_post_may_be_as_short_as_it_likes() -> None:
    page = source_text(
        b'{"text": "No.", "user": {"name": "Ann", "screen_name": "ann"}}', "application/json"
    )
    assert verify_quote(QUOTE, page).verdict is Verdict.ABSENT


@pytest.mark.parametrize(
    ("text", "is_error"),
    [
        ('{"error": "rate limited, try again later"}', True),
        ('{"errors": [{"message": "a b c d e f"}], "data": null}', True),
        ('{"status": 500, "error": "Internal", "path": "/a"}', True),
        ('{"type": "about:blank", "title": "a b c d", "detail": "e f g h", "error": true}', True),
        ('{"error": null, "text": "The council met on Monday"}', False),
        ('{"error": "a b c d", "text": "The council met on Monday"}', False),
        ('{"message": "The council met on Monday"}', False),
    ],
)
def test_an_object_that_says_that_something_went_wrong_is_no_page(
    text: str,
    is_error: bool,  # noqa: FBT001
) -> None:
    page = source_text(text.encode(), "application/json")
    assert (page.why_not_whole == "an error message in place of a page") is is_error


@pytest.mark.parametrize("links", ["", _LINKS])
def test_a_file_of_one_line_is_whole_and_one_line_among_links_is_not(links: str) -> None:
    body = f"<title>Ferry</title><p>No ferry.</p>{links}".encode()
    capture = Capture(
        "a", Outcome.CAPTURED, "a", content_type="text/html", body=body, file="a.html"
    )
    page = read_page(capture)
    assert page is not None
    assert page.sparse is bool(links)


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 200, "— — —", "!?"),
        *("Loading…", "Please enable JavaScript and disable any ad blocker", "1 min read"),
    ],
)
def test_a_file_without_a_word_or_a_sentence_is_not(text: str) -> None:
    body = f"<p>{text}</p>".encode()
    page = read_page(
        Capture("a", Outcome.CAPTURED, "a", content_type="text/html", body=body, file="a.html")
    )
    assert page is None or page.sparse


@pytest.mark.parametrize("state", ['{"body":"%s"}', 'window.__STATE__={"body":"%s"}'])
def test_a_page_that_shows_nothing_and_keeps_words_in_a_script_is_not_whole(state: str) -> None:
    script = f"<script>{state % WORDS}</script>"
    page = source_text(f"<title>Boats</title><div id=root></div>{script}".encode(), "text/html")
    assert not page.whole
    shown = source_text(f"<title>Boats</title><p>{WORDS}</p>{script}".encode(), "text/html")
    assert shown.whole
