"""Whose words weigh what: a language's own and English's, and in doubt what is heavy in any."""

import pytest

from audit.languages.comparing import comparing
from audit.match import prepare, verify_quote
from audit.model import Weight


def test_in_doubt_what_weighs_much_in_any_language_does() -> None:
    doubt = comparing(None)
    assert {"not", "kein", "jamais", "sin", "без"} <= doubt.negations
    assert {"i", "du", "elle", "yo", "мы"} <= doubt.pronouns
    assert ("also",) not in doubt.fillers
    assert ("you", "know") in doubt.fillers
    assert ("ähm",) in doubt.hesitations


def test_a_language_has_its_own_words_and_those_of_english() -> None:
    german = comparing("de")
    assert "kein" in german.negations
    assert "jamais" not in german.negations
    assert ("also",) in german.fillers
    assert "million" in german.units
    assert "kein" not in comparing("en").negations


def test_words_of_english_that_are_others_elsewhere_are_left_out_there() -> None:
    assert ("er",) in comparing("en").hesitations
    assert ("er",) not in comparing("de").hesitations
    assert "er" in comparing("de").pronouns


GERMAN = """Der Bürgermeister sprach am Montag zu den Leuten. Die Brücke ist alt, sagte er, und das wissen
auch die Nachbarn, die auf dem Weg zur Arbeit jeden Tag über sie fahren. Wir haben es immer so gemacht, wie
er es wollte, und es ist nicht gut gegangen. Es wird also noch ein Jahr dauern, bis sie fertig ist."""


@pytest.mark.parametrize(
    ("quote", "weight"),
    [
        ("Es wird noch ein Jahr dauern, bis sie fertig ist", Weight.STYLE),  # without 'also'
        ("Wir haben es immer so gemacht, wie es wollte", Weight.SERIOUS),  # 'er' is no English 'er'
    ],
)
def test_a_page_is_compared_in_its_language(quote: str, weight: Weight) -> None:
    assert verify_quote(quote, prepare(GERMAN)).weight is weight
