"""Who speaks where another name, a place or a paper stands nearer to the words."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions


def speaker(text: str, *, format: str = "text") -> str | None:  # noqa: A002 — as in the API
    said = [
        each
        for each in attributions(text, format=format)
        if each.kind is not AttributionKind.INDIRECT
    ]
    return said[-1].speaker_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Nobody closes a pool,” the council's Labour leader, Rosa Field, told us.", "Rosa Field"),
        ("“We are a branch,” the city's Green Party mayor, Otto Kern, said.", "Otto Kern"),
        (
            "The Children's Minister, Alan Prior, told the Commons in April: “We need no review.”",
            "Alan Prior",
        ),
        (
            "The union's leader, Mary Stark, told the council on Friday: “We need no review.”",
            "Mary Stark",
        ),
        (
            "“We copied it,” wrote the designer of the Estuary Viaduct, Jean-Luc Roy.",
            "Jean-Luc Roy",
        ),
        (
            "“We sang,” recalled the conductor of the Kelm Chorus, Anne-Marie Dahl.",
            "Anne-Marie Dahl",
        ),
        ("“It held,” Rosa Field, Labour leader of the council, said.", "Rosa Field"),
        ("“It held,” the mayor of Kelm, Ontario, said.", "the mayor of Kelm"),
    ],
)
def test_the_name_behind_a_description_with_a_name_in_it(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Rosa Field had asked for help, she said, and had “planned nothing”, the Courier reported.",
            "Rosa Field",
        ),
        (
            "Judge Otto Kern said he accepted the plea but that he “cannot go lower”, CourtDesk said.",
            "Otto Kern",
        ),
        ("The costs, Rosa Field writes, were “wished for”, the Kelm Echo reported.", "Rosa Field"),
        ("The ferry was “a disaster waiting to happen”, the Kelm Echo reported.", "Kelm Echo"),
        ("“The ferry is late again,” the Kelm Echo reported.", "Kelm Echo"),
    ],
)
def test_who_said_what_a_paper_reports(text: str, name: str) -> None:
    assert (speaker(text) or "").removeprefix("the ") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rosa Field ran the mill. “A city is an argument,” Field likes to say.", "Rosa Field"),
        ("As Mayor Rosa Field used to say, “a city is an argument”.", "Rosa Field"),
        ("Half would buy one though, as Rosa Field dryly notes, “nobody asked”.", "Rosa Field"),
        ("Two in ten paid for it, though, as Otto Kern wrote, “few would”.", "Otto Kern"),
        (
            "Editor Rosa Field spoke on Monday. In her words, it was “a gift to nobody”.",
            "Rosa Field",
        ),
        ("Editor Otto Kern spoke. It was, in his own words, “a gift to nobody”.", "Otto Kern"),
        ("“I would not cross it,” chimed in Rosa Field.", "Rosa Field"),
    ],
)
def test_who_likes_to_say_and_in_whose_words(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("**Prof. Rosa Field, University of Udine:** “The ice will be gone.”", "Rosa Field"),
        ("**Otto Kern, Nordhavn Institute:** “We measure it twice a year.”", "Otto Kern"),
    ],
)
def test_a_label_with_an_employer(text: str, name: str) -> None:
    assert speaker(text, format="markdown") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Rosa Field built it. When the client complained about the price, she “told him it would cost more”.",
            "Rosa Field",
        ),
        (
            "Otto Kern ran the mill. After the inspector objected, he “told her to bring cotton”.",
            "Otto Kern",
        ),
        ("When Rosa Field complained, she said it was “an outrage”.", "Rosa Field"),
    ],
)
def test_whose_verb_the_words_begin_with(text: str, name: str) -> None:
    assert speaker(text) == name


def test_words_read_in_court_are_nobodys() -> None:
    assert speaker("“I forgive him,” read in court on Monday, was the line we kept.") is None
    assert speaker("A note by Rosa Field, read in court, said: “I forgive him.”") == "Rosa Field"


@pytest.mark.parametrize(
    "text",
    [
        "The gross margin slipped 1.4 percentage points to 38.2 per cent.",
        "The rate fell 25 basis points to 3.75 percent.",
        "Median asking rents fell by 4 percent in nine cities.",
        "Average asking prices rose again in May.",
        "I asked three people who know.",
        "We asked 40 readers who rent.",
    ],
)
def test_nobody_says_this(text: str) -> None:
    assert not attributions(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rosa Field pointed to the figures of May, which had doubled.", "Rosa Field"),
        ("Voters asking whether the pool would close were told that it would.", "voters"),
        ("Rosa Field asked 30 readers who they think is best.", "Rosa Field"),
        ("Rosa Field asked three of them whether the pool would close.", "Rosa Field"),
    ],
)
def test_some_say_this(text: str, name: str) -> None:
    found = {(each.speaker_name or "").casefold() for each in attributions(text)}
    assert name.casefold() in found
