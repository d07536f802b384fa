"""Changes that a page tells the other way, and figures told apart by what stands beside them."""

from typing import Any

import pytest

from audit.extract.facts.found import facts_of
from audit.match.indirect.elsewhere import figures_elsewhere
from audit.match.prepared.sentences import sentence_spans
from audit.match.prepared.source import prepare
from audit.model import Attribution, AttributionKind, Span
from tests.match.indirect.instead.test_told_otherwise import WAYS, instead

_STAFF = " The firm has 812 people in nine towns, and said that nothing else was to be cut."


@pytest.mark.parametrize("ways", WAYS)
@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "Output at the mill rose by 4 percent last year",
            "Output at the mill fell by 4 percent last year.",
            [("4 percent", "fell by 4 percent")],
        ),
        (
            "Sales of the paper dropped 12 percent in the autumn",
            "Sales of the paper jumped 12 percent in the autumn.",
            [("12 percent", "jumped 12 percent")],
        ),
        (
            "Output at the mill dropped by 4 percent last year",
            "Output at the mill fell by 4 percent last year.",
            [],
        ),
        (  # both ways
            "Output at the mill rose by 4 percent this year",
            "Output at the mill fell by 4 percent last year and rose by 4 percent this year.",
            [],
        ),
        (  # a negation may turn either
            "Output at the mill rose by 4 percent last year",
            "Output at the mill did not fall by 4 percent last year.",
            [],
        ),
        (  # how far, and by how much
            "Inflation in the country slowed to 3.1 percent in April",
            "Prices, or inflation in the country, rose 3.1 percent in the year to April.",
            [],
        ),
        (  # nothing plainly the same
            "Output at the mill rose by 4 percent last year",
            "The number of visitors to the museum fell by 4 percent.",
            [],
        ),
        (
            "The share of pupils in care fell from 34.9 to 33.4 percent",
            "The share of pupils in care rose from 33.4 to 34.9 percent.",
            [("34.9 to 33.4 percent", "33.4 to 34.9 percent")],
        ),
        (
            "Income from dues rose from £174,000 to £212,000",
            "Income from dues fell from £212,000 to £174,000.",
            [("£174,000 to £212,000", "£212,000 to £174,000")],
        ),
        (
            "The share of pupils in care rose from 33.4 to 34.9 percent",
            "The share of pupils in care rose from 33.4 to 34.9 percent.",
            [],
        ),
    ],
)
def test_a_change_the_other_way_is_told(
    statement: str, page: str, found: list[tuple[str, str]], ways: dict[str, Any]
) -> None:
    assert instead(f"{statement}, the report says.", page + _STAFF, **ways) == found


@pytest.mark.parametrize(
    ("statement", "page", "language", "found"),
    [
        (
            "Der Bericht sagt, der Umsatz der Mühle sei um vier Prozent gestiegen.",
            "Der Umsatz der Mühle ist um vier Prozent gesunken.",
            "de",
            [("vier Prozent", "vier Prozent gesunken")],
        ),
        (
            "Le rapport dit que les ventes du moulin ont augmenté de 7 %.",
            "Les ventes du moulin ont baissé de 7 %.",
            "fr",
            [("7 %", "baissé de 7 %")],
        ),
        (
            "Le rapport dit que les ventes du moulin ont baissé de 7 %.",
            "Les ventes du moulin ont reculé de 7 %.",
            "fr",
            [],
        ),
    ],
)
def test_a_change_the_other_way_is_told_abroad(
    statement: str, page: str, language: str, found: list[tuple[str, str]]
) -> None:
    assert instead(statement, page, language) == found


