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
