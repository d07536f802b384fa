"""What a name that stands in the genitive is in the nominative: 'Дмитрия' is 'Дмитрий'."""

from collections.abc import Iterator, Sequence


def nominatives(word: str, endings: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The forms that a word has with other endings, each with the one instead of it."""
    for end, instead in endings:
        if word.endswith(end) and len(word) > len(end) + 1:
            yield word.removesuffix(end) + instead


def capital(name: str) -> str:
    """A name with a capital in each of its parts: 'Римская-Корсакова'."""
    return "-".join(part.capitalize() for part in name.split("-"))
