"""Languages that have no folder: their words are found, and a speaker is right or there is none."""

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from audit import extract, read_article
from audit.extract.language import language_of
from audit.extract.without_grammar.engine import WithoutGrammar
from audit.model import Article, Attribution


class _Passage(NamedTuple):
    language: str
    text: str
    words: str
    speaker: str

    @property
    def article(self) -> Article:
        return read_article(self.text.encode(), format="text")

    @property
    def found(self) -> Attribution | None:
        """The attribution of the words, if they are found."""
        return next(
            (each for each in extract(self.article) if each.contents[0].text == self.words), None
        )


def _passages(name: str) -> list[_Passage]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [_Passage(*row) for row in tomllib.loads(text)["passages"]]


PASSAGES = _passages("passages.toml")
MORE_PASSAGES = _passages("more_passages.toml")


def test_no_passage_is_read_in_a_language_that_we_have() -> None:
    every = PASSAGES + MORE_PASSAGES
    assert [p.text for p in every if language_of(p.article) is not None] == []


def test_words_in_longer_passages_are_found_and_no_speaker_is_wrong() -> None:
    found = [(passage, passage.found) for passage in MORE_PASSAGES]
    assert len(found) >= 40
    assert len({passage.language for passage in MORE_PASSAGES}) >= 15
    assert [passage.text for passage, attribution in found if attribution is None] == []
    named = {
        (attribution.speaker.text, passage.speaker)
        for passage, attribution in found
        if attribution is not None and attribution.speaker is not None
    }
    assert [pair for pair in named if pair[0] != pair[1]] == []


def test_words_are_found_and_no_speaker_is_wrong() -> None:
    found = [(passage, passage.found) for passage in PASSAGES]
    lost = [passage.text for passage, attribution in found if attribution is None]
    named = [
        (attribution.speaker.text, passage.speaker)
        for passage, attribution in found
        if attribution is not None and attribution.speaker is not None
    ]
    assert len(PASSAGES) == 4 * 18
    assert len(lost) <= 2, lost
    assert [pair for pair in named if pair[0] != pair[1]] == []
    assert len(named) >= len(PASSAGES) / 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kort fakta: ”Bron är 300 meter lång.”", None),
        ("Anna Lind svarar Per Ek: ”Nej, det är inte så.”", None),
        ("Efter mötet sa hon till mig: ”Nej.”", None),
        ("Jan van den Berg: „Tak, to je hotové.“", "Jan van den Berg"),
        ("J. K. Nováková: „Už je to hotové.“", "J. K. Nováková"),
        ("„Už je to hotové“ – řekl Petr Dvořák.", None),
        ("„Už je to hotové“ – Petr Dvořák o tom ví.", None),
        ("李明：“这是我们的桥。”", None),
        ("标题：“这是我们的桥。” 标题很长。", "标题"),
        ("وقالت ليلى: «هذا جسرنا». وقالت ليلى: «انتهى».", None),
    ],
)
def test_a_speaker_needs_a_whole_name_and_a_sign(text: str, speaker: str | None) -> None:
    article = read_article(text.encode(), format="text")
    first = WithoutGrammar().read(article, without=frozenset()).claims[0].speaker
    assert (first.text if first is not None else None) == speaker
