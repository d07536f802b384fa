"""Names over quoted words and behind them, titles in lists, cards of other pages."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions

OVER = (
    "<h3><b>Bev Tanner, 61, baker</b></h3><p>“It took my knees.”</p><p>“And my back.”</p>"
    "<h3>Raj Sood, 34</h3><p>“I go round by the quarry now.”</p>"
)


def told(text: str, form: str) -> list[tuple[str | None, str]]:
    return [
        (said.speaker_name, " … ".join(part.text for part in said.contents))
        for said in attributions(text, format=form)
        if said.kind is not AttributionKind.LINK
    ]


def test_a_name_over_paragraphs_of_quotation_alone_says_them() -> None:
    found = told(OVER, "html")
    assert found[0] == ("Bev Tanner", "It took my knees.")
    assert found[-1] == ("Raj Sood", "I go round by the quarry now.")
    marked = "### Bev Tanner, 61\n\n“It took my knees.”\n\n### Raj Sood, 34\n\n“I go round.”"
    assert [name for name, _ in told(marked, "markdown")] == ["Bev Tanner", "Raj Sood"]


def test_one_name_over_words_may_be_whom_they_are_about() -> None:
    found = told(
        "<h3>Bev Tanner</h3><p>“She baked for forty years.”</p><p>She is gone.</p>", "html"
    )
    assert [name for name, _ in found] == [None]


def test_who_is_shown_in_a_picture_says_the_caption_behind_a_colon() -> None:
    page = "<figure><img src='b.jpg'><figcaption>{}</figcaption></figure>"
    german = page.format("„Hier stand das Wasser“: Wirtin Karla Mood in ihrer Küche.")
    assert told(f"<html lang='de'>{german}</html>", "html") == [
        ("Karla Mood", "Hier stand das Wasser")
    ]
    english = page.format("“The water stood here”: Baker Sarah Mood in her kitchen.")
    assert told(english, "html") == [("Sarah Mood", "The water stood here")]


@pytest.mark.parametrize("by", [", by Una Grey", " by Una Grey (Harper)", " – by Una Grey"])
def test_linked_titles_of_a_reading_list_are_no_quotations(by: str) -> None:
    text = f"- [“The last lamplighter”](https://mag.example/l){by}\n- [“A canal”](https://m.example/c){by}"
    assert told(text, "markdown") == []
    page = f'<ul><li><a href="https://mag.example/l">“The last lamplighter”</a>{by}</li></ul>'
    assert told(page, "html") == []


def test_a_linked_quotation_in_a_list_is_one() -> None:
    text = "- [“I will never resign”](https://m.example/1), Una Grey said\n- [“No”](https://m.example/2)"
    assert ("Una Grey", "I will never resign") in told(text, "markdown")


def test_the_card_of_another_page_is_no_quotation() -> None:
    card = (
        '<blockquote class="wp-embedded-content"><a href="https://isles.example/ferry">Ferry fares '
        "held for a second year</a></blockquote>"
    )
    assert told(f"<p>Fares have risen by 8 per cent since.</p>{card}", "html") == []
