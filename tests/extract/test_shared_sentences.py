"""Several people in one sentence: whose link and outlet is whose."""

import pytest

from audit import extract, read_article

G, H = "https://gazette.example/bridge", "https://herald.example/engineer"


def ties(text: str, language: str) -> dict[str, tuple[str | None, str | None]]:
    """The link and the outlet of quoted words, by these."""
    source = f"---\nlanguage: {language}\n---\n\n{text.replace('(G)', f'({G})').replace('(H)', f'({H})')}"
    return {
        " … ".join(span.text for span in each.contents): (
            each.url,
            each.outlet.name if each.outlet is not None else None,
        )
        for each in extract(read_article(source.encode(), format="markdown"))
        if each.kind.value in {"direct", "mixed"}
    }


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            (
                "Ann Lee told [the Gazette](G) she was “tired of it all”, while Omar Haddad told "
                "[the Herald](H) he had “seen nothing unusual”."
            ),
            {"tired of it all": G, "seen nothing unusual": H},
        ),
        (
            "en",
            (
                "Ann Lee said in [a statement](G) that it was “done”, but Omar Haddad said in "
                "[an interview](H) that it had “another decade”."
            ),
            {"done": G, "another decade": H},
        ),
        (
            "en",
            "In [one interview](G) Ann Lee said it was “done”; in [another](H) she said it was “tired”.",
            {"done": G, "tired": H},
        ),
        (
            "en",
            "Ann Lee said it was “done” ([Gazette](G)) but Omar Haddad called it “sound” ([Herald](H)).",
            {"done": G, "sound": H},
        ),
        (  # what covers both is for both
            "en",
            "Ann Lee said it was “done” and Omar Haddad said it was “sound”, [the Gazette reported](G).",
            {"done": G, "sound": G},
        ),
        (
            "en",
            "Asked by [the Gazette](G) whether she would pay, Ann Lee replied: “Not twice, and not once.”",
            {"Not twice, and not once.": G},
        ),
        (  # her statement is none of his
            "en",
            (
                "Ann Lee said in [a statement](G) that it was “done”, but Omar Haddad said it had "
                "“another decade”."
            ),
            {"done": G, "another decade": None},
        ),
        (
            "de",
            (
                "Anna Lenz sagte [der Rundschau](G), sie sei „müde“, während Omar Haddad "
                "[dem Anzeiger](H) sagte, er habe „nichts gesehen“."
            ),
            {"müde": G, "nichts gesehen": H},
        ),
        (
            "fr",
            (
                "Anne Lenoir a dit dans [un communiqué](G) que le pont était « fini », mais Omar Haddad a "
                "affirmé dans [un entretien](H) qu’il était « solide »."
            ),
            {"fini": G, "solide": H},
        ),
    ],
)
def test_each_has_their_own_link(language: str, text: str, expected: dict[str, str | None]) -> None:
    assert {words: url for words, (url, _) in ties(text, language).items()} == expected


def test_an_outlet_that_another_person_told_carried_no_words_of_this_one() -> None:
    found = ties(
        "Ann Lee told the Gazette she was “tired of it all”, but Omar Haddad told CBS News he had "
        "“seen nothing unusual”.",
        "en",
    )
    assert found["tired of it all"][1] is None
    assert found["seen nothing unusual"][1] == "CBS News"


def test_an_outlet_that_covers_two_clauses_carried_both() -> None:
    found = ties(
        "Ann Lee said it was “done” and Omar Haddad called it “sound”, CBS News reported.", "en"
    )
    assert {outlet for _, outlet in found.values()} == {"CBS News"}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said it was “done for good”[.](G) The bridge opened in May.",
        "The bridge opened in May. “It is done for good,” said Ann Lee[.](G)",
        "Ann Lee asked: “Is it done for good[?](G)”",
    ],
)
def test_a_link_on_the_sign_that_ends_a_sentence_is_a_note_on_it(text: str) -> None:
    assert {url for url, _ in ties(text, "en").values()} == {G}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said that [“roads take time”](G) and [that nobody “ever said it would be quick”](H).",
            {"roads take time": G, "ever said it would be quick": H},
        ),
        (
            "Ann Lee said “roads take time” ([Gazette](G)) and that nobody “ever said so” ([Herald](H)).",
            {"roads take time": G, "ever said so": H},
        ),
        (
            "Ann Lee said [“roads take time”](G) and that nobody “ever said so”.",
            {"roads take time … ever said so": G},
        ),
    ],
)
def test_words_of_one_speaker_on_several_pages_are_parted(
    text: str, expected: dict[str, str]
) -> None:
    assert {words: url for words, (url, _) in ties(text, "en").items()} == expected
