"""Entities that a document declares for itself: never expanded, never a word, and never a reason to accuse."""

import time

import pytest

from audit.markup.xml import why_unexpanded, without_subset
from audit.match import verify_quote
from audit.model import Verdict
from audit.page import source_text

SAID = "We will not pay a single crown for the old bridge"
XHTML = "application/xhtml+xml"
XML = "application/xml"


def xhtml(subset: str, body: str, *, name: str = "html") -> bytes:
    return (
        f"<?xml version='1.0'?>\n<!DOCTYPE {name} [{subset}]>\n"
        f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>The mayor spoke.</p>{body}</body></html>"
    ).encode()


@pytest.mark.parametrize("content_type", [XHTML, XML, "text/html", None])
@pytest.mark.parametrize(
    ("subset", "body"),
    [
        (f'<!ENTITY words "{SAID}">', "<p>&words;</p>"),
        (f'<!ENTITY copy "{SAID}">', "<p>&copy;</p>"),
        ('<!ENTITY words SYSTEM "words.txt">', "<p>“&words;”</p>"),
        (f'<!ENTITY a "{SAID}"><!ENTITY b "&a;">', "<p>He said &b;</p>"),
        (f"<!-- it's ]> --><!ENTITY words '{SAID}'>", "<p>&words;</p>"),
        (f"<!ENTITY % p \"<!ENTITY copy '{SAID}'>\"> %p;", "<p>&copy;</p>"),
    ],
)
def test_words_that_stand_in_an_entity_are_not_absent(
    content_type: str | None, subset: str, body: str
) -> None:
    page = source_text(xhtml(subset, body), content_type)
    assert not page.whole
    assert "entity" in page.why_not_whole
    assert verify_quote(SAID, page).verdict is Verdict.NOT_COMPARED
    assert verify_quote("The mayor spoke", page).verdict is Verdict.VERBATIM


@pytest.mark.parametrize("content_type", [XHTML, XML])
def test_the_document_type_is_no_text(content_type: str) -> None:
    page = source_text(xhtml('<!ENTITY a "<b>c</b>">\n<!ATTLIST p q CDATA ">">', ""), content_type)
    assert page.text.split("\n") == ["The mayor spoke."]
    assert page.whole


@pytest.mark.parametrize("name", ["words", "Words.2", "été"])
def test_an_entity_that_nobody_declares_is_one_in_xml_alone(name: str) -> None:
    body = f"<p>&{name};</p>"
    assert not source_text(xhtml("", body), XHTML).whole
    feed = (
        f"<?xml version='1.0'?><rss><channel><item><title>&{name};</title></item></channel></rss>"
    )
    assert not source_text(feed.encode(), "application/rss+xml").whole
    assert source_text(f"<!doctype html><title>A</title>{body}".encode(), "text/html").whole


@pytest.mark.parametrize(
    "body",
    [
        "<p>Fish &amp; chips, &eacute;t&eacute;, &#8220;so&#8221;, &nbsp;, a &lt; b</p>",
        "<p><![CDATA[AT&T; &words;]]></p>",
        "<!-- &words; --><p>R&D, Q&A; no: R & D;</p>".replace("Q&A;", "Q"),
    ],
)
def test_what_html_knows_and_what_is_no_reference_leave_a_page_whole(body: str) -> None:
    assert source_text(xhtml("", body), XHTML).whole
    assert source_text(xhtml('<!ENTITY unused "x"><!ENTITY lt "&#38;#60;">', body), XHTML).whole


@pytest.mark.parametrize(
    "unit", ['"', "'", "<!--", "-", "]", "<!ENTITY a '", "&a;", "<![CDATA[", "<!DOCTYPE x [", "% ", "&" * 9]
)  # fmt: skip
def test_a_document_type_takes_time_in_proportion(unit: str) -> None:
    def cost(size: int) -> float:
        markup = "<!DOCTYPE x [" + unit * (size // len(unit))
        start = time.process_time()
        why_unexpanded(*without_subset(markup), xml=True)
        why_unexpanded(markup, "x", xml=True)
        return time.process_time() - start

    assert cost(400_000) < 40 * max(cost(40_000), 0.005)
