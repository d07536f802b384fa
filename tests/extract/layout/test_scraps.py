"""What gives quoted words their speaker is no statement, figures and links in it or not."""

import pytest

from tests.extract.said import attributions

_AT = "https://vik.example/x"


def _stated(text: str, language: str = "en") -> list[str]:
    found = attributions(f"---\nlanguage: {language}\n---\n\n{text}", format="markdown")
    return [
        " … ".join(span.text for span in each.contents)
        for each in found
        if each.kind.value == "indirect"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"“It is over and done with,” she told [Long Road magazine]({_AT}) in 2015."),
        ("en", f"“It is over,” Peter Ashworth told [the Sea Loch Times]({_AT}) in 2015."),
        ("en", f"“It is over,” a spokesperson [told the Post]({_AT}) on 4 April. “Go home.”"),
        ("de", f"„Es ist vorbei“, sagte er 2017 dem [„Talheimer Boten“]({_AT})."),
    ],
)
def test_who_says_words_is_no_statement(language: str, text: str) -> None:
    assert _stated(text, language) == []


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (f"The repairs cost £3 million, he told [the magazine]({_AT}).", "The repairs cost £3 million"),
        (f"“It is over,” Ann Lee said. The [fleet]({_AT}) has 40 boats.", "The fleet has 40 boats"),
        (f"Ann Lee said that [40 boats]({_AT}) had sunk.", "40 boats had sunk"),
        (f"“It is over,” Ann Lee, 67, told [the paper]({_AT}).", "Ann Lee, 67, told the paper"),
        (f"“It is over,” Ann Lee said, as 40 boats left the [port]({_AT}).", "as 40 boats left the port"),
    ],
)  # fmt: skip
def test_a_statement_beside_who_says_words_stays(text: str, stated: str) -> None:
    assert stated in [each.removesuffix(".") for each in _stated(text)]
