"""Articles of our own in other languages and in British style: who says what, as a reader would say."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from audit import extract, read_article
from audit.extract.language import language_of
from audit.extract.phrasebook import phrasebook
from audit.extract.plain import claims_in
from audit.model import Article, AttributionKind

ARTICLES = Path(__file__).parent / "articles"
WANTED = 0.90


class Said(NamedTuple):
    """Words in an article, and the speaker that a reader or the program gives them."""

    article: str
    words: str
    speaker: str


def articles(folder: str) -> Iterator[tuple[Path, Article]]:
    for path in sorted((ARTICLES / folder).glob("*.txt")):
        yield path, read_article(path.read_bytes(), format="text")


def expected(folder: str) -> list[Said]:
    return [
        Said(path.stem, words, speaker)
        for path in sorted((ARTICLES / folder).glob("*.toml"))
        for words, speaker in tomllib.loads(path.read_text(encoding="utf-8"))["attributions"]
    ]


def found_abroad(language: str) -> list[Said]:
    return [
        Said(path.stem, content.text, claim.speaker.text)
        for path, article in articles(language)
        for claim in claims_in(article, phrasebook(language))[0]
        if claim.speaker is not None
        for content in claim.contents
    ]


def found_in_english(folder: str) -> list[Said]:
    return [
        Said(path.stem, content.text, one.speaker.text)
        for path, article in articles(folder)
        for one in extract(article)
        if one.speaker is not None and one.kind is not AttributionKind.INDIRECT
        for content in one.contents
    ]


def agree(gold: Said, found: Said) -> bool:
    """Whether the words are the same, and at least half of the longer speaker's words shared."""
    if gold.article != found.article or not found.words.startswith(gold.words):
        return False
    ours, theirs = found.speaker.lower().split(), gold.speaker.lower().split()
    return 2 * len(set(ours) & set(theirs)) >= max(len(ours), len(theirs))


def f1(gold: list[Said], found: list[Said]) -> tuple[float, str]:
    """The speaker F1, and the lines that explain it."""
    missed = [one for one in gold if not any(agree(one, other) for other in found)]
    wrong = [other for other in found if not any(agree(one, other) for one in gold)]
    lines = [f"missed {one}" for one in missed] + [f"wrong  {one}" for one in wrong]
    right = len(gold) - len(missed)
    return 2 * right / (len(gold) + len(found)), "\n".join(lines)


@pytest.mark.parametrize("language", ["de", "es", "fr", "ru"])
def test_speakers_abroad_are_told_as_a_reader_would(language: str) -> None:
    gold = expected(language)
    assert len(gold) >= 40
    score, why = f1(gold, found_abroad(language))
    assert score >= WANTED, why


def test_speakers_in_british_style_are_told_as_a_reader_would() -> None:
    gold = expected("en-GB")
    assert len(gold) >= 40
    score, why = f1(gold, found_in_english("en-GB"))
    assert score >= WANTED, why
