"""Which language words are in, by the small words that its neighbours do not have."""

import pytest

from audit.languages.folders import folders
from audit.languages.recognition import function_words, recognised


def told(text: str, *, lead: float = 1.2, least: int = 0) -> str | None:
    return recognised(text.lower().split(), fewest=4, lead=lead, least=least)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("die brücke ist bis zum herbst gesperrt und das war nicht die einzige", "de"),
        ("de brug is tot de herfst dicht en dat was niet de enige van het jaar", "nl"),
        ("el alcalde dijo en una carta a los vecinos que la obra del puente no es más cara", "es"),
        ("o prefeito disse em uma carta aos moradores que a obra da ponte não é mais cara", "pt"),
        ("o alcalde dixo nunha carta que a obra da ponte non é máis cara e pero que unha outra", "gl"),
        ("il sindaco ha detto che il ponte non è più caro e che la scuola della zona apre", "it"),
        ("l alcalde va dir en una carta als veïns que les obres del pont no són més cares amb el temps", "ca"),
        ("мост закрыт до осени и это не единственный из них но что делать", "ru"),
        ("міст закрито до осені і це не єдиний з них але що робити", "uk"),
        ("the mayor said in a letter to the people of the town that it was not closed", "en"),
        ("lorem ipsum dolor sit amet", None),
        ("a o e", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_language_is_told_from_its_neighbours(text: str, language: str | None) -> None:
    assert told(text) == language


def test_words_that_two_languages_share_tell_nothing() -> None:
    shared = function_words()["es"] & function_words()["pt"]
    assert shared
    assert told(" ".join(sorted(shared) * 5)) is None


def test_a_clearer_lead_may_be_asked_for() -> None:
    text = "o governo de la que los a os"
    assert told(text, lead=2.0, least=1) is None


def test_every_language_of_a_folder_is_recognised_by_its_own_words() -> None:
    for code in folders():
        assert told(" ".join(sorted(function_words()[code]))) == code
