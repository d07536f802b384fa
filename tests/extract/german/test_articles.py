"""German articles of our own: who says what, quoted and reported, as a reader would say."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from audit import extract, read_article
from audit.model import AttributionKind

ARTICLES = Path(__file__).parent / "articles"
WANTED_QUOTED = 0.90
WANTED_STATED = 0.85


class Said(NamedTuple):
    """Words of an article, and whose they are."""

    article: str
    words: str
    speaker: str


def labelled(group: str) -> list[Said]:
    return [
        Said(path.stem, words, speaker)
        for path in sorted(ARTICLES.glob("*.toml"))
        for words, speaker in tomllib.loads(path.read_text(encoding="utf-8"))[group]
    ]


def found(*, quoted: bool) -> Iterator[Said]:
    for path in sorted(ARTICLES.glob("*.txt")):
        for attribution in extract(read_article(path.read_bytes(), format="text")):
            is_quoted = attribution.kind is not AttributionKind.INDIRECT
            if attribution.speaker is None or is_quoted is not quoted:
                continue
            contents = attribution.contents if quoted else attribution.contents[:1]
            for content in contents:
                yield Said(path.stem, content.text, attribution.speaker.text)


def agree(gold: Said, ours: Said) -> bool:
    """Whether the words are the same, and at least half of the longer speaker's words shared."""
    if gold.article != ours.article or not ours.words.startswith(gold.words):
        return False
    told, wanted = set(ours.speaker.split()), set(gold.speaker.split())
    return 2 * len(told & wanted) >= max(len(told), len(wanted))


def f1(group: str) -> tuple[float, str]:
    """The F1 of a group of labels, and the lines that explain it."""
    gold, optional = labelled(group), labelled("optional")
    ours = list(found(quoted=group == "quoted"))
    missed = [label for label in gold if not any(agree(label, other) for other in ours)]
    wrong = [other for other in ours if not any(agree(label, other) for label in gold + optional)]
    lines = [f"missed {label}" for label in missed] + [f"wrong  {other}" for other in wrong]
    right = len(gold) - len(missed)
    return 2 * right / (len(gold) + right + len(wrong)), "\n".join(lines)


def test_who_is_quoted_is_told_as_a_reader_would() -> None:
    reached, explained = f1("quoted")
    assert reached >= WANTED_QUOTED, f"{reached:.3f}\n{explained}"


def test_what_is_reported_is_found_with_its_source() -> None:
    reached, explained = f1("stated")
    assert reached >= WANTED_STATED, f"{reached:.3f}\n{explained}"
