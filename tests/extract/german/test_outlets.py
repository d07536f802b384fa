"""Outlets as German names them, in every case and order."""

from dataclasses import replace

import pytest

from audit import extract, read_article


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Das berichtete die Süddeutsche Zeitung am Freitag.", "Süddeutsche Zeitung"),
        ("Ein Verkauf sei möglich, schrieb der Spiegel am Freitag.", "Der Spiegel"),
        ("Der Bayerische Rundfunk meldete, dass zwei Fonds bieten.", "Bayerischer Rundfunk"),
        ("Dem Spiegel zufolge gibt es ein Konzept.", "Der Spiegel"),
        ("Das sei tot, sagte der Minister der SZ.", "Süddeutsche Zeitung"),
        ("Das sei tot, sagte der Minister der Zeit.", "Die Zeit"),
        ("Das sei tot, sagte sie dem Standard.", "Der Standard"),
        ("Wie heise online berichtet, ist der Plan tot.", "heise online"),
        ("Laut taz ist der Plan tot.", "taz"),
    ],
)
def test_an_outlet_is_found_in_its_case(text: str, outlet: str) -> None:
    text = f"Der Konzern will seine Netze verkaufen. {text}"
    article = replace(read_article(text.encode(), format="text"), language="de")
    assert outlet in {found.outlet.name for found in extract(article) if found.outlet is not None}


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Der Vorstand hatte dem Spiegel zuvor gesagt, die Zahlen seien falsch.", "Der Spiegel"),
        ("Das sei tot, hatte Kranz vorige Woche der SZ gesagt.", "Süddeutsche Zeitung"),
        ("Kranz hat der taz gestern bestätigt, die Zahlen seien falsch.", "taz"),
        ("Das sei tot, sagte Kranz dem ZDF-Morgenmagazin.", "ZDF"),
        ("Das sei tot, hatte der Minister mit der Zeit gesagt.", None),
        ("Das sei tot, hatte der Minister vor dem Spiegel im Flur gesagt.", None),
    ],
)
def test_an_outlet_stands_before_the_participle(text: str, outlet: str | None) -> None:
    article = replace(read_article(text.encode(), format="text"), language="de")
    found = {each.outlet.name for each in extract(article) if each.outlet is not None}
    assert found == ({outlet} if outlet is not None else set())
