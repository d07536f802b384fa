"""XHTML is read as XML or as HTML alike, be it the article or its source."""

import pytest

from audit import extract, read_article, source_text, verify_quote
from audit.markup.xml import without_subset
from audit.model import Verdict

XHTML = "application/xhtml+xml"
SAID = "We will not pay a single crown for the old bridge"
BODIES = {
    "paragraph that has ended": f"<p/>The mayor spoke in May.<p>“{SAID},” said Ann Lee.</p>",
    "emphasis that has ended": f"<p>The mayor <em/>spoke. “{SAID},” said Ann Lee.</p>",
    "script that has ended": f"<script src='x'/><p>“{SAID},” said Ann Lee.</p>",
    "title that has ended": f"<title/><p>“{SAID},” said Ann Lee.</p>",
    "CDATA": f"<p>“<![CDATA[{SAID}]]>,” said Ann Lee.</p>",
    "CDATA with what would be tags": f"<p>“<![CDATA[{SAID} & <b>more</b>]]>,” said Ann Lee.</p>",
    "CDATA with a reference": f"<p>“<![CDATA[{SAID} &amp; more]]>,” said Ann Lee.</p>",
    "entities of HTML": f"<p>&ldquo;{SAID},&rdquo; said&nbsp;Ann Lee.</p>",
    "numbers": f"<p>&#8220;{SAID},&#x201d; said Ann Lee.</p>",
    "a comment": f"<p>“{SAID[:20]}<!-- <p> -->{SAID[20:]},” said Ann Lee.</p>",
    "a hidden paragraph that has ended": f"<p hidden='hidden'/><p>“{SAID},” said Ann Lee.</p>",
    "a division that has ended": f"<div style='display:none'/><p>“{SAID},” said Ann Lee.</p>",
}
SHOWN_BY_HTML_TOO = (
    "paragraph that has ended",
    "emphasis that has ended",
    "entities of HTML",
    "numbers",
    "a comment",
    "a hidden paragraph that has ended",
)
SUBSET = '<!DOCTYPE html [<!ENTITY said "“We will pay every crown,” said Ben Roe.">]>'


def page(body: str, *, doctype: str = "<!DOCTYPE html>", declared: bool = True) -> bytes:
    declaration = "<?xml version='1.0' encoding='utf-8'?>\n" if declared else ""
    return (
        f"{declaration}{doctype}\n<html xmlns='http://www.w3.org/1999/xhtml'>"
        f"<head><title>The bridge</title></head><body>{body}</body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        *((name, content_type) for name in BODIES for content_type in (XHTML, None)),
        *((name, "text/html") for name in SHOWN_BY_HTML_TOO),
    ],
)
@pytest.mark.parametrize("doctype", ["<!DOCTYPE html>", SUBSET])
def test_what_is_quoted_stands_in_the_same_bytes(
    name: str, doctype: str, content_type: str | None
) -> None:
    data = page(BODIES[name], doctype=doctype)
    article = read_article(data, "html", content_type=content_type)
    source = source_text(data, content_type)
    assert " ".join(article.text.split()) in " ".join(source.text.split())
    for said in extract(article):
        for content in said.contents:
            assert verify_quote(content.text, source).verdict is Verdict.VERBATIM


@pytest.mark.parametrize("content_type", [XHTML, None])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_words_are_read_as_xml_has_them(body: str, content_type: str | None) -> None:
    article = read_article(page(body, doctype=SUBSET), "html", content_type=content_type)
    assert SAID in article.text
    assert "Ben Roe" not in article.text
    assert article.title == "The bridge"


@pytest.mark.parametrize("name", ["story.xhtml", "story.xht", "STORY.XHTML"])
def test_a_name_says_it_where_no_type_does(name: str) -> None:
    data = page(BODIES["script that has ended"], declared=False)
    assert SAID in read_article(data, name=name).text
    assert SAID in source_text(data, None, f"https://example.org/{name}").text


def test_html_by_its_type_is_html_whatever_it_declares() -> None:
    data = page(BODIES["script that has ended"])
    assert SAID not in source_text(data, "text/html").text
    assert (
        SAID
        not in read_article(
            data + b"<p>Hello.</p></script><p>Words</p>", "html", content_type="text/html"
        ).text
    )


def test_words_in_a_cdata_section_have_their_line() -> None:
    data = page(f"\n<p>The mayor\nspoke: “<![CDATA[\n{SAID}]]>,” said Ann Lee.</p>")
    article = read_article(data, "html")
    assert article.line(article.text.index(SAID)) == data.decode().split(SAID)[0].count("\n") + 1


def test_what_follows_a_subset_keeps_its_offset() -> None:
    markup = page(BODIES["CDATA"], doctype=SUBSET).decode()
    shown, subset = without_subset(markup)
    assert len(shown) == len(markup)
    assert "ENTITY" in subset
    assert shown.index(SAID) == markup.index(SAID)
