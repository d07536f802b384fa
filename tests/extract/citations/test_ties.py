"""For which words a mark stands."""

import pytest

from audit.extract import extract
from audit.model import AttributionKind
from audit.read import read_article

NOTES = "\n\n" + "\n\n".join(f"[^{n}]: https://n{n}.example/" for n in range(1, 5)) + "\n"


def cited(text: str, notes: str = NOTES) -> dict[str, tuple[str, ...]]:
    """The hosts' first labels that are cited for each of the words, quoted or reported."""
    article = read_article((text + notes).encode(), "markdown")
    return {
        attribution.contents[0].text: tuple(
            url.split("//")[1].split(".")[0] for url in attribution.cited
        )
        for attribution in extract(article)
        if attribution.kind is not AttributionKind.LINK
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“It is old,”[^1] said Ann Lee.", {"It is old,": ("n1",)}),
        ("“It is old[^1],” said Ann Lee.", {"It is old,": ("n1",)}),
        ("“It is old,” said Ann Lee.[^1]", {"It is old,": ("n1",)}),
        ("“It is old,” said Ann Lee [^1].", {"It is old,": ("n1",)}),
        ("“It is old,” said Ann Lee. [^1] It rained.", {"It is old,": ("n1",)}),
        ("Ann Lee[^1] said: “It is old.”", {"It is old.": ("n1",)}),
        ("“It is old,”[^1][^2] said Ann Lee.", {"It is old,": ("n1", "n2")}),
        ("“It is old,” said Ann Lee. “It is grey.”[^3]", {"It is old,": ("n3",)}),
        (
            "Ann Lee called it “an old pier”[^1] and Bo Roe called it “a fine pier”.[^2]",
            {"an old pier": ("n1",), "a fine pier": ("n2",)},
        ),
        (
            "Ann Lee called it “an old pier” and Bo Roe called it “a fine pier”.[^2]",
            {"an old pier": ("n2",), "a fine pier": ("n2",)},
        ),
        (
            "“It is old,” said Ann Lee. It rained all day.[^1]",
            {"It is old,": ()},
        ),
        (
            "It rained all day.[^1] “It is old,” said Ann Lee.",
            {"It is old,": ()},
        ),
        (
            "It rained all day.[^1]\n\n“It is old,” said Ann Lee.",
            {"It is old,": ()},
        ),
        ("“It is old,” said Ann Lee.[^9]", {"It is old,": ()}),
        ("“It is old,” said Ann Lee. ([Post](https://post.example/a))", {"It is old,": ("post",)}),
        ("“It is old,” said Ann Lee (Source: https://post.example/a).", {"It is old,": ("post",)}),
        (
            "“It is old,” said Ann Lee (via [Post](https://post.example/a); [Echo](https://echo.example/)).",
            {"It is old,": ("post", "echo")},
        ),
        ("“It is old,” said Ann Lee. [[2]](https://post.example/a)", {"It is old,": ("post",)}),
        (
            "Unemployment rose to 5 percent,[^2] Ann Lee said.",
            {"Unemployment rose to 5 percent": ("n2",)},
        ),
        ("[^2] According to the Gazette, 40 percent oppose it.", {"40 percent oppose it": ()}),
    ],
)
def test_a_mark_is_for_the_words_before_it(text: str, wanted: dict[str, tuple[str, ...]]) -> None:
    given = cited(text)
    assert {words: given[words] for words in wanted} == wanted


def test_other_languages() -> None:
    text = "„Die Brücke ist alt“, sagte Anna Roth am Montag.[^1] Es regnete, und der Rat ging mit ihr nach Hause."
    assert cited(text) == {"Die Brücke ist alt": ("n1",)}


def test_nobody_is_quoted_in_notes_and_no_address_counts_twice() -> None:
    notes = (
        "\n\n[^1]: Ann Lee told the BBC: “We are done.” https://n1.example/\n\n"
        "## References\n\n1. Roe, “A title.” https://n2.example/a\n"
    )
    article = read_article(f"“It is old,” said Ann Lee.[^1]{notes}".encode(), "markdown")
    found = extract(article)
    assert [(attribution.kind.value, attribution.cited) for attribution in found] == [
        ("direct", ("https://n1.example/",)),
        ("link", ("https://n2.example/a",)),
    ]


def test_a_note_among_the_words_that_is_for_nobodys_words_is_a_link() -> None:
    article = read_article(b"It rained^[[Post](https://post.example/a)] all day.", "markdown")
    [found] = extract(article)
    assert (found.kind.value, found.url, found.contents[0].text) == (
        "link",
        "https://post.example/a",
        "rained",
    )


def test_the_figure_of_a_mark_is_no_figure_of_a_statement() -> None:
    article = read_article(
        f"Drivers lost 40 percent of their pay[^7], the ministry said.{NOTES}".encode(), "markdown"
    )
    [found] = [
        attribution
        for attribution in extract(article)
        if attribution.kind is AttributionKind.INDIRECT
    ]
    assert [fact.span.text for fact in found.facts] == ["40 percent"]
