"""A document named again by its noun, where the link stands on the verb by which it was made."""

import pytest

from tests.extract.said import attributions

RULED = "Couriers are workers, the Court of Appeal [ruled on Thursday](https://j.example/611).\n\n"
OTHER = "Farouk told the [Yorkshire Ledger](https://y.example/f) that he was happy.\n\n"


def tied(text: str) -> list[tuple[str, str | None]]:
    found = attributions(text, format="markdown")
    return [(each.contents[0].text, each.url) for each in found]


@pytest.mark.parametrize(
    ("lead", "told", "words", "url"),
    [
        (
            RULED,
            "A hearing has been listed for 9 March, according to the judgment.",
            "A hearing has been listed for 9 March",
            "https://j.example/611",
        ),
        (
            RULED,
            "They had been logged on for 52 hours a week, the ruling records.",
            "They had been logged on for 52 hours a week",
            "https://j.example/611",
        ),
        (
            "The firm will close two mills, it [announced on Monday](https://f.example/1).\n\n",
            "Some 320 people will have to go, the announcement says.",
            "Some 320 people will have to go",
            "https://f.example/1",
        ),
    ],
)
def test_the_noun_of_a_linked_verb_names_its_document(
    lead: str, told: str, words: str, url: str
) -> None:
    assert (words, url) in tied(f"{lead}{OTHER}{told}")


@pytest.mark.parametrize(
    "lead",
    [
        "Lee [wrote a novel](https://n.example/1) in May.\n\n",
        "One court [ruled](https://j.example/1) for them, and another [ruled](https://j.example/2).\n\n",
    ],
)
def test_another_verb_or_two_links_name_none(lead: str) -> None:
    text = f"{lead}Nobody minded.\n\nThe claim was brought by 41 couriers, the judgment says."
    assert tied(text)[-1] == ("The claim was brought by 41 couriers", None)
