"""How long it is since somebody spoke is the article's own reckoning, and no fact of what was said."""

import pytest

from audit import extract, read_article


def figures(sentence: str) -> list[str]:
    found = extract(read_article(f"# Bridge\n\n{sentence}\n".encode(), format="markdown"))
    return [fact.span.text for each in found for fact in each.facts if fact.kind != "name"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay is late, its director conceded, three weeks after she [told the Echo](https://e.example/a) that it was on time.",
        "The bridge closed two days after Mayor Ann Lee [told reporters](https://e.example/a) that it was safe.",
        "Twelve hours before the firm [announced](https://e.example/a) that it would close, the lights went out.",
    ],
)
def test_the_time_since_somebody_spoke_is_none(sentence: str) -> None:
    assert figures(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("He died two days after the operation, [the hospital said](https://e.example/a).", "two days"),
        ("The firm hired 40 people before it [said](https://e.example/a) that it would close.", "40"),
        ("It shut two years after it opened, [the Echo reported](https://e.example/a).", "two years"),
    ],
)  # fmt: skip
def test_the_time_since_anything_else_is_one(sentence: str, told: str) -> None:
    assert told in figures(sentence)
