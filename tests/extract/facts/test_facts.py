"""Facts of statements: which figures and names are found, of which kind, and in linear time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.extract.facts.found import facts_in, facts_of, known_names
from audit.model import FactKind, Span


def found(text: str, kind: FactKind) -> list[str]:
    return [fact.span.text for fact in facts_in(text, 0) if fact.kind is kind]


@pytest.mark.parametrize(
    "amount",
    [
        "$1.5 million",
        "$900",
        "US$40bn",
        "€2,300",
        "£5m",
        "USD 1-3 trillion",
        "300 million euros",
        "45 cents",
        "three million dollars",
        "20,000 barrels",
        "30 to 40 kilometres",
        "12 square miles",
        "two weeks",
        "twenty-five years",
        "10-year",
        "3.5 degrees",
        "60km",
        "Rs. 500",
    ],
)
def test_an_amount_is_found_with_its_currency_or_unit(amount: str) -> None:
    assert found(f"it had come to {amount} by the end", FactKind.AMOUNT) == [amount]


@pytest.mark.parametrize(
    "share",
    [
        "10 %",
        "3.5%",
        "12 per cent",
        "12 percent",
        "5-10 percent",
        "10% to 15%",
        "twenty percent",
        "two percentage points",
        "25 basis points",
        "two-thirds",
        "a third",
        "half",
        "three quarters",
    ],
)
def test_a_percentage_or_a_fraction_is_found_whole(share: str) -> None:
    assert found(f"that {share} of the voters came", FactKind.PERCENTAGE) == [share]


@pytest.mark.parametrize(
    "date",
    [
        "July 4, 2025",
        "July 4",
        "4 July",
        "4 July 2025",
        "Sept. 11, 2001",
        "4th of July",
        "May 2024",
        "2019",
        "1990s",
        "2024-12-06",
        "March",
    ],
)
def test_a_date_is_found_in_the_forms_of_both_sides_of_the_ocean(date: str) -> None:
    assert found(f"the bridge had been closed in {date} after a flood", FactKind.DATE) == [date]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("that 1,200 people came", ["1,200"]),
        ("that two bridges fell", ["two"]),
        ("Three people died", ["Three"]),
        ("that seventy-two houses and four hundred trees fell", ["seventy-two", "four hundred"]),
        ("that hundreds of people came", ["hundreds"]),
        ("that half a million people came", ["half a million"]),
        ("that 1 million people came", ["1 million"]),
        ("by a vote of 5-4", ["5-4"]),
    ],
)
def test_a_number_of_things_is_found(text: str, numbers: list[str]) -> None:
    assert found(text, FactKind.NUMBER) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "that one or two of them did",
        "that it was the one to watch",
        "that the 5G mast and the A38 were closed at 3:10",
        "that he may march on in the second week",
        "that often the tone was done",
        "as for both of them",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert [fact for fact in facts_in(text, 0) if fact.kind is not FactKind.NAME] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("that Ann Lee met Mr. Edel in New York", ["Ann Lee", "Edel", "New York"]),
        ("that Russia’s Foreign Ministry knew", ["Russia", "Foreign Ministry"]),
        ("The Bank of England was told", ["Bank of England"]),
        ("the head of the Bank of the West", ["Bank of the West"]),
        ("that Ann Lee of Kelmouth left", ["Ann Lee", "Kelmouth"]),
        ("Ludwig van Beethoven lived there", ["Ludwig van Beethoven"]),
        (
            "that J. R. Smith left the U.S. in St. Petersburg",
            ["J. R. Smith", "U.S.", "St. Petersburg"],
        ),
        ("NATO would come", ["NATO"]),
        ("that he met Ann Lee. The Bank of England", ["Ann Lee", "Bank of England"]),
        ("that Ann, Mr. Lee and Bob left", ["Ann", "Lee", "Bob"]),
        ("Prices rose. Trade fell. It was over", []),
        ("that he left on Monday in January", []),
        ("that I'm well and I am glad. It’s over. He's gone", []),
        ("that Deputy Chief of Staff Ann Lee left", ["Deputy Chief of Staff Ann Lee"]),
        ("On Monday Ann Lee left", ["Ann Lee"]),
        ("that Paris, France and Ghent", ["Paris", "France", "Ghent"]),
    ],
)
def test_a_name_is_a_run_of_capitalised_words(text: str, names: list[str]) -> None:
    assert found(text, FactKind.NAME) == names


def test_at_a_sentences_start_one_word_is_a_name_if_the_article_has_it_elsewhere() -> None:
    article = "Trade with Kelmouth fell. Kelmouth fell silent, he said."
    known = known_names(article)
    content = Span(26, 46, "Kelmouth fell silent")
    assert [fact.span for fact in facts_of(article, [content], known)] == [Span(26, 34, "Kelmouth")]
    first = Span(0, 24, "Trade with Kelmouth fell")
    assert [fact.span.text for fact in facts_of(article, [first], known)] == ["Kelmouth"]


def test_in_mid_sentence_one_word_is_a_name() -> None:
    article = "He said Kelmouth was closed."
    content = Span(8, 27, "Kelmouth was closed")
    assert [fact.span for fact in facts_of(article, [content], frozenset())] == [
        Span(8, 16, "Kelmouth")
    ]


PIECES = st.sampled_from(
    [
        *("Ann", "Lee", "of", "the", "Bank", "Mr.", "U.S.", "’s", "van", "May", "March", "Monday"),
        *("$", "€", "USD", "Rs.", "1", "3", "1,200", "2019", "4", "million", "bn", "m", "%"),
        *(
            "per cent",
            "two",
            "Two",
            "two-thirds",
            "half",
            "a",
            "hundred",
            "to",
            "-",
            "–",
            "barrels",
        ),
        *(".", ",", ":", "\n", "in", "said", "people"),
    ]
)
SOUP = st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=12).map("".join)


@given(SOUP | st.text(max_size=200), st.integers(0, 1000), st.booleans())
@settings(max_examples=400, deadline=None)
def test_facts_lie_in_the_text_in_order_and_apart(text: str, start: int, begins: bool) -> None:  # noqa: FBT001 — hypothesis gives it
    end = start
    for fact in facts_in(text, start, begins_sentence=begins):
        assert end <= fact.span.start < fact.span.end <= start + len(text)
        assert text[fact.span.start - start : fact.span.end - start] == fact.span.text
        assert fact.span.text == fact.span.text.strip()
        end = fact.span.end


@given(SOUP)
@settings(max_examples=100, deadline=None)
def test_a_statement_put_behind_it_takes_no_fact_away(text: str) -> None:
    before = facts_in(text, 0)
    after = facts_in(f"{text}\nand it was so.", 0)
    assert set(before) <= set(after) or text.rstrip() != text


HOSTILE = ["1,111,", "1", "two to ", "A.", "Ann of ", "Ann de ", "The ", "$1-", "March ", "a half "]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_stays_linear_on_hostile_statements(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        facts_in(text, 0)
        known_names(text)
        return time.process_time() - start

    seconds(1_000)
    small, large = seconds(10_000), seconds(100_000)
    assert large < 30 * small + 0.3


def test_behind_by_no_range_begins() -> None:
    assert found("pay rose by 3% to 14% in all", FactKind.PERCENTAGE) == ["3%", "14%"]
    assert found("pay rose 3% to 14% in all", FactKind.PERCENTAGE) == ["3% to 14%"]
    assert found("it opens by the end of September", FactKind.DATE) == ["September"]
