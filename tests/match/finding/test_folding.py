"""The two ways of folding agree, and every word finds its way back, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.match import verify_quote
from audit.match.folding import fold as folding
from audit.match.folding.fold import fold
from audit.model import NotCompared, Verdict
from benchmarks.quote_cases.case import TEXTS, load

ALPHABET = "ab Z.-'\n\t 5,:/%$€-–—“”’&#;amp39\u00ad\u200bﬁé\u0301ıİ条か　。＄５U.S. ฿+@"


@given(st.text(alphabet=ALPHABET, max_size=80) | st.text(max_size=80))
@settings(max_examples=600)
def test_folding_in_pieces_and_exactly_give_the_same_words_and_places(text: str) -> None:
    patch = pytest.MonkeyPatch()
    patch.setattr(folding, "_PIECE", 5)
    folded = fold(text)
    patch.undo()
    exact = folding._fold_exactly(text)
    assert folded.words == exact.spaced.text
    for offset, char in enumerate(folded.words):
        if char != " ":
            assert folded.start(offset) == exact.start(offset)
            assert folded.end(offset + 1) == exact.end(offset + 1)


@pytest.mark.parametrize("folder", ["tuning", "blind"])
def test_every_word_of_a_text_maps_back_to_itself(folder: str) -> None:
    for _, text in load(TEXTS / folder):
        folded = fold(text)
        at = 1
        for word in folded.words.split():
            start, end = folded.start(at), folded.end(at + len(word))
            assert fold(text[start:end]).words.strip() == word
            at += len(word) + 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AT&amp;T and R&D", "AT&T and R&D"),
        ("it&#8217;s &quot;fine&quot;", "it's fine"),
        ("a &euro;5 note", "a € 5 note"),
        ("US$5 or -$5", "US $5 or −$5"),
        ("co&shy;operate", "cooperate"),
        ("z. B. in Bonn", "z.B. in Bonn"),
        ("i. d. R. so", "i.d.R. so"),
        ("J. K. Rowling", "J.K. Rowling"),
        ("a Ph.D. and an M.Sc. from Leeds", "a PhD and an MSc from Leeds"),
    ],
)
def test_texts_that_are_the_same_words(one: str, other: str) -> None:
    assert fold(one).words == fold(other).words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("-$5", "$5"),
        ("1.5", "15"),
        ("1,5", "1.5"),
        ("5%", "5"),
        ("&", "and"),
        ("in Plan B. A vote", "in Plan BA vote"),
    ],
)
def test_texts_that_are_other_words(one: str, other: str) -> None:
    assert fold(one).words != fold(other).words


def test_lone_surrogates_and_a_huge_quotation_end_in_a_reason() -> None:
    assert verify_quote("\ud800 \udfff", "\ud800 text").reason is NotCompared.NOTHING_TO_COMPARE
    assert verify_quote("bridge \ud800", "the bridge \ud800 stands").verdict is Verdict.VERBATIM
    assert verify_quote("w" * 100_000, "text").reason is NotCompared.TOO_LONG
