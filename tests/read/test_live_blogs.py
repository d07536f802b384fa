"""The updates of a live blog are one article; cards of other articles beside an article are not."""

import pytest

from audit import read_article

UPDATE = (
    "<article><time>{0}:00</time><h2>Update {0}</h2><p>At {0} the mayor said that the bridge is closed"
    " until the spring, and that nobody knows who will pay for it, or when.</p><p>“I am as tired of"
    " it as you are,” she told the council, which met for the {0}th time this year.</p></article>"
)
CARD = "<article><a href='/{0}'><h3>Story {0}</h3><p>The mayor goes, and the bridge stays.</p></a></article>"
PAGE = (
    "<html lang='en'><head><title>Live</title></head><body><main><h1>The bridge</h1><div class='{}'>{}</div>"
    "</main></body></html>"
)


@pytest.mark.parametrize("name", ["live-updates", "posts", ""])
def test_all_updates_are_read(name: str) -> None:
    page = PAGE.format(name, "".join(UPDATE.format(hour) for hour in range(9, 15)))
    text = read_article(page.encode(), format="html").text
    assert all(f"met for the {hour}th time" in text for hour in range(9, 15))


def test_cards_beside_an_article_are_not() -> None:
    long = UPDATE.format(9).replace(
        "</article>", "<p>And so it goes on and on.</p>" * 9 + "</article>"
    )
    page = PAGE.format("", long + "".join(CARD.format(number) for number in range(20)))
    text = read_article(page.encode(), format="html").text
    assert "met for the 9th time" in text
    assert "Story 3" not in text