@pytest.mark.parametrize("ways", WAYS)
@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (  # another figure of the statement stands in the sentence of the only one of its kind
            "It was carrying 212 passengers and 41 cars",
            (
                "The ferry ran aground with 212 passengers, 14 crew and 36 cars on board."
                " The quay can take 41 cars."
            ),
            [("41", "36")],
        ),
        (
            "The hall held 640 guests and 18 waiters",
            (
                "The hall was opened before 640 guests and 27 waiters. In the kitchen were 18 cooks"
                " and 18 waiters' children."
            ),
            [("18", "27")],
        ),
        (
            "She left the company in August after eight years",
            (
                "Priya Nandakumar worked at the mill for six years and left in August. A meeting took"
                " eight minutes."
            ),
            [("eight years", "six years")],
        ),
        (  # what it counts stands there with the same figure, too
            "It was carrying 212 passengers and 36 cars",
            (
                "The ferry ran aground with 212 passengers, 14 crew and 36 cars on board."
                " The quay can take 41 cars."
            ),
            [],
        ),
        (  # the words of the statement stand beside its own
            "The rent that the club pays to the town, 450,000 euros, is unchanged since 2016",
            (
                "The rent that the club pays to the town is 450,000 euros. It has not changed since 2016,"
                " while the upkeep costs the town 1.1 million euros."
            ),
            [],
        ),
        (  # not the part of the whole that is another
            "It took the tills out of 140 of its 612 shops",
            (
                "We removed the tills from 140 of our shops. The firm ended the year with 621 shops,"
                " 9 more than a year before, when there were 612."
            ),
            [("612", "621")],
        ),
        (
            "Her contract runs until June 2031",
            "Her contract ends in June 2030.",
            [("June 2031", "June 2030")],
        ),
        (
            "The contract of the director ends in March 2027",
            "The contract of the director runs out in March 2029.",
            [("March 2027", "March 2029")],
        ),
        (
            "Her contract runs until June 2031",
            "The town paid her in June 2030, and her contract ends in June 2031.",
            [],
        ),
        (
            "The work on the quay starts on 1 July",
            "Work on the quay is to begin on 1 June and end by 15 August.",
            [("1 July", "1 June")],
        ),
        (
            "The river was never so high since 1945",
            "The river was as high as never since 1954.",
            [("1945", "1954")],
        ),
        (
            "The station counted 118 of them in a hundred pots in May",
            "The station counted 118 octopuses in a hundred pots in March.",
            [("May", "March")],
        ),
        (
            "The station counted 118 of them in a hundred pots in March",
            "The station counted 118 octopuses in a hundred pots in March.",
            [],
        ),
        (  # both days stand there
            "The shop opens on 4 May",
            "The shop opened on 4 March and will open its garden on 4 May.",
            [],
        ),
        (  # the figure would be worked out of itself
            "Two in five of its members have let staff go",
            "One in five members has let staff go, and two in five have cut hours.",
            [("Two in five", "One in five")],
        ),
    ],
)
def test_a_figure_is_held_with_another_beside_it(
    statement: str, page: str, found: list[tuple[str, str]], ways: dict[str, Any]
) -> None:
    assert instead(f"The report says that {statement}.", page + _STAFF, **ways) == found


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "Those on the pill fell asleep 17 minutes sooner than others.",
            "People on the pill fell asleep 7 minutes sooner on average.",
            [("17 minutes", "7 minutes")],
        ),
        (
            "The worst of the jars had 9 percent of it.",
            "The worst jar had 19 percent of the amount on its label.",
            [("9 percent", "19 percent")],
        ),
        (  # no digit in common
            "The worst of the jars had 45 percent of it.",
            "The worst jar had 19 percent of the amount on its label.",
            [],
        ),
        (  # it stands there
            "The worst of the jars had 9 percent of it.",
            "The worst jar had 9 percent of the amount, the next 19 percent of it.",
            [],
        ),
        (  # of something else
            "The dearest of the cakes had 9 percent of butter.",
            "The worst jar had 19 percent of the amount on its label.",
            [],
        ),
    ],
)
def test_a_figure_but_for_a_digit_is_told_of_the_only_page_of_a_paragraph(
    statement: str, page: str, found: list[tuple[str, str]]
) -> None:
    words = (Span(0, len(statement), statement),)
    said = Attribution(
        "a1", AttributionKind.INDIRECT, words, facts=facts_of(statement, words, frozenset())
    )
    told = figures_elsewhere(said, {"s1": prepare(page + _STAFF)}, ("s1",))
    missing = told.missing if told is not None else ()
    assert [(each.fact.span.text, each.nearest) for each in missing] == found


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Three wells were closed until Jan. 22. The others stayed open.", 2),
        ("The fair runs from Sept. 3 to Nov. 9, 2025, and is free.", 1),
        ("The mill closed (Feb. 14) and never opened again in the town.", 1),
        ("It was closed in the month of May. 22 people were let go by it.", 2),
        ("It was closed three days ago. 22 people were let go by the mill.", 2),
        ("The mill was bought by Sen. Ann Lee and (St. Albans) Dr. Pia Holm.", 1),
        ("Le moulin a été vendu à M. Durand. Mme. Petit le regrette.", 2),
        ("It stands in St. Albans. Prof. Lee and Mr. Holm have seen it.", 2),
        ("It stands on a hill above the sea. Sen was the name of the hill.", 2),
    ],
)
def test_a_short_month_or_title_ends_no_sentence(text: str, sentences: int) -> None:
    assert len(list(sentence_spans(text, 1_000))) == sentences
