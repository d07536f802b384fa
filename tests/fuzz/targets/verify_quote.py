"""A quotation and a source, a NUL between them → verdict: what is verbatim is there, with its place."""

import tests.fuzz.engines  # noqa: F401 — to be instrumented before the first input
from audit import prepare, verify_quote
from audit.model import Verdict
from tests.fuzz.words import ARTICLE

WORDS = (
    *ARTICLE,
    *(
        "\0",
        "[…]",
        "[sic]",
        "[the mayor]",
        "...",
        "not ",
        "never ",
        "n't ",
        "12",
        "1,200",
        "twelve ",
        "(laughter)",
    ),
    *(
        "00:12:34",
        "ANN LEE: ",
        "Q. ",
        "A. ",
        "\u00ad",
        "\u200b",
        "ﬁ",
        "İ",
        "ẞ",
        "ß",
        "e\u0301",
        "日本語",
        "한국어",
        "ไทย",
    ),
)
RUNS = 500


def run(data: bytes) -> None:
    quote, _, source = data.decode("utf-8", "replace").partition("\0")
    check = verify_quote(quote, source)
    prepared = prepare(source)
    assert verify_quote(quote, prepared) == check
    verify_quote(quote, prepared, speaker="Ann Lee", style="light-edit")
    if check.verdict is Verdict.VERBATIM:
        assert check.places
        assert all(0 <= place.start < place.end <= len(source) for place in check.places)
