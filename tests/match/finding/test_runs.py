"""Runs of a quotation that stand in the source word for word, and differences that are shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.match import verify_quote
from audit.model import DiffOp, Verdict, Weight

_SOURCE = (
    "We came to the harbour before the storm broke the northern wall. The boats were gone by then."
    " Nobody had told the people of the lower town to leave their houses in the night. The council"
    " met on Monday. It has never found the money for a second bridge over the river. We went home."
)


@pytest.mark.parametrize(
    "quote",
    [
        (
            "Nobody had told the people of the lower town that ships from abroad would be moored"
            " for weeks without any permission, it has never found the money for a second bridge"
        ),
        (
            "I tell you this with shame: before the storm broke the northern wall we drank and sang"
            " and knew nothing"
        ),
        (
            "It was a scandal, a shame, an outrage: the people of the lower town to leave their"
            " houses in the night"
        ),
    ],
)
def test_runs_that_stand_there_are_shown(quote: str) -> None:
    check = verify_quote(quote, _SOURCE)
    assert (check.verdict, check.weight) == (Verdict.ALTERED, Weight.SERIOUS)
    shown = [run for run in check.diff if run.op is DiffOp.EQUAL]
    assert shown
    assert all(run.source in _SOURCE for run in shown)
    assert any(run.op is not DiffOp.EQUAL and not run.marked for run in check.diff)


@pytest.mark.parametrize(
    "quote",
    [
        "The ferry to the islands runs every second week of June, and it is full of guests from abroad",
        "I have seen it all and of the things that were in the way of it none was as bad as this",
        "They had it in the night and by then it was in the river, the bridge, the town, the storm",
    ],
)
def test_small_words_in_a_row_are_no_run(quote: str) -> None:
    assert verify_quote(quote, _SOURCE).verdict is Verdict.ABSENT


@given(
    picked=st.lists(st.integers(0, len(_SOURCE.split()) - 8), min_size=1, max_size=3),
    sizes=st.lists(st.integers(3, 8), min_size=3, max_size=3),
    tie=st.sampled_from([" … ", " ", " [and] ", " zebra ", " not "]),
)
@settings(max_examples=150, deadline=None)
def test_nothing_is_altered_with_nothing_unmarked(
    picked: list[int], sizes: list[int], tie: str
) -> None:
    words = _SOURCE.split()
    pieces = [" ".join(words[at : at + size]) for at, size in zip(picked, sizes, strict=False)]
    check = verify_quote(tie.join(pieces), _SOURCE)
    if check.verdict is Verdict.ALTERED:
        assert any(run.op is not DiffOp.EQUAL and not run.marked for run in check.diff)


def test_words_that_stand_earlier_too_belong_to_the_passage() -> None:
    source = (
        "The report of the survey came late, and the question of the money was put off again."
        " “Report question evening distant travel bridge mountain village,” she said."
    )
    check = verify_quote("report question zebra distant travel bridge mountain village", source)
    assert check.verdict is Verdict.ALTERED
    assert source[check.start : check.end].startswith("Report question evening")


_ISLAND = (
    "The council met on Monday. We have to look after the people who live on the island, because"
    " nobody else will do it for them, and the ferry is the only way that they have to a doctor."
)


@pytest.mark.parametrize(
    ("quote", "run"),
    [
        (
            (
                "My government promised a new bridge long ago and the ferry is the only way that we"
                " promised to keep for ever and ever whatever may come of it"
            ),
            "and the ferry is the only way that",
        ),
        (
            (
                "We have to look after the people who live on the island … and I promise you a new"
                " harbour with shops and hotels for everyone by the end of the year"
            ),
            "We have to look after the people who live on the island",
        ),
        (
            (
                "I promise you a new harbour with shops and hotels for everyone … nobody else will do"
                " it for them"
            ),
            "nobody else will do it for them",
        ),
    ],
)
def test_a_long_run_or_a_whole_fragment_shows_its_passage(quote: str, run: str) -> None:
    check = verify_quote(quote, _ISLAND)
    assert (check.verdict, check.weight) == (Verdict.ALTERED, Weight.SERIOUS)
    assert any(part.quote == run for part in check.diff if part.op is DiffOp.EQUAL)


@pytest.mark.parametrize(
    ("quote", "ours", "theirs"),
    [
        (
            "A vessel was there before the storm broke the northern wall",
            "A vessel was there",
            "came to the harbour",
        ),
        (
            "A board met on Monday. It has never found the money for a second bridge",
            "A board",
            "The council",
        ),
        (
            (
                "to the harbour before the storm tore up all that our grandfathers ever built out"
                " there. The boats were gone by then. Nobody"
            ),
            "tore up all that our grandfathers ever built out there",
            "broke the northern wall",
        ),
        (
            "The captains all knew of the storm before the storm broke the northern wall",
            "The captains all knew of the storm",
            "",
        ),
        ("Gulls the boats were gone by then", "Gulls", ""),
    ],
)
def test_what_the_source_has_in_the_place_of_other_words_is_shown(
    quote: str, ours: str, theirs: str
) -> None:
    check = verify_quote(quote, _SOURCE)
    assert check.verdict is Verdict.ALTERED
    shown = [run for run in check.diff if run.op is not DiffOp.EQUAL]
    assert [(run.quote.strip(" ,."), run.source.strip(" .")) for run in shown] == [(ours, theirs)]
    assert shown[0].op is (DiffOp.REPLACE if theirs else DiffOp.INSERT)
