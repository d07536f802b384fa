"""Where values stand in a source is the same, looked for one by one or read for all of it."""

import random
from collections import defaultdict

import pytest

from audit.match.prepared.source import locate_words, prepare
from audit.values.spellings import respelled
from audit.values.tokens import is_plain_key, tokens

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
    asked = " ".join(parts)
    text = f"{asked} {'lorem ' * 9_000}"  # in a short one all of it is read at once
    alone, whole = prepare(text), prepare(text)
    whole.values.find("=5", 1)  # a figure has all of it read
    for key in {*KEYS, *asked.lower().split(), *map(respelled, asked.split())}:
        if is_plain_key(key, alone.language):
            assert alone.values.find(key, 1_000) == whole.values.find(key, 1_000), key
    assert "_own" not in vars(alone.values)
    assert "_own" in vars(whole.values)


@pytest.mark.parametrize("seed", range(4))
def test_values_stand_where_the_tokens_of_the_whole_text_do(seed: int) -> None:
    chance = random.Random(seed)
    parts = [chance.choice((*PHRASES, *WORDS.split())) for _ in range(120)]
    source = prepare(" ".join(parts))
    words, spans = locate_words(source.folded.words, 0)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for token in tokens(words, source.language):
        for key in (token.key, *token.also):
            places[key].append(spans[token.start][0] - 1)
    assert {key: source.values.find(key, 1_000) for key in places} == places
    assert source.values.find("=77", 1_000) == []
