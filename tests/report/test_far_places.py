"""A place far inside a long line is a paragraph: nobody counts along a minified page."""

from dataclasses import replace

from audit import read_article
from audit.report.places import where


def test_a_page_of_one_line_is_told_by_paragraphs() -> None:
    page = "".join(
        f"<p>Paragraph {number} of a page is here, as it should be.</p>" for number in range(40)
    )
    article = read_article(
        f"<html><body><article>{page}</article></body></html>".encode(), format="html"
    )
    place = where(article, article.text.index("Paragraph 30 "))
    assert place.is_far
    assert str(place) == f"paragraph {place.paragraph}"
    assert place.in_full == f"{place} (“Paragraph 30 of a page is …”)"
    assert str(where(article, article.text.index("Paragraph 1 "))) == "line 1"


def test_the_title_is_no_heading_that_finds_a_place() -> None:
    text = "# The bridge at Falk\n\nFirst words.\n\n## What it costs\n\nSecond words here."
    article = replace(read_article(text.encode(), format="markdown"), origin=None)
    first, second = (where(article, article.text.index(word)) for word in ("First", "Second"))
    assert first.more == "paragraph 1, “First words. …”"
    assert second.more == "paragraph 3, under “What it costs”, “Second words here. …”"
