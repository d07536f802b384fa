"""Whose words weigh what: a language's own and English's, and in doubt what is heavy in any."""

import pytest

from audit.languages.comparison.comparing import comparing
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


PORTUGUESE = """A ministra falou na segunda-feira no Parlamento. O hospital não vai fechar, disse ela, e as
obras do novo edifício começam no ano que vem, com um custo de vinte milhões de euros. Nós não temos, pois, razão
para ter medo, e os médicos devem ficar na cidade. A lei foi aprovada antes do verão."""


@pytest.mark.parametrize(
    ("quote", "weight"),
    [
        ("Nós não temos razão para ter medo", Weight.STYLE),  # without 'pois'
        ("com um custo de 20 milhões de euros", Weight.STYLE),
        ("com um custo de trinta milhões de euros", Weight.SERIOUS),
        ("com um custo de vinte mil euros", Weight.SERIOUS),
        ("O hospital vai fechar", Weight.SERIOUS),
        ("os médicos podem ficar na cidade", Weight.SERIOUS),
        ("as obras de novo edifício começam no ano que vem", Weight.MINOR),
        ("A lei foi aprovada depois do verão", Weight.SERIOUS),
    ],
)
def test_portuguese_words_weigh_what_they_mean(quote: str, weight: Weight) -> None:
    assert verify_quote(quote, prepare(PORTUGUESE)).weight is weight


def test_the_portuguese_for_in_the_negates_nothing() -> None:
    """'no' is 'in the': an ellipsis that leaves it out drops no negation."""
    check = verify_quote("As obras começam … com um custo de vinte milhões", prepare(PORTUGUESE))
    assert "ellipsis-drops-negation" not in check.cautions
    check = verify_quote("A ministra falou … no Parlamento", prepare(PORTUGUESE))
    assert not check.cautions
    check = verify_quote("O hospital … vai fechar", prepare(PORTUGUESE))
    assert "ellipsis-drops-negation" in check.cautions
