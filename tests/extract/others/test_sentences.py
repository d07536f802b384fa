"""Sentences of agencies and papers in six languages: who says the words, or that nobody does."""

import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path

from audit import extract, read_article

FEWEST_RIGHT = 0.93
_ROWS = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))


def _speaker(language: str, text: str, words: str) -> str:
    """Who is given words that begin so, empty where nobody is."""
    article = replace(read_article(text.encode(), format="text"), language=language)
    at = text.index(words)
    return next(
        (
            attribution.speaker.text
            for attribution in extract(article)
            if attribution.speaker is not None
            if any(content.start <= at < content.end for content in attribution.contents)
        ),
        "",
    )


def _agrees(told: str, speaker: str) -> bool:
    """Whether at least half the shorter one's words are the other's; nobody is only nobody."""
    one, other = (set(text.lower().replace("’", " ").split()) for text in (told, speaker))
    return one == other or 2 * len(one & other) >= min(len(one), len(other)) > 0


def test_who_says_the_words_of_a_sentence() -> None:
    found = [
        (language, text, speaker, _speaker(language, text, words))
        for language, text, words, speaker in _ROWS["passages"]
    ]
    right = [row for row in found if _agrees(row[3], row[2])]
    assert [row for row in found if row[3] and not row[2]] == []
    assert len(right) >= FEWEST_RIGHT * len(found), Counter(set(found) - set(right))
