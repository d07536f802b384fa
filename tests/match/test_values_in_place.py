"""Where values stand in a source is the same, looked for one by one or read for all of it."""

import random

import pytest

from audit.match.prepared import prepare
from audit.values.spellings import respelled
from audit.values.tokens import is_plain_key

WORDS = """
the of in a to bridge council people report colour color Kiev kyiv May March second third no
once half one five hundred million dollars per cent pm evening morning Dr Mr doctor mister
U.S. US United States o'clock 5 10 1,300 3m £4.2bn 2020 5pm #4 10-20% and or between
"""
PHRASES = (
    "at ten o'clock in the evening of May 5 the doctor spoke",
    "no. 10 paid 4.2 million US dollars a year",
    "the third of five hundred and twenty",
    "he honours the colours that the Dr. recognised in March",
)
KEYS = ("colour", "kyiv", "doctor", "may", "second", "honour", "recognize", "evening", "nowhere")


@pytest.mark.parametrize("seed", range(4))
def test_a_word_alone_is_found_where_reading_all_finds_it(seed: int) -> None:
    chance = random.Random(seed)
    parts = [
        chance.choice(PHRASES) if chance.random() < 0.05 else chance.choice(WORDS.split())
        for _ in range(150)
    ]
    text = " ".join(parts)
    alone, whole = prepare(text), prepare(text)
    whole.find_value("=5", 1)  # a figure has all of it read
    for key in {*KEYS, *text.lower().split(), *map(respelled, text.split())}:
        if is_plain_key(key, alone.language):
            assert alone.find_value(key, 1_000) == whole.find_value(key, 1_000), key
    assert "_values" not in vars(alone)
    assert "_values" in vars(whole)
