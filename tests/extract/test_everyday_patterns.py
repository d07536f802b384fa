"""Ways to cite as pages and drafts are really written: how many are read and tied right.

The floors may only rise; ``-s`` prints what is not.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from audit import extract, read_article
from audit.model import Attribution
from tests.desk.build_word import word_file

TABLE = Path(__file__).with_name("everyday_patterns.txt")
FLOORS = {
    "first": 79,
    "second": 38,
    "third": 24,
    "fourth": 20,
    "fifth": 60,
    "sixth": 29,
    "seventh": 60,
    "eighth": 30,
    "ninth": 51,
    "tenth": 24,
    "kinds": 33,
}
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)


class Pattern(NamedTuple):
    half: str
    form: str
    language: str
    words: str
    speakers: str
    links: str
    source: str

    def as_file(self) -> bytes:
        if self.form == "html":
            page = f"<body><article>{self.source}</article></body>"
            return f'<html lang="{self.language}">{page}</html>'.encode()
        written = re.sub(r" // ", "\n\n", self.source).replace(" ⏎ ", "\n").replace(r"\|", "|")
        if self.form == "docx":
            return word_file(f"Untitled\nNobody\n2026-05-04\n\n{written}")
        head = f"---\nlanguage: {self.language}\n---\n\n" if self.form == "markdown" else ""
        return (head + written).encode()


def patterns() -> list[Pattern]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [Pattern(*line.split(" | ", 6)) for line in lines if line and line[0] != "#"]


def bare(words: str) -> str:
    """Words without what an editor would not call wrong: a point or comma at their end."""
    return words.strip(" .,;")


def name(speaker: str) -> str:
    """A speaker without article and capital."""
    return (
        _ARTICLE.sub("", speaker, count=1).lower() if _ARTICLE.match(speaker) else speaker.lower()
    )


def words_of(attribution: Attribution) -> str:
    return " … ".join(span.text for span in attribution.contents)


def has_words(pattern: Pattern, attribution: Attribution) -> bool:
    wanted = pattern.words.lstrip("~! ")
    if wanted == pattern.words:
        return bare(words_of(attribution)) == wanted
    return wanted in words_of(attribution)


def has_speaker(pattern: Pattern, attribution: Attribution) -> bool:
    wanted = {name(each) for each in pattern.speakers.split(" / ")}
    speaker = attribution.speaker.text if attribution.speaker else "-"
    return "*" in wanted or not wanted.isdisjoint(
        {name(speaker), name(attribution.speaker_name or speaker)}
    )


def is_right(pattern: Pattern, found: tuple[Attribution, ...]) -> bool:
    links = pattern.links.split(" / ")
    if pattern.words == "no link":
        return all(each.url not in links for each in found)
    having = [each for each in found if has_words(pattern, each)]
    if pattern.words.startswith("!"):
        return all(each.speaker is None and each.url is None for each in having)
    return any(has_speaker(pattern, each) and (each.url or "-") in links for each in having)


@pytest.mark.parametrize("half", FLOORS)
def test_as_many_patterns_as_before_give_words_speaker_and_link(
    half: str, capsys: pytest.CaptureFixture[str]
) -> None:
    of_half = [each for each in patterns() if each.half == half]
    found = [extract(read_article(each.as_file(), format=each.form)) for each in of_half]
    wrong = [
        (pattern, these)
        for pattern, these in zip(of_half, found, strict=True)
        if not is_right(pattern, these)
    ]
    capsys.readouterr()
    print(f"{half}: {len(of_half) - len(wrong)} of {len(of_half)} right")
    for pattern, these in wrong:
        said = [(words_of(e), e.speaker.text if e.speaker else "-", e.url or "-") for e in these]
        print(f"  {pattern.words} | {pattern.speakers} | {pattern.source}\n    {said}")
    assert len(of_half) - len(wrong) >= FLOORS[half]
