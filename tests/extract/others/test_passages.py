"""Passages of news in seven languages: who says what, quoted or not, as a reader would say."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from audit import extract, read_article
from audit.model import Article, AttributionKind

PASSAGES = Path(__file__).parent / "passages"
WANTED = 0.93
_NEAR = 12  # characters between where a statement begins and where ours does


class _Told(NamedTuple):
    """Where words begin and end that we give somebody, and whom as the text and we name them."""

    start: int
    end: int
    speakers: tuple[str, ...]
    in_part: bool  # only the quoted words of a statement

    def is_of(self, at: int, stop: int) -> bool:
        """Whether it is the statement that begins at an offset and has to end before another."""
        if self.in_part:
            return at <= self.start < stop
        return abs(self.start - at) <= _NEAR


def _told(article: Article) -> list[_Told]:
    """What we give somebody; of a statement in parts, and with quoted words, where it begins."""
    found = extract(article)
    stated = [
        (content.start, content.end, said.speaker)
        for said in found
        if said.kind is AttributionKind.INDIRECT
        for content in said.contents
    ]
    return [
        _Told(
            content.start,
            content.end,
            (said.speaker.text, said.speaker_name or ""),
            said.kind is AttributionKind.MIXED,
        )
        for said in found
        if said.speaker is not None
        for content in said.contents[: 1 if said.kind is AttributionKind.INDIRECT else None]
        if said.kind is not AttributionKind.MIXED
        or not any(
            start <= content.start and content.end <= end and said.speaker == who
            for start, end, who in stated
        )
    ]


def _agrees(told: str, wanted: str) -> bool:
    """Whether at least half the shorter one's words are the other's."""
    one, other = (set(text.lower().replace("’", " ").split()) for text in (told, wanted))
    return 2 * len(one & other) >= min(len(one), len(other)) > 0


def _score(language: str, passage: dict[str, Any]) -> tuple[int, int, int, list[str]]:
    """How many statements are right, said by a reader and said by us; what is missed."""
    text = passage["text"].strip()
    article = replace(read_article(text.encode(), format="text"), language=language)
    told = _told(article)
    begins = [text.index(row[0]) for row in passage["said"]]
    right, missed = 0, []
    for row, at in zip(passage["said"], begins, strict=True):
        end = min(
            (i for mark in (". ", "\n") if (i := text.find(mark, at)) >= 0), default=len(text)
        )
        stop = min([end, *(other for other in begins if other > at)])
        wanted = [name for name in row[1:] if name]
        if any(
            each.is_of(at, stop) and any(_agrees(a, b) for a in each.speakers for b in wanted)
            for each in told
        ):
            right += 1
        else:
            missed.append(row[0])
    return right, len(begins), len(told), missed


@pytest.mark.parametrize("name", sorted(path.stem for path in PASSAGES.glob("*.toml")))
def test_who_says_what_in_passages(name: str) -> None:
    passages = tomllib.loads((PASSAGES / f"{name}.toml").read_text(encoding="utf-8"))["passages"]
    scores = [_score(name.partition("_")[0], passage) for passage in passages]
    right = sum(score[0] for score in scores)
    gold = sum(score[1] for score in scores)
    ours = sum(score[2] for score in scores)
    missed = [words for score in scores for words in score[3]]
    assert 2 * right / (gold + ours) >= WANTED, missed
