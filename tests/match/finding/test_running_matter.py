"""Numbers of lines and pages, heads, feet and notes stand among the words of a document, and are none of them."""

import pytest

from audit.match import verify_quote
from audit.model import Fold, Verdict
from audit.page.formats import source_text
from tests.page.test_formats import pdf

QUOTE = (
    "We will reopen the ferry in spring and nobody on the island will pay more for it than before"
)
BEGINS = [
    f"The council met on day {day} to look at the boats that the storm had left it with."
    for day in range(9)
]
FIRST, SECOND = (
    "“We will reopen the ferry in spring and",
    "nobody on the island will pay more for it than before,” said Lee.",
)

HEADS = {
    "number alone": ([*BEGINS, FIRST, "1"], [SECOND, *BEGINS, "2"]),
    "number of pages": ([*BEGINS, FIRST, "Page 1 of 2"], [SECOND, *BEGINS, "Page 2 of 2"]),
    "letterhead": (["Harbour Council", "Pier 3", *BEGINS, FIRST], ["Harbour Council", "Pier 3", SECOND]),
    "head and foot": (
        ["Minutes, 3 May", *BEGINS, FIRST, "- 1 -"],
        ["Minutes, 3 May", SECOND, *BEGINS, "- 2 -"],
    ),
    "note at the foot": ([*BEGINS, FIRST, "1 See the minutes of 2 April, at 14."], [SECOND, *BEGINS]),
    "notes at the foot": (
        [*BEGINS, FIRST, "* Absent.", "2. The pier was", "closed then."],
        [SECOND, *BEGINS],
    ),
    "head of the second page alone": (
        [*BEGINS, FIRST, "1"], ["Letter of 3 May", "Harbour Council", SECOND, *BEGINS],
    ),
    "foot of the first page alone": (
        [*BEGINS, FIRST, "The council met at the pier, and not in the hall."], [SECOND, *BEGINS],
    ),
    "hyphen and a head": (
        [*BEGINS, "“We will reopen the ferry in spring and no-"],
        ["Letter of 3 May", "body on the island will pay more for it than before,” said Lee.", *BEGINS],
    ),
    "figure of a note": (
        [*BEGINS, FIRST.replace("ferry", "ferry12")], [SECOND, *BEGINS],
    ),
    "hyphen": (
        [*BEGINS, "“We will reopen the ferry in spring and no-", "7"],
        ["body on the island will pay more for it than before,” said Lee.", *BEGINS, "8"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("sheets", HEADS.values(), ids=HEADS.keys())
def test_a_sentence_reads_on_over_the_edge_of_a_page(sheets: tuple[list[str], list[str]]) -> None:
    page = source_text(pdf(*sheets), "application/pdf")
    assert verify_quote(QUOTE, page).verdict is Verdict.VERBATIM
    altered = verify_quote(QUOTE.replace("nobody", "everybody"), page)
    assert altered.verdict in {Verdict.ALTERED, Verdict.ABSENT}


def test_a_line_of_text_at_the_edge_of_two_pages_stays() -> None:
    page = source_text(pdf(["The same", *BEGINS], ["Not the same", *BEGINS]), "application/pdf")
    assert {"The same", "Not the same"} <= set(page.text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "1  MS. LEE: We will reopen the ferry in spring and\n2  nobody on the island will pay more\n3  for it than before.",
        "24 We will reopen the ferry in spring and\n25 nobody on the island will pay more\n1 for it than before.",
        "We will reopen the ferry in spring and (Pg. 636) nobody on the island will pay more for it than before.",
        "We will reopen the ferry in spring and\n\nColumn 123\n\nnobody on the island will pay more for it than before.",
        "We will reopen the ferry in spring and\n[4 May 2026: Column 412]\nnobody on the island will pay more for it than before.",
        "We will reopen the ferry in spring and\n12 Nov. 2019 : Column 1W\nnobody on the island will pay more for it than before.",
        "We will reopen the ferry in spring and [3 June 1998, Column 51] nobody on the island will pay more for it than before.",
        "We will reopen the ferry in spring and\n[Page H1234]\nnobody on the island will pay more for it than before.",
        "We will reopen the ferry in spring and\n   - 12 -\nnobody on the island will pay more for it than before.",
    ],
)
def test_the_numbers_of_a_record_are_passed_over(text: str) -> None:
    found = verify_quote(QUOTE, text)
    assert found.verdict is Verdict.VERBATIM
    assert Fold.RUNNING_MATTER in found.folds


@pytest.mark.parametrize(
    "question",
    ["Q    And the price?", "Q.   And the price?", "Q And the price?", "Q: And the price?"],
)
def test_a_question_between_two_turns_is_passed_over(question: str) -> None:
    text = f"MS. LEE: We will reopen the ferry in spring.\n\n{question}\n\nMS. LEE: And nobody on the island will pay."
    found = verify_quote(
        "We will reopen the ferry in spring. And nobody on the island will pay", text
    )
    assert found.verdict is Verdict.VERBATIM
    assert Fold.OTHER_TURNS in found.folds


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (
            "We will pay 5 crowns for it, she said",
            "We will pay\n6\ncrowns for it, she said, and no more.",
        ),
        ("on 4 May 2026 we will open it", "on 5 May 2026 we will open it, says Column 5."),
        ("in Column 5 of the sheet it says", "in Column 6 of the sheet it says so."),
        ("We have 12 boats and 3 piers left", "We have 12 boats and 4 piers left."),
    ],
)
def test_a_number_that_differs_is_no_running_matter(quote: str, text: str) -> None:
    assert verify_quote(quote, text).verdict is Verdict.ALTERED


def test_a_paragraph_at_the_foot_of_a_page_is_no_running_matter() -> None:
    sheets = [*BEGINS, FIRST.replace(" and", "."), "Nobody said so."], ["And " + SECOND, *BEGINS]
    page = source_text(pdf(*sheets), "application/pdf")
    assert verify_quote(QUOTE, page).verdict is Verdict.ALTERED


def test_what_stands_between_two_sheets_of_a_transcript_is_none_of_its_words() -> None:
    numbered = [f"{number} We looked at boat {number}." for number in range(2, 25)]
    foot = ["            Page 36", "      A Reporting Firm", "212-555-0100   reporting.example"]
    lines = [*numbered, f"25 A.  {FIRST}", *foot, f" 1 {SECOND}", " 2 Q.  And then?"]
    assert verify_quote(QUOTE, "\n".join(lines)).verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1/ {}", "2/ {}"),
        ("1/3 {}", "2/3 {}"),
        ("{} (1/3)", "{} (2/3)"),
        ("{} 1/", "{} 2/"),
    ],
)
def test_the_number_of_a_post_in_a_thread_is_passed_over(first: str, second: str) -> None:
    posts = (
        "We will reopen the ferry in spring.",
        "Nobody on the island will pay more for it than before.",
    )
    text = f"{first.format(posts[0])}\n\n{second.format(posts[1])}\n\nMore on the ferry tomorrow."
    check = verify_quote(" ".join(posts), source_text(text.encode(), "text/plain; charset=utf-8"))
    assert check.verdict is Verdict.VERBATIM
    assert Fold.RUNNING_MATTER in check.folds


def test_a_fraction_at_the_beginning_of_a_line_is_no_number_of_a_post() -> None:
    text = (
        "Put in at once:\n1/2 of the flour that is left over\n2/3 of the milk and all of the salt\n"
    )
    page = source_text(text.encode(), "text/plain; charset=utf-8")
    quote = "of the flour that is left over of the milk and all of the salt"
    assert verify_quote(quote, page).verdict is not Verdict.VERBATIM
