"""Properties: planted words are found at their place, a changed word never passes, time is linear."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.match import prepare, verify_quote
from audit.match.folding.fold import fold
from audit.model import Verdict

VOCABULARY = [
    "harbour",
    "tunnel",
    "bridge",
    "council",
    "river",
    "mayor",
    "spring",
    "autumn",
    "money",
    "market",
    "engine",
    "signal",
    "window",
    "garden",
    "travel",
    "promise",
    "careful",
    "distant",
    "yellow",
    "seven",
    "twelve",
    "14",
    "2019",
    "3.5",
    "north",
    "would",
    "never",
    "not",
    "can",
    "shall",
    "people",
    "answer",
    "question",
    "morning",
    "evening",
    "report",
    "survey",
    "letter",
    "number",
    "street",
    "village",
    "mountain",
]


def passage(seed: random.Random, words: int) -> str:
    return " ".join(seed.choice(VOCABULARY) for _ in range(words))


@given(st.randoms(use_true_random=False), st.integers(8, 40))
@settings(max_examples=150, deadline=None)
def test_a_quotation_planted_verbatim_is_found_at_its_place(
    seed: random.Random, length: int
) -> None:
    before, quote, after = passage(seed, 60), passage(seed, length), passage(seed, 60)
    source = f"{before}. “{quote},” she said. {after}"
    found = verify_quote(quote, source)
    assert found.verdict is Verdict.VERBATIM
    places = {(place.start, place.end) for place in found.places}
    at = len(before) + 3
    assert (at, at + len(quote)) in places


@given(st.randoms(use_true_random=False), st.integers(8, 40))
@settings(max_examples=150, deadline=None)
def test_one_word_changed_never_passes(seed: random.Random, length: int) -> None:
    quote = passage(seed, length)
    source = f"{passage(seed, 60)}. “{quote},” she said. {passage(seed, 60)}"
    words = quote.split()
    at = seed.randrange(len(words))
    words[at] = "zebra" if seed.random() < 0.7 else f"{seed.randrange(100, 999)}"
    found = verify_quote(" ".join(words), source)
    assert found.verdict is Verdict.ALTERED
    assert found.start is not None


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_folding_is_idempotent_and_its_offsets_lie_in_the_text(text: str) -> None:
    folded = fold(text)
    assert fold(folded.words).words.strip() == folded.words.strip()
    for offset in range(1, max(len(folded.words) - 1, 1)):
        start = folded.start(offset)
        assert 0 <= start <= len(text)


@given(st.text(max_size=60), st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_two_texts_are_compared_without_an_error(quote: str, source: str) -> None:
    found = verify_quote(quote, source)
    for place in (*found.parts, *found.places):
        assert 0 <= place.start <= place.end <= len(source)


HOSTILE = {
    "one endless line": "word ",
    "one word": "a",
    "punctuation": ".,;:",
    "ellipses": "… ",
    "brackets": "[a] ",
    "open brackets": "[",
    "quotation marks": "“”",
    "NULs": "\x00",
    "combining marks": "a\u0301",
    "lone surrogates": "\ud800 ",
    "points": "a.",
    "hyphens at line ends": "a-\n",
    "Japanese": "条件",
    "many fragments": "word … ",
    "many labels": "\nAda Brandt: word",
    "many notes": "word (APPLAUSE) ",
    "many turns": "“word,” she said, “word ",
    "entities": "&amp;",
    "signs": "$%",
    "repeats": "we must, we must not ",
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_time_stays_linear_on_hostile_sources_and_quotes(kind: str) -> None:
    unit = HOSTILE[kind]

    def seconds(size: int) -> float:
        source = unit * (size // len(unit)) + " We will not dig a single metre until noon."
        start = time.process_time()
        prepared = prepare(source)
        verify_quote("We will dig a single metre until noon", prepared)
        verify_quote(unit * (10_000 // len(unit)), prepared)
        return time.process_time() - start

    seconds(1_000)
    small, large = seconds(50_000), seconds(500_000)
    assert large < 25 * small + 0.5
