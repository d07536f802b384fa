"""A quoted phrase whose first adjective has the case that its sentence asks for."""

import pytest

from audit.match import verify_quote
from audit.model import Page, PageBlock, Verdict, Weight, Zone

AROUND = "Am Hafen regnet es die meiste Zeit, und dort stört sich niemand daran, sagt man."


def _page(words: str) -> Page:
    text = f"{AROUND} {words} {AROUND}"
    return Page(text, (PageBlock(0, len(text), Zone.MAIN),), language="de")


@pytest.mark.parametrize(
    ("quotation", "page"),
    [
        ("schwarzen Tag für den Hafen", "„Das ist ein schwarzer Tag für den Hafen“, sagte sie."),
        ("fauler Kompromiss der Parteien", "Sie nannte ihn einen faulen Kompromiss der Parteien."),
        ("grünem Tisch der Verwaltung", "Das ist ein grüner Tisch der Verwaltung."),
        ("letztes Aufgebot des Vereins", "Das letzte Aufgebot des Vereins verlor."),
    ],
)
def test_the_case_of_the_first_adjective_is_style(quotation: str, page: str) -> None:
    check = verify_quote(quotation, _page(page))
    [run, *_] = [run for run in check.diff if run.weight is not None]
    assert run.weight is Weight.STYLE


@pytest.mark.parametrize(
    ("quotation", "page"),
    [
        ("den schwarzen Tag für den Hafen", "Das ist der schwarze Tag für den Hafen, sagte sie."),
        ("hatten Angst vor dem Hochwasser", "Ich hatte Angst vor dem Hochwasser."),
        ("Tag für den schwarzen Hafen", "Es ist ein Tag für den schwarzes Hafen, sagte sie."),
        ("wollten Geld für den Hafen", "Ich wollte Geld für den Hafen."),
        ("schönen Tag für den Hafen", "Das ist ein schwarzer Tag für den Hafen, sagte sie."),
        ("keinen Tag für den Hafen", "Das ist ein Tag für den Hafen, sagte sie."),
        ("größten Tag für den Hafen", "Das ist ein großer Tag für den Hafen, sagte sie."),
        ("seinen Tag für den Hafen", "Das ist ihr Tag für den Hafen, sagte sie."),
    ],
)
def test_other_words_and_verbs_are_not(quotation: str, page: str) -> None:
    check = verify_quote(quotation, _page(page))
    assert check.verdict is not Verdict.VERBATIM
    assert check.weight is not Weight.STYLE
