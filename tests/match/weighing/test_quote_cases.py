"""Derived quotations of all kinds, from texts that matching was tuned on and from texts that it was not."""

import pytest

from benchmarks.quote_cases.case import KINDS, TEXTS, cases, load
from benchmarks.quotes import MODULES, Score, measure


def score(folder: str) -> Score:
    return measure(cases(list(load(TEXTS / folder)), each=8))


@pytest.mark.parametrize("folder", ["tuning", "blind"])
def test_verdicts_places_and_weights_hold_the_bar(folder: str) -> None:
    found = score(folder)
    assert found.false_alarms <= 0.003
    assert found.missed <= 0.003
    assert found.worst[0] <= 0.13, found.worst  # of a kind with eight cases, one
    assert found.f1 >= 0.99
    assert found.placed >= 0.985
    assert found.weights["right"] / found.weights["all"] >= 0.985


def test_there_are_faithful_and_changed_kinds_of_every_sort() -> None:
    assert MODULES
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    for verdict in ("verbatim", "edited", "altered", "absent"):
        assert sum(kind.verdicts[0] == verdict for kind in KINDS) >= 7
