"""German and Dutch put a verb at the end of some clauses: who quotes one's end moves it."""

import pytest

from audit import verify_quote
from audit.model import DiffKind, Verdict, Weight

_GERMAN = (
    "Das Gutachten liegt seit Montag vor. Höhere Gebühren verringern den Umsatz der Geschäfte nicht"
    " messbar. Wir senken die Steuern. Die Kammer fürchtet, dass viele Läden im Winter schließen."
)
_DUTCH = (
    "Het rapport ligt sinds maandag bij de raad. Wij verlagen de parkeertarieven in het centrum"
    " volgend jaar. De bond vreest dat winkels in de winter sluiten, want de omzet daalt nu al."
)


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("nicht messbar verringern", _GERMAN),
        ("den Umsatz der Geschäfte nicht messbar verringern", _GERMAN),
        ("die Steuern senken", _GERMAN),
        ("Steuern senken", _GERMAN),
        ("schließen viele Läden im Winter", _GERMAN),
        ("in het centrum volgend jaar verlagen", _DUTCH),
        ("de parkeertarieven in het centrum verlagen", _DUTCH),
        ("sluiten winkels in de winter", _DUTCH),
    ],
)
def test_a_verb_where_the_clause_wants_it_changes_no_word(quote: str, source: str) -> None:
    check = verify_quote(quote, source)
    assert (check.verdict, check.weight) == (Verdict.ALTERED, Weight.STYLE)
    assert {run.kind for run in check.diff if run.weight} == {DiffKind.ORDER}


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("messbar verringern", _GERMAN),  # the source has 'nicht' before it
        ("den Umsatz messbar verringern", _GERMAN),
        ("Läden senken", _GERMAN),
        ("im Winter senken", _GERMAN),  # another sentence
        ("fürchtet viele Läden", _GERMAN),  # another clause
        ("winkels verlagen", _DUTCH),
        ("de omzet sluiten", _DUTCH),
        ("now we lower the rates", "We lower the rates now, and we will lower them again in May."),
    ],
)
def test_other_words_are_none_of_that_clause(quote: str, source: str) -> None:
    check = verify_quote(quote, source)
    assert check.weight is not Weight.STYLE
    assert check.verdict not in {Verdict.VERBATIM, Verdict.EDITED}
