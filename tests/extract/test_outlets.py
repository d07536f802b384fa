"""Outlets: who carried the words."""

import pytest

from audit.extract.outlets import known_outlets
from tests.extract.said import attributions


@pytest.mark.parametrize(
    ("text", "outlet", "via"),
    [
        ("“It is over,” Ann Lee told CBS News.", "CBS News", "CBS News"),
        ("“It is over,” Ann Lee told the BBC on Monday.", "BBC", "BBC"),
        ("“It is over,” Ann Lee said in an interview with CNN.", "CNN", "CNN"),
        ("Ann Lee blasted it as “over,” according to the BBC.", "BBC", "BBC"),
        ("“It is over,” Ann Lee told the Kelmouth Echo.", "Kelmouth Echo", "Kelmouth Echo"),
        ("“It is over,” Ann Lee told Radio Kelmouth.", "Radio Kelmouth", "Radio Kelmouth"),
        ("According to the New York Times, it is over.", "The New York Times", "New York Times"),
    ],
)
def test_the_outlet_that_carried_the_words(text: str, outlet: str, via: str) -> None:
    [one] = attributions(text)
    assert one.outlet is not None
    assert one.via is not None
    assert (one.outlet.name, one.via.text) == (outlet, via)


@pytest.mark.parametrize(
    "text",
    [
        "“It is over,” Ann Lee told reporters.",
        "“It is over,” Ann Lee told Piet Moreau.",
        "“It is over,” Ann Lee told the Senate.",
    ],
)
def test_a_listener_that_is_no_outlet_carries_nothing(text: str) -> None:
    [one] = attributions(text)
    assert one.outlet is None


def test_every_known_outlet_has_a_domain_a_country_and_a_kind() -> None:
    for outlet in known_outlets():
        assert outlet.domains, outlet
        assert outlet.country, outlet
        assert outlet.kind, outlet


def test_no_name_belongs_to_two_outlets() -> None:
    names = [outlet.name for outlet in known_outlets()]
    assert len(names) == len(set(names))
