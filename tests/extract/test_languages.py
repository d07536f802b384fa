"""Articles of our own in other languages and in British style: who says what, as a reader would say."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from audit import extract, read_article
from audit.languages.extraction.phrasebook import languages
from audit.model import Article, AttributionKind, Span

ARTICLES = Path(__file__).parent / "articles"
WANTED = 0.95


class Said(NamedTuple):
    """Words in an article, and the speaker that a reader or the program gives them."""

    article: str
    words: str
    speaker: str
    quoted: bool = True


def articles(folder: str) -> Iterator[tuple[str, Article]]:
    for path in sorted((ARTICLES / folder).glob("*.txt")):
        yield path.stem, read_article(path.read_bytes(), format="text")


def expected(folder: str) -> list[Said]:
    return [
        Said(path.stem, words, speaker)
        for path in sorted((ARTICLES / folder).glob("*.toml"))
        for words, speaker in tomllib.loads(path.read_text(encoding="utf-8"))["attributions"]
    ]


def found(folder: str) -> list[Said]:
    return [
        said
        for name, article in articles(folder)
        for attribution in extract(article)
        for said in parts(name, attribution.contents, attribution.speaker, attribution.kind)
    ]


def parts(
    name: str, contents: Iterable[Span], speaker: Span | None, kind: AttributionKind
) -> list[Said]:
    if speaker is None:
        return []
    quoted = kind is not AttributionKind.INDIRECT
    return [Said(name, content.text, speaker.text, quoted) for content in contents]


def agree(gold: Said, ours: Said) -> bool:
    """Whether the words are the same, and at least half of the longer speaker's words shared."""
    if gold.article != ours.article or not ours.words.startswith(gold.words):
        return False
    told, wanted = ours.speaker.lower().split(), gold.speaker.lower().split()
    return 2 * len(set(told) & set(wanted)) >= max(len(told), len(wanted))


def f1(gold: list[Said], ours: list[Said]) -> tuple[float, str]:
    """The speaker F1, and the lines that explain it.

    The lists of what a reader sees hold all quotations but only the plainest statements without
    marks: other statements are not counted as wrong.
    """
    missed = [expected for expected in gold if not any(agree(expected, other) for other in ours)]
    wrong = [
        other
        for other in ours
        if other.quoted and not any(agree(expected, other) for expected in gold)
    ]
    lines = [f"missed {expected}" for expected in missed] + [
        f"wrong  {expected}" for expected in wrong
    ]
    right = len(gold) - len(missed)
    return 2 * right / (len(gold) + right + len(wrong)), "\n".join(lines)


@pytest.mark.parametrize("language", languages())
def test_speakers_abroad_are_told_as_a_reader_would(language: str) -> None:
    gold = expected(language)
    assert len(gold) >= 40
    score, why = f1(gold, found(language))
    assert score >= WANTED, why


def test_speakers_in_british_style_are_told_as_a_reader_would() -> None:
    gold = expected("en-GB")
    assert len(gold) >= 40
    score, why = f1(gold, found("en-GB"))
    assert score >= WANTED, why
