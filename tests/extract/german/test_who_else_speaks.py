"""German words whose speaker stands above, behind a comma or in a wish, and words of nobody."""

from dataclasses import replace

import pytest

from audit import extract, read_article
from audit.model import Attribution


def _last(text: str) -> Attribution:
    article = replace(read_article(text.encode(), format="text"), language="de")
    return extract(article)[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lotte Brand erklärte:\n\n„Wir haben keine Frist versäumt.“", "Lotte Brand"),
        ("Am Abend schrieb Lotte Brand den Eltern:\n\n„Das Bad bleibt zu.“", "Lotte Brand"),
        ("Lotte Brand, Sprecherin der Bahn: „Der Zug fährt im Mai wieder.“", "Lotte Brand"),
        ("Lotte Brand, Landrätin: „Der Zug fährt im Mai wieder.“", "Lotte Brand"),
        ("Lotte Brand ging. Brands Antwort lautete: „Ich bleibe bei Nein.“", "Lotte Brand"),
        ("Auf die Frage „Bleiben Sie?“ antwortete Lotte Brand: „Ja, gern.“", "Lotte Brand"),
        ("Lotte Brand sagt: Der Zug fährt im Mai wieder.", "Lotte Brand"),
        ("Lotte Brand ist sich sicher: Der Zug fährt im Mai wieder.", "Lotte Brand"),
        ("Geht es nach Lotte Brand, fährt der Zug im Mai wieder.", "Lotte Brand"),
        ("Die Kosten beziffert der Träger auf 3 Millionen Euro.", "der Träger"),
        ("Die Kosten schätzt Lotte Brand auf 3 Millionen Euro.", "Lotte Brand"),
        ("Wenn es nach Lotte Brand geht, fährt der Zug im Mai wieder.", "Lotte Brand"),
    ],
)
def test_who_speaks(text: str, name: str) -> None:
    assert _last(text).speaker_name == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Bahn rechnet mit 300 Zügen am Tag.", "300 Zügen am Tag"),
        ("Die Bahn rechnet für Mai mit mehr Gästen.", "mehr Gästen"),
        (
            "Lotte Brand sagte, dass der Zug fahre, und lobte die Bahn.",
            "der Zug fahre",
        ),
        (
            "Lotte Brand sagte, dass der Zug fahre und die Bahn zahle.",
            "der Zug fahre und die Bahn zahle",
        ),
        ("Geht es nach der Bahn, fährt der Zug im Mai.", "fährt der Zug im Mai"),
    ],
)
def test_what_is_said(text: str, words: str) -> None:
    assert [content.text for content in _last(text).contents] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Auf die Frage „Fahren Sie gern Bahn?“ antwortete Lotte Brand nicht.",
        "Auf Fragen wie „Fahren Sie gern Bahn?“ schwieg Lotte Brand.",
        "Geht es nach dem Spiel nach Hause, fährt der Zug um zehn.",
        "Zum Zug gehören drei Wagen:\n\n„Adler“",
    ],
)
def test_who_says_nothing(text: str) -> None:
    article = replace(read_article(text.encode(), format="text"), language="de")
    assert all(each.speaker is None for each in extract(article))
