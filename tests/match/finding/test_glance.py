"""The quick look before a page is compared: it rules out no page that has the words, or nearly."""

import pytest

from audit import verify_quote
from audit.match.glance import may_have
from audit.match.prepared.quotation import Quotation
from audit.match.prepared.source import prepare
from audit.model import Caution, Page, PageBlock, Verdict, Zone
from benchmarks.quote_cases.case import TEXTS, cases, load
from benchmarks.quotes import MODULES

PLAINLY = 0.75  # the least score of a change that counts on a page which is not named for the words
UNRELATED = "The harbour master closed both gates at noon. Nobody had asked the fishermen. " * 20


@pytest.mark.parametrize("folder", ["tuning", "blind"])
def test_no_page_that_has_the_words_or_nearly_is_ruled_out(folder: str) -> None:
    assert MODULES
    ruled_out = 0
    for case in cases(list(load(TEXTS / folder)), each=5):
        prepared = prepare(case.source)
        found = verify_quote(case.quote, prepared)
        may = may_have(Quotation(case.quote), prepared)
        ruled_out += not may
        if found.verdict is Verdict.ALTERED:
            is_plain = found.score >= PLAINLY and Caution.SPLICED not in found.cautions
        else:
            is_plain = found.verdict in {Verdict.VERBATIM, Verdict.EDITED}
        assert may or not is_plain, case
    assert ruled_out >= 10


@pytest.mark.parametrize(
    ("quote", "source", "expected"),
    [
        ("We will rebuild the old bridge by spring", UNRELATED, False),
        ("Nobody ever asked the fishermen of this town", UNRELATED, True),
        ("The gates are shut", UNRELATED, True),  # too few words to tell
        ("The bill came to $4.2bn in 2019", "4.2 billion dollars were paid that year", True),
        ("我们明天早上在港口见面然后去山上", UNRELATED, True),  # no spaces between its words
        ("We will rebuild the old bridge by spring", f"{UNRELATED}\ufffd", True),
    ],
)
def test_what_cannot_be_told_by_pairs_of_words_may_be_there(
    quote: str, source: str, *, expected: bool
) -> None:
    assert may_have(Quotation(quote), prepare(source)) is expected


def test_what_a_machine_heard_may_be_any_words() -> None:
    page = Page(UNRELATED, (PageBlock(0, len(UNRELATED), Zone.MAIN),), heard=True)
    assert may_have(Quotation("We will rebuild the old bridge by spring"), prepare(page))


SAID = "We will rebuild the old bridge by the spring of the coming year"
SCATTERED = (
    f"{UNRELATED}We will see. {UNRELATED}The old town sleeps. {UNRELATED}It ends by the end of the day."
    f" {UNRELATED}They come in the coming weeks of the season. {UNRELATED}"
)


@pytest.mark.parametrize(
    ("quote", "source", "expected"),
    [
        (SAID, SCATTERED, False),
        (SAID, f"{SCATTERED}We will rebuild the very old bridge in the coming year.", True),
        (
            SAID,
            f"{SCATTERED}We will, she said at the town hall on Monday, rebuild the old bridge.",
            True,
        ),
        (SAID.replace("rebuild the", "[…]"), SCATTERED, True),  # what is left out may be long
        (SAID.replace("spring", "3rd of May"), f"{SCATTERED}We will rebuild it by May 3.", True),
    ],
)
def test_the_pairs_of_a_passage_stand_in_one_place(
    quote: str, source: str, *, expected: bool
) -> None:
    assert may_have(Quotation(quote), prepare(source)) is expected
