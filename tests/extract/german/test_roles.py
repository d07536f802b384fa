"""Who can speak by what they do, in German, and names of things that nobody calls anything."""

import pytest

from tests.extract.german.test_passages import _speaker


@pytest.mark.parametrize(
    "role",
    [
        "Der Dezernent",
        "Die Lobbyistin",
        "Der Seismologe",
        "Die Kinderärztin",
        "Der Polizeichef",
        "Ein Insasse",
        "Die Torhüterin",
        "Der Gitarrist",
        "Der Kämmerer",
    ],
)
def test_somebody_of_any_trade_speaks_before_a_colon(role: str) -> None:
    text = f"{role} ist sich sicher: „Wir werden das noch in diesem Jahr schaffen.“"
    assert _speaker(text, "Wir werden") == role


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Das Verfahren nennt man „Fracking“.", "Fracking"),
        ("Die „Partei der Mitte“ forderte Neuwahlen.", "Partei"),
        ("Der „Bund der Imker“ kritisierte den Minister.", "Bund"),
        ("In „Der Spiegel der Zeit“ schreibt er über Preußen.", "Der Spiegel"),
        ("Nach Angaben der „Welt am Mittag“ sind drei Minister betroffen.", "Welt"),
        ("Der Verband kritisierte das „Gesetz zur Stärkung der Pflege“.", "Gesetz"),
    ],
)
def test_names_in_marks_are_nobody_s_words(text: str, words: str) -> None:
    assert _speaker(text, words) == ""


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Für den Minister war es ein Fest: „Wir haben lange darauf gewartet.“", "Wir", "den Minister"),
        ("Für den Kapitän gab es Lob: „Er ist der Beste, den ich kenne.“", "Er ist", ""),
        ("Für Lind ist klar, wer das zahlt: „Am Ende zahlen es die Mieter.“", "Am Ende", "Lind"),
        ("„Grau“ nennt sie ein Nachbar, „bunt“ die Stadt.", "Grau", "ein Nachbar"),
        ("Als „feige“ hat Senatorin Carla Doss die Tat bezeichnet.", "feige", "Senatorin Carla Doss"),
        ("„Die Lage“, heißt es in der Mitteilung, „ist sehr ernst.“", "Die Lage", "der Mitteilung"),
        ("Der Beauftragte für Libyen, Karim Haddad, nannte das „gut“.", "gut", "Karim Haddad"),
        ("Roth hat den Plan gelobt und ihn als „reif“ bezeichnet.", "reif", "Roth"),
    ],
)  # fmt: skip
def test_who_speaks_by_the_place_of_words(text: str, words: str, speaker: str) -> None:
    assert _speaker(text, words) == speaker
